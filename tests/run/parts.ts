// The parts of a test run in order: each a name and something that counts what passed and what failed.
import { runBeside } from './command.ts';
import { PACKAGES, provide } from './programs.ts';
import type { Program } from './programs.ts';
import { partOfSuites, suite } from './suites.ts';

export interface Count {
  passed: number;
  failed: number;
}

/** What a part has come to; `said` is the output that it held back. */
export type Outcome = Count & { said?: string };

export interface Part {
  name: string;
  run: () => Outcome | Promise<Outcome>;
  /** Whether nothing after it can run without it. */
  isGround?: boolean;
}

const check = (isFine: boolean): Count => (isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
const command = (name: string, words: string): Part => ({
  name,
  run: async () => {
    const { isFine, said } = await runBeside(words);
    return { ...check(isFine), said };
  },
});

const programs = (needed: Program[]): Part => ({
  name: 'programs',
  isGround: true,
  run: () => {
    const missing = provide(needed).map((program) => PACKAGES[program]);
    if (missing.length > 0)
      console.log(`Install ${missing.join(' and ')}: apt-get install ${missing.join(' ')}`);
    return check(missing.length === 0);
  },
});

const types = (name: string): Part => command(`types of ${name}`, `tsc -p ${name}`);

/** What needs nothing but the sources; the longest first, so that none of them is left alone at the end. */
const checks: Part[] = [
  types('tests'),
  command('lint', 'npm run --silent lint'),
  command('format', 'npm run --silent format:check'),
  types('server'),
  command('types of client', 'svelte-check --workspace client --fail-on-warnings --output machine'),
  types('content'),
  types('shared'),
];
const build = command('build', 'npm run --silent build');

const everything: Part[][] = [
  [programs(['chromium', 'redis-server'])],
  checks,
  [build],
  [{ name: 'tests', run: () => suite('code') }],
  [{ name: 'tests in the browser', run: () => suite('browser') }],
];

/**
 * Everything, or only the tests whose path contains one of `parts` and the pages they may need: groups that run one
 * after another, each of parts that run side by side.
 */
export const groupsOf = (parts: string[]): Part[][] =>
  parts.length === 0 ? everything : [[build], [{ name: parts.join(' '), run: () => partOfSuites(parts) }]];
