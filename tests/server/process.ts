// The server's own process on a free port, as `npm start` runs it.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { paths } from '../../server/src/paths.ts';

export interface ServerProcess {
  child: ChildProcess;
  /** What it has printed for people. */
  said(): string;
  /** What it has logged, and complained of. */
  logged(): string;
  /** Resolves to its origin when it listens, or to `null` when it ended before. */
  origin: Promise<string | null>;
  /** Resolves to its exit code when all that it said has been read. */
  ended: Promise<number | null>;
}

/** A folder that is gone when the test is over. */
export const dataFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'oneliner-data-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
};

/**
 * Starts a server; it is killed when the test is over.
 * @param program the file of server/src that runs
 */
export const startProcess = (environment: NodeJS.ProcessEnv = {}, program = 'main.ts'): ServerProcess => {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [join(paths.root, 'server/src', program)], {
    env: { PATH, PORT: '0', DATA_DIR: dataFolder(), LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const listening = once(child, 'message').then(([message]) => (message as { origin: string }).origin);
  return {
    child,
    said: () => texts.stdout,
    logged: () => texts.stderr,
    origin: Promise.race([listening, ended.then(() => null)]),
    ended,
  };
};
