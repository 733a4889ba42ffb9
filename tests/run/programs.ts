// The programs that the tests need beside Node.js: where they are, and how Debian installs them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Each program with the Debian package that has it. */
export const PACKAGES = { chromium: 'chromium', 'redis-server': 'redis-server' } as const;
export type Program = keyof typeof PACKAGES;

/** The path of a program, or `null` when this machine has none. */
export const locate = (program: string): string | null =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path)) ?? null;

/** How this process may install packages: the words before `apt-get`, or `null` when it may not. */
const permission = (): string[] | null => {
  if (!locate('apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  const hasSudo = locate('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0;
  return hasSudo ? ['sudo', '-n'] : null;
};

const aptGet = (before: string[], ...words: string[]): boolean => {
  const line = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words];
  return spawnSync(line[0] ?? '', line.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
};

/** Installs what is missing where that is allowed; returns what is still missing. */
export const provide = (programs: Program[]): Program[] => {
  const missing = () => programs.filter((program) => !locate(program));
  const before = missing().length > 0 ? permission() : null;
  if (before === null) return missing();
  const packages = missing().map((program) => PACKAGES[program]);
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  aptGet(before, 'update');
  aptGet(before, 'install', '-y', '--no-install-recommends', ...packages);
  return missing();
};
