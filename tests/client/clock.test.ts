// The offset to the room's clock: the shortest way there and back wins.
import { expect, it } from 'vitest';
import { RoomClock } from '../../client/src/clock.ts';

/** A clock 10 s behind the room's, and a message to it that takes so long there and back. */
const setUp = () => {
  let here = 0;
  const clock = new RoomClock(() => here);
  const measure = (thereMs: number, backMs: number) => {
    const sentAt = here;
    const roomNow = here + thereMs + 10_000;
    here += thereMs + backMs;
    clock.measured(sentAt, roomNow);
  };
  return { clock, measure, error: () => clock.now() - (here + 10_000) };
};

it('is exact when both ways take the same time', () => {
  const { measure, error } = setUp();
  measure(40, 40);
  expect(error()).toBe(0);
});

it('errs by no more than half of the shortest way there and back', () => {
  const { measure, error } = setUp();
  measure(10, 400);
  measure(30, 2);
  measure(5, 900);
  expect(Math.abs(error())).toBeLessThanOrEqual(16);
});

it('keeps the last few measurements, since clocks drift', () => {
  const { clock, measure, error } = setUp();
  measure(0, 0);
  for (let i = 0; i < 8; i += 1) measure(20, 0);
  expect(error()).toBe(10);
  expect(clock.here()).toBe(160);
});

it('keeps its offset when it forgets, until it measures anew', () => {
  const { clock, measure, error } = setUp();
  measure(1, 1);
  clock.forget();
  expect(error()).toBe(0);
  measure(50, 0);
  expect(error()).toBe(25);
});
