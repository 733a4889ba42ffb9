// How many will get a question wrong, roughly: near distractors make it hard, a family that gives more away easy.
import type { Knowledge } from '../facts/knowledge.ts';
import { rounded } from '../text/compare.ts';
import { jaccard, stemsOf } from '../text/words.ts';
import type { Settled } from './assemble.ts';

/** Share of wrong answers to begin with, by family: a guess until games have been played. */
const BASE: Record<string, number> = {
  'one-liner-to-name': 0.25,
  'typed-list': 0.3,
  'table-contrast': 0.35,
  contrast: 0.35,
  'question-to-one-liner': 0.3,
  'list-member': 0.4,
  sequence: 0.45,
};
const SAME_ENTRY = 0.06;
const KIN = 0.03;
const ALIKE = 0.4;

/** Expected share of wrong answers, 0.05 to 0.9. */
export function difficultyOf({ draft, others }: Settled, { chapters, language }: Knowledge): number {
  const own = stemsOf(draft.fact.text, language);
  const kin = chapters[draft.fact.entry]?.kin;
  let difficulty = BASE[draft.family] ?? 0.35;
  for (const { choice } of others) {
    if (choice.fact.entry === draft.fact.entry) difficulty += SAME_ENTRY;
    else if (kin?.has(choice.fact.entry)) difficulty += KIN;
    difficulty += (ALIKE * jaccard(own, stemsOf(choice.fact.text, language))) / others.length;
  }
  return rounded(Math.min(0.9, Math.max(0.05, difficulty)));
}
