// Runs one command of the house, with its output in the terminal or held back until it is done.
import { execFile, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Tools stand in the package that needs them, unless npm lifts them to the root. */
const PATH = ['.', 'client', 'tests']
  .map((folder) => join(root, folder, 'node_modules/.bin'))
  .concat(process.env['PATH'] ?? '')
  .join(delimiter);

const surroundings = () => ({ cwd: root, env: { ...process.env, PATH } });

/** Runs it with the terminal to itself; returns whether it ended with 0. `words` are split at spaces. */
export const run = (words: string, ...more: string[]): boolean => {
  const [name = '', ...rest] = words.split(' ');
  const { status } = spawnSync(name, [...rest, ...more], {
    ...surroundings(),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
};

export interface Ended {
  isFine: boolean;
  /** All of its output, or why it did not run. */
  said: string;
}

/** Runs it beside others; resolves to whether it ended with 0 and what it said. `words` are split at spaces. */
export const runBeside = (words: string): Promise<Ended> =>
  new Promise((resolve) => {
    const [name = '', ...rest] = words.split(' ');
    execFile(name, rest, { ...surroundings(), maxBuffer: Infinity }, (error, output, errors) => {
      resolve({ isFine: error === null, said: output + errors || (error?.message ?? '') });
    });
  });
