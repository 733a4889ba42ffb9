// From a settled draft to the question that the game asks: tier, difficulty, source, and a place for the right option.
import { LIMITS } from '@oneliner/shared';
import type { Question, Tier } from '@oneliner/shared';
import { isPurpose } from '../facts/fact.ts';
import type { Knowledge } from '../facts/knowledge.ts';
import { isPractice } from '../facts/knowledge.ts';
import type { Chance } from '../text/random.ts';
import type { Settled } from './assemble.ts';
import type { Choice } from './draft.ts';
import { difficultyOf } from './difficulty.ts';

const NEAR_FOR_STANDARD = 2;
const ID_LENGTH = 64;

/** Whether a distractor comes from the same entry or, being told of alike, from its kin; one-liners only from the closest. */
function isNear({ fact: other }: Choice, { draft }: Settled, { chapters }: Knowledge): boolean {
  const { fact, family } = draft;
  const chapter = chapters[fact.entry];
  if (other.entry === fact.entry) return true;
  if (family === 'question-to-one-liner') return !!chapter?.close.has(other.entry);
  return isPurpose(other) === isPurpose(fact) && !!chapter?.kin.has(other.entry);
}

/**
 * Standard when two distractors are near; a question that had to reach further is a warm-up, and so is one that offers
 * practices, which are easily told apart.
 */
function tierOf(settled: Settled, knowledge: Knowledge): Tier {
  if (isPractice(settled.draft.fact, knowledge)) return 'warm-up';
  const near = settled.others.filter(({ choice }) => isNear(choice, settled, knowledge)).length;
  return near >= NEAR_FOR_STANDARD ? 'standard' : 'warm-up';
}

/** Where the right option of each question of a bank stands: drawn, and each place as often as the others. */
export function* placesOf(chance: Chance): Generator<number> {
  for (;;) yield* chance.shuffled([0, 1, 2, 3, 0, 1, 2, 3]);
}

/** The question, its right option at `place` or, where it has fewer options, at the last. */
export function questionFrom(
  settled: Settled,
  place: number,
  knowledge: Knowledge,
  document: string,
): Question {
  const { draft, key, others } = settled;
  const { fact, family, prompt } = draft;
  const options = others.map(({ text }) => text);
  const at = place % (options.length + 1);
  options.splice(at, 0, key);
  return {
    id: `${family}-${fact.id}`.slice(-ID_LENGTH),
    family,
    tier: tierOf(settled, knowledge),
    prompt,
    body: { kind: 'choice', options, key: at },
    explanation: fact.sentence.slice(0, LIMITS.explanationLength),
    source: { document, entry: knowledge.chapters[fact.entry]?.entry.title ?? '', line: fact.line },
    factIds: [fact.id],
    difficulty: difficultyOf(settled, knowledge),
    remarks: [],
  };
}
