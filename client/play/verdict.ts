// The sentence of the reveal for one player: warm when right, plain when not.
import { playWords } from '@oneliner/shared';
import type { Result } from '@oneliner/shared';

/** Thinking time that deserves a word. */
const FAST_MS = 3000;

/** @param result null for who was not in yet. @param letter the right option's. */
export const verdictOf = (result: Result | null, letter: string): string => {
  const words = playWords.verdict;
  if (!result?.answered) return words.none(letter);
  if (!result.right) return words.wrong(letter);
  return (result.elapsedMs ?? Infinity) < FAST_MS ? words.fast : words.right;
};
