// How often each guessing trick is right over pooled questions, with its interval; and where the keys stand.
import { Eye } from '../../../content/src/gate/features.ts';
import type { Looks } from '../../../content/src/gate/features.ts';
import { TRICKS, gains } from '../../../content/src/gate/tricks.ts';
import { english } from '../../../content/src/language/english.ts';
import type { Question } from '@oneliner/shared';

export interface Rate {
  name: string;
  /** Share of right guesses, ties split evenly. */
  rate: number;
  /** Half the width of the 95 % interval. */
  within: number;
}

export interface Seen {
  entry: string;
  prompt: Looks;
  /** The right option first. */
  all: Looks[];
  eye: Eye;
}

/** Questions as a guesser sees them. */
export function seen(questions: readonly Question[]): Seen[] {
  const eye = new Eye(english);
  return questions.map(({ prompt, body: { options, key }, source }) => ({
    entry: source.entry,
    prompt: eye.look(prompt),
    all: [options[key] ?? '', ...options.filter((_, at) => at !== key)].map((text) => eye.look(text)),
    eye,
  }));
}

const interval = (rate: number, count: number): number =>
  1.96 * Math.sqrt((rate * (1 - rate)) / Math.max(1, count));

/** The hit rate of every trick. With three options chance is 1/3; so each rate is gain over chance plus a quarter. */
export function trickRates(questions: readonly Question[]): Rate[] {
  const all = seen(questions);
  const sums = TRICKS.map(() => 0);
  for (const one of all)
    for (const [at, gain] of gains(one.all, one.prompt, one.eye).entries())
      sums[at] = (sums[at] ?? 0) + gain + 1 / one.all.length;
  return TRICKS.map(({ name }, at) => {
    const rate = (sums[at] ?? 0) / Math.max(1, all.length);
    return { name, rate, within: interval(rate, all.length) };
  });
}

/** χ² of the places of the keys against an even spread, over questions of four options (3 degrees of freedom). */
export function placesChi2(questions: readonly Question[]): number {
  const four = questions.filter(({ body }) => body.options.length === 4);
  const expected = four.length / 4;
  return [0, 1, 2, 3].reduce((sum, place) => {
    const count = four.filter(({ body }) => body.key === place).length;
    return sum + (count - expected) ** 2 / Math.max(1, expected);
  }, 0);
}
