// The credit for the way of an answer: what the server measured itself, the shortest, half of it, and capped.
import { TIMING } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import { RoundTrips } from '../../../server/src/web/round-trips.ts';
import { Hours } from '../hours.ts';

const HEARTBEAT_MS = 5_000;

/** Measures a line whose ways there and back take `trips`, and then the last of them with every heartbeat. */
async function measured(trips: number[], forMs = 0): Promise<RoundTrips> {
  const hours = new Hours();
  let asked = 0;
  const nextTrip = (): number => trips[Math.min(asked++, trips.length - 1)] ?? 0;
  const openedAt = hours.now();
  await hours.pass(nextTrip());
  const measure = new RoundTrips(hours.now, openedAt);
  const beat = (): void => {
    const trip = nextTrip();
    measure.beat();
    if (trip < HEARTBEAT_MS)
      hours.later(trip, () => {
        measure.beatAnswered();
      });
    hours.later(HEARTBEAT_MS, beat);
  };
  hours.later(HEARTBEAT_MS, beat);
  await hours.pass(forMs);
  return measure;
}

describe('round trips', () => {
  test('ANSWER-5 the credit is half of the shortest trip', async () => {
    expect((await measured([300])).credit()).toBe(150);
    expect((await measured([300, 120, 200], 12_000)).credit()).toBe(60);
  });

  test('ANSWER-5 whoever delays every word gains the cap and no more', async () => {
    expect((await measured([4_000], 60_000)).credit()).toBe(TIMING.creditCapMs);
  });

  test('a heartbeat without an answer measures nothing', async () => {
    expect((await measured([100, 6_000], 60_000)).credit()).toBe(50);
  });

  test('old trips are forgotten, so that a better network counts as worse once it is', async () => {
    expect((await measured([20, 20, 20, 400], 80_000)).credit()).toBe(200);
  });
});
