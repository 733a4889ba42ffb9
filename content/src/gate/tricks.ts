// The tricks by which who knows nothing guesses: each gives every option a score, and takes the highest.
import { rounded } from '../text/compare.ts';
import { containment, shared } from '../text/words.ts';
import type { Eye, Looks } from './features.ts';
import { bitCount, bitOf, hasCapitals, oddSigns } from './features.ts';

/** An option among all options, as a guesser sees it. */
interface Sight {
  option: Looks;
  all: readonly Looks[];
  prompt: Looks;
  eye: Eye;
}

export interface Trick {
  name: string;
  score: (sight: Sight) => number;
}

const likeness = ({ option, all, eye }: Sight): number =>
  all.reduce((sum, other) => (other === option ? sum : sum + eye.likeness(option, other)), 0);

const oddness = ({ option, all }: Sight): number => bitCount(oddSigns(option, all));

const meanLength = (all: readonly Looks[]): number =>
  all.reduce((sum, { length }) => sum + length, 0) / all.length;

const has = (sign: string) => {
  const bit = bitOf(sign);
  return ({ option }: Sight): number => ((option.signs & bit) === 0 ? 0 : 1);
};

const hasAbsolute = has('absolute');
const hasDigit = has('digit');
const hasCode = has('code');

export const TRICKS: Trick[] = [
  { name: 'longest', score: ({ option }) => option.length },
  { name: 'shortest', score: ({ option }) => -option.length },
  { name: 'middle length', score: ({ option, all }) => -Math.abs(option.length - meanLength(all)) },
  {
    name: 'most words shared with the question',
    score: ({ option, prompt }) => shared(option.stems, prompt.stems),
  },
  {
    name: 'fewest words shared with the question',
    score: ({ option, prompt }) => -shared(option.stems, prompt.stems),
  },
  {
    name: 'most letters shared with the question',
    score: ({ option, prompt }) => containment(option.letters, prompt.letters),
  },
  { name: 'most like the others', score: likeness },
  { name: 'least like the others', score: (sight) => -likeness(sight) },
  { name: 'odd form', score: oddness },
  { name: 'plain form', score: (sight) => -oddness(sight) },
  { name: 'most commas', score: ({ option }) => option.commas },
  { name: 'most words', score: ({ option }) => option.words },
  { name: 'longest words', score: ({ option }) => option.length / Math.max(1, option.words) },
  { name: 'absolutes', score: hasAbsolute },
  { name: 'no absolutes', score: (sight) => -hasAbsolute(sight) },
  { name: 'negation', score: has('negation') },
  { name: 'digits and code', score: (sight) => hasDigit(sight) + hasCode(sight) },
  { name: 'capitals', score: ({ option }) => Number(hasCapitals(option)) },
  {
    name: 'first by alphabet',
    score: ({ option, all }) => -all.filter(({ text }) => text < option.text).length,
  },
];

/**
 * How much a trick gains over chance on a question: its share of a hit (split among ties) less 1/options.
 * The right option comes first in `all`.
 */
function gain(trick: Trick, all: readonly Looks[], prompt: Looks, eye: Eye): number {
  let key = 0;
  let best = -Infinity;
  let tied = 0;
  for (const [at, option] of all.entries()) {
    const score = rounded(trick.score({ option, all, prompt, eye }));
    if (at === 0) key = score;
    if (score > best) tied = 1;
    else if (score === best) tied += 1;
    best = Math.max(best, score);
  }
  return (key === best ? 1 / tied : 0) - 1 / all.length;
}

/** The gains of all tricks, in their order. */
export const gains = (all: readonly Looks[], prompt: Looks, eye: Eye): number[] =>
  TRICKS.map((trick) => gain(trick, all, prompt, eye));
