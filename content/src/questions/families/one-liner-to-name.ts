// One-liner → name: which of four terms does this description fit? The shortest options, best on a phone.
import type { Fact } from '../../facts/fact.ts';
import { isPurpose } from '../../facts/fact.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import { nameIn } from '../choices.ts';
import { clueFrom } from '../clue.ts';
import type { Choice, Draft, Family } from '../draft.ts';
import { akinFirst } from '../genera.ts';

const family = 'one-liner-to-name';

/** What a thing is, what it is for, or what a sentence says that it does. */
const describes = ({ kind }: Fact): boolean => kind === 'meaning' || kind === 'purpose' || kind === 'trait';

/** Terms once each, each with the first fact that describes it. */
function namesIn(facts: readonly Fact[], { language }: Knowledge): Choice[] {
  const seen = new Map<string, Choice>();
  for (const fact of facts) {
    const choice = describes(fact) ? nameIn(fact, language) : null;
    const [name] = choice?.ways ?? [];
    if (choice && name !== undefined && !seen.has(name)) seen.set(name, choice);
  }
  return [...seen.values()];
}

/** The names of kinds say little without their noun ("Unit", "Minor number"); outside their own list they come last. */
const isKind = ({ fact }: Choice, { chapters }: Knowledge): boolean =>
  chapters[fact.entry]?.groups.some(({ kind, facts }) => kind === 'types' && facts.includes(fact)) ?? false;

/**
 * Facts of the same list come first, then the entry's own, then those of its kin and of all near it: in each ring first
 * what is of the same kind, then what is told of alike.
 */
function pools(knowledge: Knowledge, { groups, facts: own, kin, near }: Chapter): (fact: Fact) => Choice[] {
  const ring = (entries: Iterable<number>): Choice[] => {
    const names = namesIn(
      [...entries].flatMap((at) => knowledge.chapters[at]?.facts ?? []),
      knowledge,
    );
    return names.toSorted((a, b) => Number(isKind(a, knowledge)) - Number(isKind(b, knowledge)));
  };
  const mine = namesIn(own, knowledge);
  const rings = [ring(kin), ring(near)];
  const lists = groups.map(({ facts }) => ({ facts, names: namesIn(facts, knowledge) }));
  return (fact) => {
    const listed = lists.find(({ facts }) => facts.includes(fact))?.names ?? [];
    const isAlike = ({ fact: other }: Choice): boolean => isPurpose(other) === isPurpose(fact);
    const alike = rings.flatMap((names) => akinFirst(fact, names.filter(isAlike), knowledge));
    return [...new Set([...listed, ...mine, ...alike, ...rings.flat()])];
  };
}

function propose(knowledge: Knowledge, chapter: Chapter): Draft[] {
  const { language } = knowledge;
  const typed = new Set(chapter.groups.filter(({ kind }) => kind === 'types').flatMap(({ facts }) => facts));
  const poolFor = pools(knowledge, chapter);
  return chapter.facts.flatMap((fact) => {
    const key = nameIn(fact, language);
    const clue = describes(fact) && !typed.has(fact) && key.ways.length > 0 ? clueFrom(fact, language) : null;
    if (clue === null) return [];
    return [{ family, fact, prompt: language.prompts.term(clue), key, pool: poolFor(fact), areSides: false }];
  });
}

export const oneLinerToName: Family = { name: family, needsGrammar: false, propose };
