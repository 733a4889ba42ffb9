// Question → one-liner: the document's own question with four one-liners. The game's signature, the hardest to make fair.
import type { Fact } from '../../facts/fact.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import type { Language } from '../../language/language.ts';
import { termIn } from '../../facts/subjects.ts';
import { capitalised } from '../../text/phrase.ts';
import { normal } from '../../text/words.ts';
import { statementsOf } from '../choices.ts';
import type { Choice, Draft, Family } from '../draft.ts';
import { akinFirst } from '../genera.ts';
import { contrastsOf } from './contrast.ts';

const family = 'question-to-one-liner';
/** With fewer sentences on the other side, one-liners of other entries serve better. */
const ENOUGH = 4;

/** Where a title asks about several things at once, the one that is meant stands behind it: "… Uvicorn is …". */
function promptFor({ entry, topic }: Chapter, { kind, subject, text }: Fact, { prompts }: Language): string {
  if (kind === 'answer' || topic.subjects.length < 2) return prompts.title(entry.title);
  return prompts.meant(entry.title, capitalised(termIn(subject)), kind === 'meaning' && !/\?$/.test(text));
}

/** Whether a fact sums its entry up: an answer to its question, or what a subject of its title is. */
const sumsUp = ({ topic }: Chapter, { kind, subject }: Fact): boolean =>
  kind === 'answer' ||
  ((kind === 'meaning' || kind === 'trait') && topic.subjects.some((one) => normal(one) === normal(subject)));

const known = new WeakMap<Chapter, Choice[]>();

/** What could stand for an entry's one-liner; worked out once, since every entry near it offers it. */
function summaries(chapter: Chapter, { language }: Knowledge): Choice[] {
  const summing =
    known.get(chapter) ??
    statementsOf(
      chapter.facts.filter((fact) => sumsUp(chapter, fact)),
      language,
    );
  known.set(chapter, summing);
  return summing;
}

/** How near a fact is to a one-liner: under a label, a list that answers the question, or any sentence that does. */
const rank = ({ oneLiner, kind }: Fact): number =>
  oneLiner === 'label' ? 0 : kind === 'answer' && oneLiner === null ? 1 : 2;

/** The facts that a reader would call the entry's one-liners: all under a label, or else the best of each subject. */
function asked(choices: readonly Choice[]): Choice[] {
  const first = new Set<string>();
  return choices
    .filter(({ fact }) => fact.oneLiner === 'label' || fact.kind !== 'trait')
    .toSorted((a, b) => rank(a.fact) - rank(b.fact))
    .filter(({ fact }) => {
      const isBest = fact.oneLiner === 'label' || !first.has(fact.subject);
      first.add(fact.subject);
      return isBest;
    });
}

/** Options of one build alone: what a thing is beside what others are, a way of doing beside other ways. */
function alike(key: Choice, pool: readonly Choice[], { language }: Knowledge): Choice[] {
  const buildOf = ({ ways: [way = ''] }: Choice): string => language.buildOf(way);
  const isWay = key.fact.kind === 'answer';
  return pool.filter(
    (choice) => (choice.fact.kind === 'answer') === isWay && (isWay || buildOf(choice) === buildOf(key)),
  );
}

/** The one-liners of entries, then what else could stand for one. */
function poolOf(entries: Iterable<number>, knowledge: Knowledge): Choice[] {
  const summed = [...entries].map((at) => summaries(knowledge.chapters[at] as Chapter, knowledge));
  return [...summed.flatMap(asked), ...summed.flat()];
}

/** Where a title sets things side by side, what is said of the one stands among what is said of the others. */
function sided(knowledge: Knowledge, chapter: Chapter): Draft[] {
  if (!knowledge.language.hasGrammar) return [];
  const wording = (name: string): string => knowledge.language.prompts.side(chapter.entry.title, name);
  return contrastsOf(knowledge, chapter, wording)
    .filter(({ pool }) => pool.length >= ENOUGH)
    .map((draft) => ({ family, ...draft }));
}

function draftsOf(knowledge: Knowledge, chapter: Chapter): Draft[] {
  const { entry, close, kin, near } = chapter;
  const sides = new Map(sided(knowledge, chapter).map((draft) => [draft.fact, draft]));
  const rings = [[entry.index], close, kin, near].map((entries) => poolOf(entries, knowledge));
  return asked(summaries(chapter, knowledge)).map(
    (key) =>
      sides.get(key.fact) ?? {
        family,
        fact: key.fact,
        prompt: promptFor(chapter, key.fact, knowledge.language),
        key,
        pool: alike(
          key,
          [...new Set(rings.flatMap((ring) => akinFirst(key.fact, ring, knowledge)))],
          knowledge,
        ),
        areSides: false,
      },
  );
}

export const questionToOneLiner: Family = {
  name: family,
  needsGrammar: false,
  propose: draftsOf,
};
