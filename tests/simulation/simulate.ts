// `npm run simulate -- --seeds 100000 [--from S]`: evenings for a whole night; a bad one prints its seed and a short story of it.
import { parseArgs } from 'node:util';
import { playSeeds } from './crew.ts';
import type { BadEvening } from './crew.ts';
import { breachesOf } from './checks/all.ts';
import { drawPlan } from './draw-plan.ts';
import { playEvening } from './evening.ts';
import { shrink } from './shrink.ts';
import { tell } from './tell.ts';

/** How many bad evenings are made small and told; of the others the seed is enough. */
const STORIES = 3;

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } },
});
const [count, from] = [Number(values.seeds), Number(values.from)];
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(from)) {
  console.error('Usage: npm run simulate -- --seeds 100000 [--from 1]');
  process.exit(2);
}

async function story({ seed }: BadEvening): Promise<void> {
  const evening = await playEvening(await shrink(drawPlan(seed)));
  console.log(`\nSeed ${seed}, made small.\n${tell(evening, breachesOf(evening))}`);
}

const start = performance.now();
const bad = await playSeeds({
  from,
  count,
  onBad: ({ seed, breaches }) => {
    console.log(`Seed ${seed}: ${breaches[0] ?? ''}`);
  },
});
for (const evening of bad.slice(0, STORIES)) await story(evening);
const seconds = Math.round((performance.now() - start) / 1000);
console.log(`${count} evenings from seed ${from} in ${seconds} s: ${bad.length} bad`);
process.exitCode = bad.length > 0 ? 1 : 0;
