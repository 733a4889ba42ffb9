// List member: a list with its lead; which of these belongs to it? The others come from other lists of its entry.
import type { Fact, Group } from '../../facts/fact.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import { jaccard, normal, shared, stemsOf } from '../../text/words.ts';
import { statementsOf } from '../choices.ts';
import type { Choice, Draft, Family } from '../draft.ts';

const SAME_ITEM = 0.5;
const LEAD_WORDS = 12;
const MOST = 4;
const ENOUGH = 4;
const POINTER = /^(?:this|that|these|those|here|so|it|they|there|such|both|i also|we also)\b|\bboth$/i;

const isMember = ({ kind }: Fact): boolean => kind === 'member';

/** Lists of plain items under a lead that says what they are; the sides of a comparison are asked otherwise. */
function lists({ groups, topic }: Chapter): Group[] {
  const sides = new Set(topic.subjects.length > 1 ? topic.subjects.map(normal) : []);
  return groups.filter(
    ({ kind, title, facts }) =>
      kind === 'list' &&
      title !== '' &&
      title.split(/\s+/).length <= LEAD_WORDS &&
      facts.every(isMember) &&
      !facts.some(({ subject }) => sides.has(normal(subject))),
  );
}

/** Two lists that share an item speak of the same things; an item of the one may be true of the other. */
function overlap(a: Group, b: Group, { language }: Knowledge): boolean {
  const items = b.facts.map(({ text }) => stemsOf(text, language));
  return a.facts.some(({ text }) => {
    const stems = stemsOf(text, language);
    return items.some((other) => jaccard(stems, other) >= SAME_ITEM);
  });
}

/** Lists whose leads speak of the same thing; an item of the one may be true of the other. */
const sameLead = (a: Group, b: Group, { language }: Knowledge): boolean =>
  shared(stemsOf(a.title, language), stemsOf(b.title, language)) > 0;

/** A lead that points to what stands before it, or names nothing, cannot be asked alone. */
const isVague = ({ title }: Group, { language }: Knowledge): boolean =>
  language.isPartLabel(title) || POINTER.test(title) || stemsOf(title, language).size === 0;

function draftsOf(knowledge: Knowledge, chapter: Chapter): Draft[] {
  const own = lists(chapter);
  return own.flatMap((list) => {
    if (isVague(list, knowledge)) return [];
    const siblings = own.filter(
      (other) => other !== list && !sameLead(list, other, knowledge) && !overlap(list, other, knowledge),
    );
    const pool = poolFrom(list, siblings, knowledge);
    return statementsOf(list.facts, knowledge.language)
      .slice(0, MOST)
      .map((key) => ({
        family: 'list-member',
        fact: key.fact,
        prompt: knowledge.language.prompts.member(list.title),
        key,
        pool,
        areSides: false,
      }));
  });
}

/** Leads that end alike go on alike: "… when we need" beside "… when we need". Others serve where too few do. */
function poolFrom(list: Group, siblings: readonly Group[], { language }: Knowledge): Choice[] {
  const ending = ({ title }: Group): string => normal(title).split(' ').at(-1) ?? '';
  const choicesOf = (groups: readonly Group[]): Choice[] =>
    interleaved(groups.map(({ facts }) => statementsOf(facts, language)));
  const alike = choicesOf(siblings.filter((other) => ending(other) === ending(list)));
  return alike.length >= ENOUGH ? alike : choicesOf(siblings);
}

/** One from each list, then the next from each. */
function interleaved(pools: readonly Choice[][]): Choice[] {
  const longest = Math.max(0, ...pools.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => pools.flatMap((pool) => pool[at] ?? [])).flat();
}

export const listMember: Family = { name: 'list-member', needsGrammar: true, propose: draftsOf };
