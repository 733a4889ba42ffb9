// The tricks by which who knows nothing guesses: each gives every option a score, and takes the highest.
import type { Sign } from '@oneliner/shared';
import { rounded } from '../text/compare.ts';
import { containment, shared } from '../text/words.ts';
import type { Eye, Looks } from './features.ts';
import { bitCount, bitOf, hasCapitals, oddSigns } from './features.ts';

/** An option among all options, as a guesser measures it. */
export interface Sight {
  option: Looks;
  /** How far its length is from the mean. */
  offMean: number;
  /** Words and letters that it shares with the question. */
  words: number;
  letters: number;
  /** How much it has in common with all the others. */
  likeness: number;
  /** How many signs set it apart. */
  oddness: number;
  /** How many options stand before it in the alphabet. */
  rank: number;
}

export interface Trick {
  name: string;
  score: (sight: Sight) => number;
}

/** The options of a question as a guesser measures them. */
export function sightsOf(all: readonly Looks[], prompt: Looks, eye: Eye): Sight[] {
  const mean = all.reduce((sum, { length }) => sum + length, 0) / all.length;
  return all.map((option) => ({
    option,
    offMean: Math.abs(option.length - mean),
    words: shared(option.stems, prompt.stems),
    letters: containment(option.letters, prompt.letters),
    likeness: all.reduce((sum, other) => (other === option ? sum : sum + eye.likeness(option, other)), 0),
    oddness: bitCount(oddSigns(option, all)),
    rank: all.filter(({ text }) => text < option.text).length,
  }));
}

const has = (sign: Sign) => {
  const bit = bitOf(sign);
  return ({ option }: Sight): number => ((option.signs & bit) === 0 ? 0 : 1);
};

const hasAbsolute = has('absolute');
const hasDigit = has('digit');
const hasCode = has('code');

export const TRICKS: Trick[] = [
  { name: 'longest', score: ({ option }) => option.length },
  { name: 'shortest', score: ({ option }) => -option.length },
  { name: 'middle length', score: ({ offMean }) => -offMean },
  { name: 'most words shared with the question', score: ({ words }) => words },
  { name: 'fewest words shared with the question', score: ({ words }) => -words },
  { name: 'most letters shared with the question', score: ({ letters }) => letters },
  { name: 'most like the others', score: ({ likeness }) => likeness },
  { name: 'least like the others', score: ({ likeness }) => -likeness },
  { name: 'odd form', score: ({ oddness }) => oddness },
  { name: 'plain form', score: ({ oddness }) => -oddness },
  { name: 'most commas', score: ({ option }) => option.commas },
  { name: 'most words', score: ({ option }) => option.words },
  { name: 'longest words', score: ({ option }) => option.length / Math.max(1, option.words) },
  { name: 'absolutes', score: hasAbsolute },
  { name: 'no absolutes', score: (sight) => -hasAbsolute(sight) },
  { name: 'negation', score: has('negation') },
  { name: 'digits and code', score: (sight) => hasDigit(sight) + hasCode(sight) },
  { name: 'capitals', score: ({ option }) => Number(hasCapitals(option)) },
  { name: 'first by alphabet', score: ({ rank }) => -rank },
];

/**
 * How much a trick gains over chance on a question: its share of a hit (split among ties) less 1/options.
 * The right option comes first.
 */
function gain({ score }: Trick, sights: readonly Sight[]): number {
  let key = 0;
  let best = -Infinity;
  let tied = 0;
  for (let at = 0; at < sights.length; at += 1) {
    const own = rounded(score(sights[at] as Sight));
    if (at === 0) key = own;
    if (own > best) tied = 1;
    else if (own === best) tied += 1;
    best = Math.max(best, own);
  }
  return (key === best ? 1 / tied : 0) - 1 / sights.length;
}

/** The gains of all tricks, in their order. */
export function gains(all: readonly Looks[], prompt: Looks, eye: Eye): number[] {
  const sights = sightsOf(all, prompt, eye);
  return TRICKS.map((trick) => gain(trick, sights));
}
