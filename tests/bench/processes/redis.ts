// A redis-server of its own, as `npm run cluster` starts it, and what it says of its work.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../server/src/cluster/free-port.ts';
import { spawnRedis, untilAnswers } from '../../../server/src/cluster/redis.ts';
import { dialRedis } from '../../../server/src/log/redis/client.ts';
import { cpuMsOf } from './accounting.ts';

/** What it has done so far, by its own counters. */
export interface RedisWork {
  /** Scripts run, and the time in them, µs. */
  scripts: number;
  scriptMicros: number;
  /** What its keys take at present. */
  memoryBytes: number;
  /** What it has written to its append-only file. */
  fileBytes: number;
  /** What it has sent to the servers. */
  sentBytes: number;
}

export interface BenchRedis {
  url: string;
  /** Processor time of all its threads so far, ms. */
  cpuMs(): number;
  work(): Promise<RedisWork>;
  stop(): Promise<void>;
}

/** The counters in the answer to INFO: lines of `name:value`, and for a command `cmdstat_name:calls=1,usec=2`. */
export const workIn = (info: string): RedisWork => {
  const numberOf = (pattern: RegExp): number => Number(pattern.exec(info)?.[1] ?? 0);
  return {
    scripts: numberOf(/^cmdstat_evalsha:calls=(\d+)/m),
    scriptMicros: numberOf(/^cmdstat_evalsha:.*?usec=(\d+)/m),
    memoryBytes: numberOf(/^used_memory_dataset:(\d+)/m),
    fileBytes: numberOf(/^aof_current_size:(\d+)/m),
    sentBytes: numberOf(/^total_net_output_bytes:(\d+)/m),
  };
};

/** Resolves when it answers. */
export const startRedis = async (): Promise<BenchRedis> => {
  const folder = await mkdtemp(join(tmpdir(), 'oneliner-bench-redis-'));
  const port = await freePort(0, '127.0.0.1');
  const child = spawnRedis(port, folder);
  const ended = once(child, 'exit');
  const abandon = (): void => void child.kill('SIGKILL');
  process.once('exit', abandon);
  const url = `redis://127.0.0.1:${port}`;
  await untilAnswers(url);
  const client = await dialRedis(url);
  return {
    url,
    cpuMs: () => cpuMsOf(child.pid ?? 0),
    work: async () => workIn(String(await client.sendCommand(['INFO', 'all']))),
    async stop() {
      client.destroy();
      child.kill('SIGKILL');
      await ended;
      process.off('exit', abandon);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
