// Points, streaks and places.
import { defaultSettings } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import { rank } from '../../../server/src/game/ranking.ts';
import { speedPoints, streakBonus } from '../../../server/src/game/scoring.ts';
import type { Score } from '../../../server/src/game/state.ts';
import { openFirst, questions, setTable, waitForOpening } from './table.ts';

const timed = { ...defaultSettings, seconds: 20 };
const scoreOf = (points: number): Score => ({
  points,
  streak: 0,
  place: null,
  was: null,
  gained: 0,
  bonus: 0,
  right: false,
  ahead: null,
});

describe('scoring', () => {
  test.each([
    [0, 1000],
    [499, 1000],
    [500, 988],
    [2_000, 950],
    [10_000, 750],
    [20_000, 500],
    [20_250, 500],
  ])('SCORE-1 %i ms of 20 s give %i points', (elapsedMs, points) => {
    expect(speedPoints(elapsedMs, timed)).toBe(points);
  });

  test('SCORE-2 flat points and untimed questions give 1000', () => {
    expect(speedPoints(15_000, { ...timed, points: 'flat' })).toBe(1000);
    expect(speedPoints(900_000, { ...timed, seconds: null })).toBe(1000);
  });

  test('SCORE-3 the bonus grows to 500 and can be switched off', () => {
    expect([0, 1, 2, 3, 6, 7, 20].map((streak) => streakBonus(streak, timed))).toEqual([
      0, 0, 100, 200, 500, 500, 500,
    ]);
    expect(streakBonus(5, { ...timed, streakBonus: false })).toBe(0);
  });

  test('SCORE-3 a wrong or a missing answer ends the row', () => {
    const table = setTable({ seconds: 5 }, questions(4));
    const ana = table.join('Ana');
    const streaks: unknown[] = [];
    table.host('start');
    for (const option of [0, 0, 1, undefined]) {
      waitForOpening(table);
      if (option !== undefined) table.answer(ana, option);
      table.untilPhase('reveal');
      const { streak, bonus, gained } = table.state.run?.scores[ana] ?? scoreOf(0);
      streaks.push([streak, bonus, gained]);
      table.host('next');
      table.host('next');
    }
    expect(streaks).toEqual([
      [1, 0, 1000],
      [2, 100, 1100],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test('SCORE-4 ties share a place, and the next ahead has more points', () => {
    const scores = { 1: scoreOf(10), 2: scoreOf(20), 3: scoreOf(10), 4: scoreOf(5) };
    expect(rank(scores)).toEqual([2, 1, 3, 4]);
    expect(Object.values(scores).map(({ place, ahead }) => [place, ahead])).toEqual([
      [2, 2],
      [1, null],
      [2, 2],
      [4, 3],
    ]);
  });

  test('SCORE-5 after the reveal nothing that players do moves a score', () => {
    const table = setTable({ seconds: 5 });
    const [ana, ben] = [table.join('Ana'), table.join('Ben')];
    openFirst(table);
    table.answer(ana, 0);
    table.untilPhase('reveal');
    const scores = structuredClone(table.state.run?.scores);
    table.answer(ben, 0, { receivedAt: table.at - 2_000 });
    table.answer(ana, 1, { number: 2 });
    table.leave(ana);
    table.wait(60_000);
    table.comeBack(ana);
    expect(table.state.run?.scores).toEqual(scores);
  });

  test('SCORE-6 while nobody has a point nobody has a place, nor one to come from', () => {
    const table = setTable({ seconds: 5 }, questions(2));
    const [ana, ben] = [table.join('Ana'), table.join('Ben')];
    const places = () =>
      [ana, ben].map((player) => {
        const { place, was } = table.state.run?.scores[player] ?? scoreOf(0);
        return [place, was];
      });
    openFirst(table);
    table.answer(ana, 1);
    table.untilPhase('reveal');
    expect(places()).toEqual([
      [null, null],
      [null, null],
    ]);
    table.host('next');
    table.host('next');
    waitForOpening(table);
    table.answer(ben, 0);
    table.untilPhase('reveal');
    expect(places()).toEqual([
      [2, null],
      [1, null],
    ]);
  });
});
