// The tricks by which who knows nothing guesses: each gives every option a score, and takes the highest.
import { rounded } from '../text/compare.ts';
import { containment, jaccard, shared } from '../text/words.ts';
import type { Looks } from './features.ts';

export interface Trick {
  name: string;
  score: (option: Looks, all: readonly Looks[], prompt: Looks) => number;
}

const likeness = (option: Looks, all: readonly Looks[]): number =>
  all.reduce((sum, other) => (other === option ? sum : sum + jaccard(option.stems, other.stems)), 0);

/** How many signs of an option are rare among the options. */
const oddness = (option: Looks, all: readonly Looks[]): number => {
  let odd = 0;
  const signs = new Set(all.flatMap((other) => [...other.signs]));
  for (const sign of signs) {
    const count = all.filter((other) => other.signs.has(sign)).length;
    if (option.signs.has(sign) ? count === 1 : count === all.length - 1) odd += 1;
  }
  return odd;
};

const meanLength = (all: readonly Looks[]): number =>
  all.reduce((sum, { length }) => sum + length, 0) / all.length;
const has =
  (sign: string) =>
  (option: Looks): number =>
    option.signs.has(sign) ? 1 : 0;

const letters = (text: string): Set<string> => {
  const bare = text.toLowerCase();
  return new Set(Array.from({ length: Math.max(0, bare.length - 2) }, (_, at) => bare.slice(at, at + 3)));
};

export const TRICKS: Trick[] = [
  { name: 'longest', score: ({ length }) => length },
  { name: 'shortest', score: ({ length }) => -length },
  { name: 'middle length', score: ({ length }, all) => -Math.abs(length - meanLength(all)) },
  {
    name: 'most words shared with the question',
    score: ({ stems }, _all, prompt) => shared(stems, prompt.stems),
  },
  {
    name: 'fewest words shared with the question',
    score: ({ stems }, _all, prompt) => -shared(stems, prompt.stems),
  },
  {
    name: 'most letters shared with the question',
    score: ({ text }, _all, prompt) => containment(letters(text), letters(prompt.text)),
  },
  { name: 'most like the others', score: likeness },
  { name: 'least like the others', score: (option, all) => -likeness(option, all) },
  { name: 'odd form', score: oddness },
  { name: 'plain form', score: (option, all) => -oddness(option, all) },
  { name: 'most commas', score: ({ text }) => text.split(',').length },
  { name: 'most words', score: ({ words }) => words.length },
  { name: 'longest words', score: ({ length, words }) => length / Math.max(1, words.length) },
  { name: 'absolutes', score: has('absolute') },
  { name: 'no absolutes', score: (option) => -has('absolute')(option) },
  { name: 'negation', score: has('negation') },
  { name: 'digits and code', score: ({ signs }) => Number(signs.has('digit')) + Number(signs.has('code')) },
  { name: 'capitals', score: has('capitals') },
  { name: 'first by alphabet', score: ({ text }, all) => -all.filter((other) => other.text < text).length },
];

/**
 * How much a trick gains over chance on a question: its share of a hit (split among ties) less 1/options.
 * The right option comes first in `all`.
 */
export function gain(trick: Trick, all: readonly Looks[], prompt: Looks): number {
  const scores = all.map((option) => rounded(trick.score(option, all, prompt)));
  const best = Math.max(...scores);
  const tied = scores.filter((score) => score === best).length;
  return (scores[0] === best ? 1 / tied : 0) - 1 / all.length;
}

/** The gains of all tricks, in their order. */
export const gains = (all: readonly Looks[], prompt: Looks): number[] =>
  TRICKS.map((trick) => gain(trick, all, prompt));
