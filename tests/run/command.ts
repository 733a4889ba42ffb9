// Runs one command of the house with its output in the terminal.
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Tools stand in the package that needs them, unless npm lifts them to the root. */
const PATH = ['.', 'client', 'tests']
  .map((folder) => join(root, folder, 'node_modules/.bin'))
  .concat(process.env['PATH'] ?? '')
  .join(delimiter);

/** Resolves to whether the command ended with 0. `words` are split at spaces. */
export const run = (words: string, ...more: string[]): boolean => {
  const [name = '', ...rest] = words.split(' ');
  const { status } = spawnSync(name, [...rest, ...more], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH },
  });
  return status === 0;
};
