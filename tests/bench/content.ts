// `npm run bench:content`: what the questions of every document are worth, beside a generator without craft.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeBank } from '@oneliner/content';
import type { Question } from '@oneliner/shared';
import { naiveBank } from './content/naive.ts';
import { contents, guessing, percent } from './content/table.ts';
import { trickRates } from './content/guess.ts';

const SEEDS = ['1', '2', '3', '4', '5'];
const SIZES = [1000, 3000, 10_000];
const folder = fileURLToPath(new URL('../../content/documents/', import.meta.url));
const timed = fileURLToPath(new URL('content/timed.ts', import.meta.url));

const print = (lines: readonly string[]): void => console.log(lines.join('\n'));
const standardOf = (questions: readonly Question[]): Question[] =>
  questions.filter(({ tier }) => tier === 'standard');

interface Timed {
  ms: number;
  cpu: number;
  megabytes: number;
  questions: number;
}
const time = (what: string): Timed =>
  JSON.parse(execFileSync(process.execPath, [timed, what], { encoding: 'utf8' })) as Timed;

function baseline(name: string, text: string): string {
  const pooled = SEEDS.flatMap((seed) => naiveBank(name, text, seed));
  const [best] = trickRates(pooled).sort((a, b) => b.rate - a.rate);
  return `  naive generator, best trick: ${percent(best?.rate ?? 0)} by ${best?.name ?? ''}`;
}

/** All figures of one document. */
function measure(name: string): void {
  const text = readFileSync(folder + name, 'utf8');
  const beside = folder + name.replace(/\.md$/, '.overrides.json');
  const overrides = existsSync(beside) ? readFileSync(beside, 'utf8') : undefined;
  const { ms, cpu, megabytes } = time(folder + name);
  print([`\n${name}`, ...contents(makeBank({ name, text, overrides }))]);
  print(guessing(SEEDS.flatMap((seed) => standardOf(makeBank({ name, text, overrides, seed }).questions))));
  print([
    baseline(name, text),
    `  cold: ${ms} ms (${cpu} ms of processor, start-up included), ${megabytes} MB`,
  ]);
}

for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .sort())
  measure(name);
console.log('\nsynthetic documents');
for (const size of SIZES) {
  const { ms, cpu, megabytes, questions } = time(String(size));
  console.log(
    `  ${size} entries: ${(ms / 1000).toFixed(1)} s (${(cpu / 1000).toFixed(1)} s of processor), ${megabytes} MB, ${questions} questions`,
  );
}
