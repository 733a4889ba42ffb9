// `npm run bench`: this server beside two floors, in the same run, each figure beside its bar. `-- --quick` measures what a
// question costs alone, `-- --only idle,many-rooms` a part, `-- --cluster` what several servers cost, `-- --soak 30m`
// whether memory stays flat.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { bigRoom } from './rows/big-room.ts';
import { cluster } from './rows/cluster.ts';
import { idle } from './rows/idle.ts';
import { manyRooms } from './rows/many-rooms.ts';
import { oneRoom } from './rows/one-room.ts';
import { soak } from './rows/soak.ts';
import { starting } from './rows/starting.ts';
import { isHeld, jsonOf, tableOf } from './table.ts';
import type { Figure } from './table.ts';

const ROUNDS = 3;

const parts = {
  'one-room': () => oneRoom({ questions: 3, rounds: ROUNDS, isWhole: true }),
  idle: () => idle(ROUNDS),
  'big-room': () => bigRoom(ROUNDS),
  'many-rooms': manyRooms,
  starting: () => starting(ROUNDS),
};
type Part = keyof typeof parts;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    cluster: { type: 'boolean', default: false },
    soak: { type: 'string' },
    only: { type: 'string', default: Object.keys(parts).join(',') },
    json: { type: 'string', default: 'bench.json' },
  },
});

const minutesOf = (text: string): number => {
  const [, minutes] = /^(\d+)m$/.exec(text) ?? [];
  if (minutes === undefined) throw new Error(`--soak wants minutes, such as 30m; it is ${text}`);
  return Number(minutes);
};

const figures: Figure[] = [];
const begun = performance.now();
if (values.soak !== undefined) figures.push(...(await soak(minutesOf(values.soak))));
else if (values.cluster) figures.push(...(await cluster(ROUNDS)));
else if (values.quick) figures.push(...(await oneRoom({ questions: 1, rounds: ROUNDS, isWhole: false })));
else
  for (const part of values.only.split(',') as Part[]) {
    console.log(`measuring: ${part}`);
    figures.push(...(await parts[part]()));
  }

const about = {
  node: process.version,
  cores: cpus().length,
  seconds: Math.round((performance.now() - begun) / 1000),
};
console.log(`\n${tableOf(figures)}\n\nNode.js ${about.node}, ${about.cores} cores, ${about.seconds} s`);
writeFileSync(values.json, jsonOf(figures, about));
process.exitCode = figures.every(isHeld) ? 0 : 1;
