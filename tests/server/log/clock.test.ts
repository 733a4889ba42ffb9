// The clock of the log: near the wall's time at the start, and never running backwards after.
import { expect, test } from 'vitest';
import { startClock } from '../../../server/src/log/clock.ts';
import { entryOf, opening, serving } from './samples.ts';
import { FakeTime } from './fake-time.ts';
import { openHome, scratchFolder } from './sqlite-scratch.ts';

const HOUR_MS = 3_600_000;

test('starts at the wall and goes on with the monotonic clock, in whole ms', () => {
  const time = new FakeTime();
  const now = startClock(time, 0);
  expect(now()).toBe(time.wall());
  time.pass(1500.75);
  expect(now()).toBe(Math.floor(time.wall()));
});

test.each([-HOUR_MS, HOUR_MS])('a wall that is set by %i ms changes nothing', (jump) => {
  const time = new FakeTime();
  const now = startClock(time, 0);
  const start = now();
  time.setWall(time.wall() + jump);
  expect(now()).toBe(start);
  time.pass(20);
  expect(now()).toBe(start + 20);
});

test('a home that is opened again with the wall an hour behind goes on from its last entry', async () => {
  const folder = scratchFolder();
  const time = new FakeTime();
  const first = await openHome(folder, { time });
  time.pass(5000);
  const { at } = entryOf(await first.log.create('ROOM', opening, 's'));
  await first.log.close();

  time.setWall(time.wall() - HOUR_MS);
  const second = await openHome(folder, { time });
  expect(second.log.now()).toBe(at);
  time.pass(7);
  expect(entryOf(await second.log.append('ROOM', serving, 's')).at).toBe(at + 7);
  await second.log.close();
});
