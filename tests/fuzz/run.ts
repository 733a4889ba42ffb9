// `npm run fuzz -- --minutes 10 --seed S`: fuzzes a server for that long, and prints what it found and how its heap went.
import { parseArgs } from 'node:util';
import { fuzz, openHouse } from './fuzz.ts';
import { heapOf, openMeasured } from './measured.ts';

const ROUND_MS = 20_000;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error('Usage: npm run fuzz -- --minutes 10 [--seed S]');
  process.exit(2);
}
const rounds = Math.max(1, Math.round((minutes * 60_000) / ROUND_MS));
const server = await openMeasured();
const { strings, desk } = await openHouse(server);
const findings = new Set<string>();
let sent = 0;
for (let round = 1; round <= rounds && server.isAlive; round += 1) {
  const seed = `${values.seed}/${round}`;
  const fuzzed = await fuzz(server, strings, { seed, ms: ROUND_MS });
  sent += fuzzed.messages + fuzzed.requests;
  for (const finding of fuzzed.findings) findings.add(`${seed}: ${finding}`);
  const heap = server.isAlive
    ? `${Math.round((await heapOf(server)) / 1e6)} MB in use`
    : 'the server has ended';
  console.log(`${seed}: ${fuzzed.messages} messages, ${fuzzed.requests} requests, ${heap}`);
}
for (const finding of findings) console.log(`\n${finding}`);
console.log(`\n${sent} sent, ${findings.size} found`);
desk.line.close();
await server.close();
process.exitCode = findings.size === 0 ? 0 : 1;
