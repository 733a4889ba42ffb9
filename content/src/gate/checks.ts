// The gate: whether a question can be answered by who knows nothing. Every reason it gives has a name.
import { LIMITS } from '@oneliner/shared';
import { jaccard } from '../text/words.ts';
import type { Looks } from './features.ts';

/** A question as it would be asked: the right option first. */
export interface Candidate {
  prompt: Looks;
  key: Looks;
  others: Looks[];
}

type Check = (candidate: Candidate) => string | null;

const TIGHT = 30;
const PREFIX = 5;
const NEARLY_SAME = 0.5;

const options: Check = ({ prompt, key, others }) => {
  if (prompt.length > LIMITS.promptLength) return 'prompt too long';
  const texts = [key, ...others].map(({ words, text }) => words.join(' ') || text);
  if (new Set(texts).size < texts.length) return 'two options are the same';
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

const sharesPrefix = (word: string, others: readonly string[]): boolean =>
  word.length >= PREFIX &&
  others.some((other) => other.length >= PREFIX && other.slice(0, PREFIX) === word.slice(0, PREFIX));

/** Words of an option that sound in the prompt. */
const echoes = (prompt: Looks, option: Looks): string[] =>
  [...option.stems].filter((stem) => prompt.stems.has(stem) || sharesPrefix(stem, [...prompt.stems]));

const clang: Check = ({ prompt, key, others }) => {
  const isShared = (word: string): boolean =>
    others.some(({ stems }) => stems.has(word) || sharesPrefix(word, [...stems]));
  return echoes(prompt, key).every(isShared) ? null : 'key alone echoes the question';
};

/** Signs that a player sees at a glance; the key must not be alone with one, nor alone without it. */
const form: Check = ({ key, others }) => {
  const seen = new Set([...key.signs, ...others.flatMap(({ signs }) => [...signs])]);
  for (const sign of seen) {
    const count = others.filter(({ signs }) => signs.has(sign)).length;
    if (key.signs.has(sign) && count === 0) return `key alone has ${sign}`;
    if (!key.signs.has(sign) && count === others.length) return `key alone has no ${sign}`;
  }
  return null;
};

const twins: Check = ({ key, others }) => {
  for (const [at, one] of others.entries()) {
    if (jaccard(one.stems, key.stems) >= NEARLY_SAME) return 'a distractor says nearly what the key says';
    if (others.slice(at + 1).some((other) => jaccard(one.stems, other.stems) >= NEARLY_SAME))
      return 'two distractors are nearly the same';
  }
  return null;
};

/** The key is the one that shares most words with the others: who converges finds it. */
const convergence: Check = ({ key, others }) => {
  const likeness = (one: Looks): number =>
    [key, ...others].reduce((sum, other) => (other === one ? sum : sum + jaccard(one.stems, other.stems)), 0);
  const own = likeness(key);
  return own > 0.25 && others.every((other) => likeness(other) < own - 0.1)
    ? 'key is most like the others'
    : null;
};

const CHECKS: Check[] = [options, lengths, twins, form, clang, convergence];

/** Why a question must not be asked; null where nothing speaks against it. */
export function objection(candidate: Candidate): string | null {
  for (const check of CHECKS) {
    const reason = check(candidate);
    if (reason) return reason;
  }
  return null;
}
