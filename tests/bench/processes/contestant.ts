// A server in a process of its own, and what the kernel says that process has used.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paths } from '../../../server/src/paths.ts';
import { cpuMsOf, memoryBytesOf } from './accounting.ts';

export const kinds = ['ws', 'socket.io', 'oneliner'] as const;
export type Kind = (typeof kinds)[number];

/** As `npm start` runs it. */
const flagsOf: Record<Kind, string[]> = {
  ws: [],
  'socket.io': [],
  oneliner: ['--import', join(paths.root, 'server/compile-cache.mjs')],
};

const programs: Record<Kind, string> = {
  ws: 'tests/bench/floors/ws-floor.ts',
  'socket.io': 'tests/bench/floors/socket-io-floor.ts',
  oneliner: 'server/src/main.ts',
};

export interface Contestant {
  kind: Kind;
  port: number;
  folder: string;
  /** Processor time of all its threads so far, ms, to the kernel's 10 ms. */
  cpuMs(): number;
  /** Memory that is its own and in use, bytes. */
  memoryBytes(): number;
  /** Where its metrics are; only the real server has some. */
  metrics: string | null;
  stop(): Promise<void>;
}

/** Everything that a server in earnest has on, said in full where a default could change. */
const inEarnest = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  PORT: '0',
  DATA_DIR: folder,
  SYNCHRONOUS: 'FULL',
  LOG_LEVEL: 'info',
});

interface Told {
  port?: number;
  origin?: string;
  metrics?: string;
}

export interface StartOptions {
  /** A data folder that is there already, and stays. */
  folder?: string;
  flags?: string[];
  /** The address of a Redis that it keeps its rooms in, instead of its data folder. */
  log?: string;
}

/** Starts a server with an empty data folder and its log in a file; resolves when it listens. */
export const startContestant = async (
  kind: Kind,
  { folder: given, flags = [], log: home = 'sqlite' }: StartOptions = {},
): Promise<Contestant> => {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'oneliner-bench-')));
  const log = openSync(join(folder, 'log.json'), 'a');
  const child: ChildProcess = fork(join(paths.root, programs[kind]), {
    env: { ...inEarnest(folder), LOG: home },
    execArgv: [...flagsOf[kind], ...flags],
    stdio: ['ignore', 'ignore', log, 'ipc'],
  });
  const ended = once(child, 'exit');
  const told = (await Promise.race([once(child, 'message'), ended])) as [Told | number];
  const [where] = told;
  if (typeof where !== 'object' || child.pid === undefined)
    throw new Error(`${kind} did not start:\n${readFileSync(join(folder, 'log.json'), 'utf8')}`);
  const { pid } = child;
  return {
    kind,
    folder,
    port: where.port ?? Number(new URL(where.origin ?? '').port),
    metrics: where.metrics ?? null,
    cpuMs: () => cpuMsOf(pid),
    memoryBytes: () => memoryBytesOf(pid),
    async stop() {
      child.kill(kind === 'oneliner' ? 'SIGTERM' : 'SIGKILL');
      await ended;
      if (given === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
};
