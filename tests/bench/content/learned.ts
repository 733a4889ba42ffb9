// A guesser that learns: a conditional logit over surface features, tried on entries that it has not seen.
import type { Question } from '@oneliner/shared';
import { SIGNS } from '../../../content/src/gate/features.ts';
import { TRICKS, sightsOf } from '../../../content/src/gate/tricks.ts';
import type { Rate, Seen } from './guess.ts';
import { seen } from './guess.ts';

const FOLDS = 5;
const ROUNDS = 150;
const STEP = 0.3;
const RIDGE = 0.02;

/** Each option by what every trick thinks of it, centred within its question, and by its signs. */
function features({ all, prompt, eye }: Seen): number[][] {
  const rows = sightsOf(all, prompt, eye).map((sight) => [
    ...TRICKS.map(({ score }) => score(sight)),
    ...SIGNS.map((_, bit) => (sight.option.signs >> bit) & 1),
  ]);
  const columns = rows[0]?.length ?? 0;
  for (let column = 0; column < columns; column += 1) {
    const values = rows.map((row) => row[column] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread =
      Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
    for (const row of rows) row[column] = ((row[column] ?? 0) - mean) / spread;
  }
  return rows;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

function chances(rows: readonly number[][], weights: readonly number[]): number[] {
  const powers = rows.map((row) => Math.exp(Math.min(30, dot(row, weights))));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Weights by gradient ascent on the likelihood of the keys, which stand first. */
function learn(sets: readonly number[][][]): number[] {
  const weights: number[] = Array.from({ length: sets[0]?.[0]?.length ?? 0 }, () => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight) => -RIDGE * weight);
    for (const rows of sets) {
      const likely = chances(rows, weights);
      for (const [at, row] of rows.entries()) {
        const pull = ((at === 0 ? 1 : 0) - (likely[at] ?? 0)) / sets.length;
        for (const [column, value] of row.entries()) slope[column] = (slope[column] ?? 0) + pull * value;
      }
    }
    for (const [column, value] of slope.entries()) weights[column] = (weights[column] ?? 0) + STEP * value;
  }
  return weights;
}

/** How often the guesser is right on entries it did not learn from, ties split evenly. */
export function learnedRate(questions: readonly Question[]): Rate {
  const all = seen(questions).map((one) => ({ entry: one.entry, rows: features(one) }));
  const entries = [...new Set(all.map(({ entry }) => entry))];
  let hits = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const held = new Set(entries.filter((_, at) => at % FOLDS === fold));
    const weights = learn(all.filter(({ entry }) => !held.has(entry)).map(({ rows }) => rows));
    for (const { rows } of all.filter(({ entry }) => held.has(entry))) {
      const scores = rows.map((row) => Math.round(dot(row, weights) * 1e6));
      const best = Math.max(...scores);
      if (scores[0] === best) hits += 1 / scores.filter((score) => score === best).length;
    }
  }
  const rate = hits / Math.max(1, all.length);
  return {
    name: 'learned guesser',
    rate,
    within: 1.96 * Math.sqrt((rate * (1 - rate)) / Math.max(1, all.length)),
  };
}
