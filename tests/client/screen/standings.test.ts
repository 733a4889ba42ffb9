// What leaderboard and podium show: the board before and after a question, places won, steps that are shared.
import type { Row } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import { heightOf, podiumLine } from '../../../client/screen/podium-line.ts';
import { boardBefore, boardNow, hasPoints, placesWon, stepsOf } from '../../../client/screen/standings.ts';

const row = (player: number, place: number | null, was: number | null, points: number, gained = 0): Row => ({
  player,
  name: `Player ${player}`,
  points,
  place,
  was,
  gained,
  streak: 0,
});

describe('the leaderboard', () => {
  const rows = [row(2, 1, 2, 1900, 1000), row(1, 2, 1, 1000), row(3, 3, null, 500, 500)];

  test('begins as people remember it, newcomers last', () => {
    expect(boardBefore(rows).map(({ row: { player }, points }) => [player, points])).toEqual([
      [1, 1000],
      [2, 900],
      [3, 0],
    ]);
  });

  test('ends in the order of the game', () => {
    expect(boardNow(rows).map(({ row: { player }, points }) => [player, points])).toEqual([
      [2, 1900],
      [1, 1000],
      [3, 500],
    ]);
  });

  test('draws each line by its share of the longest', () => {
    expect(boardNow([row(1, 1, 1, 2000), row(2, 2, 2, 500)]).map(({ share }) => share)).toEqual([1, 0.25]);
  });

  test('draws no line where nobody has points', () => {
    const none = [row(1, null, null, 0)];
    expect(boardNow(none).map(({ share }) => share)).toEqual([0]);
    expect([hasPoints(none), stepsOf(none)]).toEqual([false, []]);
  });

  test.each([
    [3, 1, 2],
    [1, 4, -3],
    [2, 2, 0],
    [null, 1, null],
    [1, null, null],
  ])('from place %s to %s has won %s', (was, place, won) => {
    expect(placesWon(row(1, place, was, 0))).toBe(won);
  });
});

describe('the podium', () => {
  const places = (...all: number[]) =>
    stepsOf(all.map((place, index) => row(index + 1, place, null, 100))).map((step) => [
      step.place,
      step.rows.map(({ player }) => player),
    ]);

  test('has a step for each of the first three', () => {
    expect(places(1, 2, 3, 4)).toEqual([
      [1, [1]],
      [2, [2]],
      [3, [3]],
    ]);
  });

  test('is shared by those who tie, and nobody is second after two firsts', () => {
    expect(places(1, 1, 3)).toEqual([
      [1, [1, 2]],
      [3, [3]],
    ]);
  });

  test('may have three seconds and no third', () => {
    expect(places(1, 2, 2, 2, 5)).toEqual([
      [1, [1]],
      [2, [2, 3, 4]],
    ]);
  });

  test('is one line: each piece begins where another ends', () => {
    const pieces = podiumLine(900, 500, 8, new Set([1, 2, 3]));
    const ends = (place: number) => {
      const corners =
        pieces
          .find((piece) => piece.place === place)
          ?.path.slice(1)
          .split('L') ?? [];
      return { first: corners[0], last: corners.at(-1) };
    };
    expect(pieces.map(({ place }) => place)).toEqual([3, 2, 1]);
    expect(ends(1)).toEqual({ first: ends(2).last, last: ends(3).last });
  });

  test('stays flat where a place is not taken', () => {
    expect(heightOf(2, new Set([1, 3]))).toBe(0);
    expect(heightOf(1, new Set([1, 3]))).toBeGreaterThan(heightOf(3, new Set([1, 3])));
  });
});
