// Chance that can be repeated: the same seed draws the same, on every machine.
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { hash53 } from './hash.ts';

export interface Chance {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** The items in a drawn order; the list itself stays as it is. */
  shuffled<T>(items: readonly T[]): T[];
}

export function chanceFrom(seed: string): Chance {
  const generator = xoroshiro128plus(hash53(seed) | 0);
  const below = (limit: number): number => uniformInt(generator, 0, limit - 1);
  return {
    below,
    shuffled: (items) => {
      const drawn = [...items];
      for (let last = drawn.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [drawn[last], drawn[other]] = [drawn[other] as never, drawn[last] as never];
      }
      return drawn;
    },
  };
}
