// What the commands of upkeep share: arguments, the data folder that is meant, and how they end.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { databaseIn } from '../log/sqlite/open-database.ts';
import { notDone } from './done.ts';
import type { Done } from './done.ts';

export interface Asked {
  /** The one path that was typed, from where it was typed; null when none was. */
  path: string | null;
  /** The flags that were set, without their dashes. */
  flags: ReadonlySet<string>;
}

export interface Command {
  /** How to use it, for who asked in another way. */
  use: string;
  /** The flags that it knows. */
  flags: string[];
  /** Does it; `folder` is the data folder of the settings. Null when it needs a path that was not given. */
  run(asked: Asked, folder: string): Done | null;
}

/** npm runs scripts in the root folder and names the one it was called from. */
const fromHere = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

/** The arguments, or null where they cannot be understood. */
const readArguments = (flags: string[]): Asked | null => {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' } as const]));
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [path, ...others] = positionals;
    if (others.length > 0) return null;
    return { path: path === undefined ? null : fromHere(path), flags: new Set(Object.keys(values)) };
  } catch {
    return null;
  }
};

const resultOf = ({ use, flags, run }: Command): Done => {
  const read = readConfig(process.env, false);
  if (!read.ok) return { isDone: false, sentences: read.sentences };
  const asked = readArguments(flags);
  return (asked && run(asked, read.config.dataFolder)) ?? notDone(use);
};

/** Runs a command of upkeep, says what came of it and leaves 0 or, where it was not done, 1 as the exit code. */
export const runCommand = (command: Command): void => {
  const { isDone, sentences } = resultOf(command);
  console.log(sentences.join('\n'));
  process.exitCode = isDone ? 0 : 1;
};

/** The database that is meant by a data folder, or by a file. */
export const databaseAt = (path: string): string =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ? databaseIn(path) : path;
