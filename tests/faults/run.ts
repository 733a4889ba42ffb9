// `npm run faults -- --kills 200 --seed S`: kills a server that often while games go on in it, and says what was lost.
import { parseArgs } from 'node:util';
import { killAgainAndAgain } from './killing.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  console.error('Usage: npm run faults -- --kills 200 [--seed 1]');
  process.exit(2);
}
const begun = performance.now();
const killed = await killAgainAndAgain({ seed, kills });
for (const mistake of killed.mistakes) console.log(mistake);
const seconds = Math.round((performance.now() - begun) / 1000);
console.log(
  `${killed.kills} kills in ${seconds} s, ${killed.games} games, ${killed.answers} answers acknowledged and ${killed.refused} refused, seed ${seed}: ` +
    (killed.mistakes.length === 0 ? 'nothing lost' : `${killed.mistakes.length} mistakes`),
);
process.exitCode = killed.mistakes.length === 0 ? 0 : 1;
