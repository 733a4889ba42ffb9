// How a question stands on the phone at one moment: what each option looks like and what the foot says.
import { playWords } from '@oneliner/shared';
import type { Given } from './answering.svelte.ts';

export interface QuestionMoment {
  isOpen: boolean;
  isTimeUp: boolean;
  given: Given | null;
  canTap: boolean;
}

/** Locked, chosen and past options stay readable, but only one that may be tapped or was chosen is filled. */
export const optionState = (
  option: number,
  { isOpen, given, canTap }: QuestionMoment,
): 'hidden' | 'ready' | 'chosen' | 'faded' => {
  if (!isOpen) return 'hidden';
  if (given?.option === option) return 'chosen';
  return canTap && given === null ? 'ready' : 'faded';
};

/** The one sentence under the options. */
export const footOf = (moment: QuestionMoment & { isOffline: boolean }): string => {
  const words = playWords.question;
  const { isOpen, isTimeUp, given, canTap, isOffline } = moment;
  if (!isOpen) return words.ready;
  if (given && !given.isLocked) return isOffline ? words.sendingOffline : words.sending;
  if (given) return canTap ? words.lockedChange : words.locked;
  return isTimeUp ? words.timeUp : words.choose;
};

export type TextSize = 'short' | 'medium' | 'long' | 'longest';

/** The step of type that lets a text fit, by its length: a size found by measuring would move under the reader. */
const textSize = (length: number, [short, medium, long]: readonly [number, number, number]): TextSize => {
  if (length <= short) return 'short';
  if (length <= medium) return 'medium';
  return length <= long ? 'long' : 'longest';
};

export const promptSize = (prompt: string): TextSize => textSize(prompt.length, [60, 100, 140]);

/** One size for all options, by the longest. */
export const optionsSize = (options: readonly string[]): TextSize =>
  textSize(Math.max(...options.map(({ length }) => length)), [24, 44, 60]);
