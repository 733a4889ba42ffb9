// Two servers side by side that are killed fifty times at random moments, while games go on in them.
import { expect, test } from 'vitest';
import { killAgainAndAgain, sumOf } from './killing.ts';

const KILLS = 50;
const SEEDS = [1, 2];

test(
  'nothing that a phone was told is lost, counted twice or moved, whenever the server is killed',
  {
    timeout: 300_000,
  },
  async () => {
    const kills = KILLS / SEEDS.length;
    const killed = sumOf(await Promise.all(SEEDS.map((seed) => killAgainAndAgain({ seed, kills }))));
    expect(killed.mistakes).toEqual([]);
    expect(killed.refused).toBe(0);
    expect(killed.kills).toBe(KILLS);
    expect(killed.answers).toBeGreaterThan(0);
  },
);
