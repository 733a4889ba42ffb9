// Two servers side by side that are killed at random moments for half a minute, while games go on in them.
import { expect, test } from 'vitest';
import { killAgainAndAgain, sumOf } from './killing.ts';

const MS = 30_000;
/** A slow machine starts a server again less often. */
const LEAST_KILLS = 5;

test(
  'nothing that a phone was told is lost, counted twice or moved, whenever the server is killed',
  {
    timeout: 180_000,
  },
  async () => {
    const seeds = [1, 2];
    const killed = sumOf(
      await Promise.all(seeds.map((seed) => killAgainAndAgain({ seed, kills: Infinity, ms: MS }))),
    );
    expect(killed.mistakes).toEqual([]);
    expect(killed.refused).toBe(0);
    expect(killed.kills).toBeGreaterThanOrEqual(LEAST_KILLS);
    expect(killed.answers).toBeGreaterThan(0);
  },
);
