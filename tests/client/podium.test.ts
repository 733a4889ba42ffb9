// What the three pages make of a podium: the places that the game counted, for those who have points.
import { describe, expect, it } from 'vitest';
import { rowsAtEnd } from '../../client/src/podium.ts';

const row = (player: number, place: number | null, points: number) => ({
  player,
  name: `Player ${player}`,
  points,
  place,
  was: place,
  gained: 0,
  streak: 0,
});

describe('the places at the end', () => {
  const placesOf = (...rows: ReturnType<typeof row>[]) => rowsAtEnd(rows).map(({ place }) => place);

  it('are those of the game, ties and all', () => {
    expect(placesOf(row(1, 1, 900), row(2, 2, 500), row(3, 2, 500), row(4, 4, 20))).toEqual([1, 2, 2, 4]);
  });

  it('are nobody’s without a point, so that nobody shares the second with nothing', () => {
    expect(placesOf(row(1, 1, 900), row(2, 2, 0), row(3, 2, 0))).toEqual([1, null, null]);
    expect(placesOf(row(1, null, 0))).toEqual([null]);
  });
});
