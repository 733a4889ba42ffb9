// Which entries are near each other: cosine of TF-IDF over their words, with an inverted index.
import { byScore, rounded } from '../text/compare.ts';

/** Words that stand in more entries than this say nothing about nearness, and would cost the square of them. */
const COMMON_SHARE = 0.4;
const COMMON_MOST = 200;
const NEIGHBOURS = 12;

export interface Neighbour {
  entry: number;
  /** Cosine, 0 to 1. */
  cosine: number;
}

type Vector = Map<string, number>;

function vectors(texts: readonly (readonly string[])[]): Vector[] {
  const spread = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) spread.set(word, (spread.get(word) ?? 0) + 1);
  const tooCommon = Math.max(3, Math.min(COMMON_MOST, texts.length * COMMON_SHARE));
  return texts.map((words) => {
    const vector: Vector = new Map();
    for (const word of words)
      if ((spread.get(word) ?? 0) <= tooCommon) vector.set(word, (vector.get(word) ?? 0) + 1);
    for (const [word, count] of vector)
      vector.set(word, (1 + Math.log(count)) * Math.log(1 + texts.length / (spread.get(word) ?? 1)));
    const length = Math.hypot(...vector.values()) || 1;
    for (const [word, weight] of vector) vector.set(word, weight / length);
    return vector;
  });
}

/** For each text, given as its words, the texts nearest to it, nearest first. */
export function neighbours(texts: readonly (readonly string[])[]): Neighbour[][] {
  const all = vectors(texts);
  const index = new Map<string, { entry: number; weight: number }[]>();
  for (const [entry, vector] of all.entries())
    for (const [word, weight] of vector) {
      const list = index.get(word);
      if (list) list.push({ entry, weight });
      else index.set(word, [{ entry, weight }]);
    }
  return all.map((vector, entry) => nearest(entry, vector, index));
}

function nearest(
  self: number,
  vector: Vector,
  index: Map<string, { entry: number; weight: number }[]>,
): Neighbour[] {
  const sums = new Map<number, number>();
  for (const [word, weight] of vector)
    for (const other of index.get(word) ?? [])
      if (other.entry !== self) sums.set(other.entry, (sums.get(other.entry) ?? 0) + weight * other.weight);
  return [...sums]
    .map(([entry, cosine]) => ({ entry, cosine: rounded(cosine) }))
    .sort(
      byScore(
        ({ cosine }) => cosine,
        ({ entry }) => String(entry).padStart(8, '0'),
      ),
    )
    .slice(0, NEIGHBOURS);
}
