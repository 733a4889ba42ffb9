// The parts of a test run in order: each a name and something that counts what passed and what failed.
import { run } from './command.ts';
import { PACKAGES, provide } from './programs.ts';
import type { Program } from './programs.ts';
import { partOfSuites, suite } from './suites.ts';

export interface Count {
  passed: number;
  failed: number;
}

export interface Part {
  name: string;
  run: () => Count;
  /** Whether nothing after it can run without it. */
  isGround?: boolean;
}

const check = (isFine: boolean): Count => (isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
const command = (name: string, words: string): Part => ({ name, run: () => check(run(words)) });

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

const types = ['shared', 'content', 'server', 'tests'].map((name) =>
  command(`types of ${name}`, `tsc -p ${name}`),
);
const build = command('build', 'npm run --silent build');

const everything: Part[] = [
  programs(['chromium', 'redis-server']),
  command('format', 'npm run --silent format:check'),
  command('lint', 'npm run --silent lint'),
  ...types,
  command('types of client', 'svelte-check --workspace client --fail-on-warnings --output machine'),
  build,
  { name: 'tests', run: () => suite('code') },
  { name: 'tests in the browser', run: () => suite('browser') },
];

/** Everything, or only the tests whose path contains one of `parts` and the pages they may need. */
export const partsOf = (parts: string[]): Part[] =>
  parts.length === 0 ? everything : [build, { name: parts.join(' '), run: () => partOfSuites(parts) }];
