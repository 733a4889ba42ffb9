// `npm run bench:storm -- --phones 1000`: all phones lose their lines in the same moment and come back at once. How long
// does each wait for its view, and how long do they wait after the server itself was killed?
import { parseArgs } from 'node:util';
import { Storm } from '../faults/storm.ts';

/** So long may the last of a thousand wait. */
const BEARABLE_MS = 5000;

const { values } = parseArgs({ options: { phones: { type: 'string', default: '1000' } } });
const storm = await Storm.gather(Number(values.phones));

const tell = (what: string, waits: number[]): boolean => {
  const at = (share: number) => waits[Math.ceil(share * (waits.length - 1))] ?? 0;
  const [half, most, all] = [0.5, 0.95, 1].map((share) => `${Math.round(at(share))} ms`);
  const isHeld = at(1) <= BEARABLE_MS;
  console.log(
    `${isHeld ? 'holds  ' : 'MISSED '} ${what}: ${waits.length} phones see their room again, half within ${half}, 95 % within ${most}, all within ${all}`,
  );
  return isHeld;
};

const held: boolean[] = [];
for (let round = 1; round <= 3; round += 1)
  held.push(tell(`all lines cut, round ${round}`, await storm.cut()));
held.push(tell('server killed and started', await storm.kill()));
const { mistakes } = storm;
console.log(mistakes.length === 0 ? 'nobody saw a version go back' : mistakes.join('\n'));
await storm.close();
process.exitCode = mistakes.length === 0 && held.every(Boolean) ? 0 : 1;
