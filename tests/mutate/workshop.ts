// A copy of the rules and their tests in a temporary folder, where a rule can be broken and its tests run.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../run/command.ts';
import type { Mutation } from './mutations.ts';

const GAME = 'server/src/game';
/** The rules with what they import from their own package, and the tests with what they import from theirs. */
const COPIED = ['server/package.json', GAME, 'server/src/log', 'tests/server/game'];
/** Where npm puts what they need, as it sees fit. */
const INSTALLED = ['node_modules', 'server/node_modules', 'tests/node_modules'];
/** A rule without its condition may never end. In threads, the tests end with their process. */
const PATIENCE_MS = 120_000;
const VITEST = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')));

/** How tests that cite a rule took its being broken. */
export type Verdict = 'noticed' | 'not noticed' | 'did not run';

interface Report {
  testResults: { assertionResults: { fullName: string; status: string }[] }[];
}

/** How often `find` stands in the file that a mutation is about. */
export const occurrences = ({ file, find }: Mutation): number =>
  readFileSync(join(root, GAME, file), 'utf8').split(find).length - 1;

export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), 'oneliner-mutate-'));

  constructor() {
    for (const path of COPIED) cpSync(join(root, path), join(this.#folder, path), { recursive: true });
    for (const path of INSTALLED)
      if (existsSync(join(root, path))) symlinkSync(join(root, path), join(this.#folder, path));
  }

  /** Runs the tests that cite the rule without what the mutation takes away. */
  async judge({ rule, file, find, put }: Mutation): Promise<Verdict> {
    const path = join(this.#folder, GAME, file);
    const whole = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      whole.replace(find, () => put),
    );
    const failed = await this.#failures(`${rule} `);
    writeFileSync(path, whole);
    if (failed === null) return 'did not run';
    return failed.some((title) => title.includes(rule)) ? 'noticed' : 'not noticed';
  }

  /** Whether all tests of the rules are green as they stand; without that, red would mean nothing. */
  async isSound(): Promise<boolean> {
    return (await this.#failures(' '))?.length === 0;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  /** The titles of the tests that failed, of those whose title has `words` in it; null when none ran. */
  async #failures(words: string): Promise<string[] | null> {
    const file = join(this.#folder, 'report.json');
    rmSync(file, { force: true });
    const line = [
      'run',
      '--root',
      this.#folder,
      '--testNamePattern',
      words,
      '--pool=threads',
      '--testTimeout=60000',
      '--reporter=json',
      '--outputFile',
      file,
    ];
    const running = spawn(process.execPath, [VITEST, ...line], {
      cwd: this.#folder,
      stdio: 'ignore',
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    await new Promise((resolve) => running.once('exit', resolve));
    const tests = readReport(file).testResults.flatMap((suite) => suite.assertionResults);
    const ran = tests.filter(({ status }) => status === 'passed' || status === 'failed');
    if (ran.length === 0) return null;
    return ran.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  }
}

const readReport = (file: string): Report => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { testResults: [] };
  }
};
