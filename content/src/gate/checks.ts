// The gate: whether a question can be answered by who knows nothing. Every reason it gives has a name.
import { LIMITS } from '@oneliner/shared';
import type { Objection, Sign } from '@oneliner/shared';
import type { Eye, Looks } from './features.ts';
import { LOUD, SIGNS, bitCount, oddSigns } from './features.ts';

/** A question as it would be asked: the right option first. */
export interface Candidate {
  prompt: Looks;
  key: Looks;
  others: Looks[];
}

type Check = (candidate: Candidate, eye: Eye) => Objection | null;

const TIGHT = 30;
const PREFIX = 5;
const NEARLY_SAME = 0.5;

const options: Check = ({ prompt, key, others }) => {
  if (prompt.length > LIMITS.promptLength) return 'prompt too long';
  if (new Set([key, ...others].map(({ normal }) => normal)).size <= others.length)
    return 'two options are the same';
  return [key, ...others].some(({ length }) => length > LIMITS.optionLength) ? 'option too long' : null;
};

const lengths: Check = ({ key, others }) => {
  const sizes = others.map(({ length }) => length);
  const longest = Math.max(key.length, ...sizes);
  const shortest = Math.min(key.length, ...sizes);
  if (longest / shortest > (longest < TIGHT ? 3 : 2)) return 'lengths differ';
  if (key.length > 1.35 * Math.max(...sizes)) return 'key is the longest by far';
  return key.length < 0.6 * Math.min(...sizes) ? 'key is the shortest by far' : null;
};

/**
 * Signs that a player sees at a glance. The key must not be alone with a loud one, nor alone without it; and with
 * the quiet ones it must not be the odd one out, which it is where no distractor is as odd.
 */
const form: Check = ({ key, others }) => {
  const all = [key, ...others];
  const odd = oddSigns(key, all);
  if ((odd & LOUD) !== 0) return alone(key, odd & LOUD);
  const isOddest = others.every((other) => bitCount(oddSigns(other, all)) < bitCount(odd));
  return odd !== 0 && isOddest ? alone(key, odd) : null;
};

/** @param odd The signs that the key is alone with or without; the last of them is named. */
function alone({ signs }: Looks, odd: number): Objection {
  const at = 31 - Math.clz32(odd);
  return `key alone ${(signs & (1 << at)) === 0 ? 'without' : 'with'} ${SIGNS[at] as Sign}`;
}

/** Words that sound alike: the same stem, or the same five letters to begin with. */
const soundsIn = (word: string, words: ReadonlySet<string>): boolean => {
  if (words.has(word)) return true;
  if (word.length < PREFIX) return false;
  const start = word.slice(0, PREFIX);
  for (const other of words) if (other.startsWith(start)) return true;
  return false;
};

const clang: Check = ({ prompt, key, others }) => {
  for (const word of key.stems)
    if (soundsIn(word, prompt.stems) && !others.some(({ stems }) => soundsIn(word, stems)))
      return 'key alone echoes the question';
  return null;
};

const twins: Check = ({ key, others }, eye) => {
  for (const [at, one] of others.entries()) {
    if (eye.likeness(one, key) >= NEARLY_SAME) return 'a distractor says nearly what the key says';
    if (others.slice(at + 1).some((other) => eye.likeness(one, other) >= NEARLY_SAME))
      return 'two distractors are nearly the same';
  }
  return null;
};

/** The key shares most words with the others: who looks for what they converge on finds it. */
const convergence: Check = ({ key, others }, eye) => {
  const all = [key, ...others];
  const likeness = (one: Looks): number =>
    all.reduce((sum, other) => (other === one ? sum : sum + eye.likeness(one, other)), 0);
  const own = likeness(key);
  return own > 0.25 && others.every((other) => likeness(other) < own - 0.1)
    ? 'key is most like the others'
    : null;
};

/** All the others begin with the same two words, or share a word that the key lacks. */
const pack: Check = ({ key, others }) => {
  const start = ({ normal }: Looks): string => normal.split(' ', 2).join(' ');
  const [first, ...rest] = others;
  if (!first || rest.length === 0) return null;
  if (rest.every((other) => start(other) === start(first)) && start(key) !== start(first))
    return 'key alone begins otherwise';
  for (const stem of first.stems)
    if (!key.stems.has(stem) && rest.every(({ stems }) => stems.has(stem)))
      return 'key alone lacks a word of the others';
  return null;
};

const CHECKS: Check[] = [options, lengths, form, pack, twins, clang, convergence];

/** Why a question must not be asked; null where nothing speaks against it. */
export function objection(candidate: Candidate, eye: Eye): Objection | null {
  for (const check of CHECKS) {
    const reason = check(candidate, eye);
    if (reason) return reason;
  }
  return null;
}
