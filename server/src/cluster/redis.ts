// A Redis for trying out: the redis-server of this machine on a free port, with an append-only file in a folder given to it.
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { dialRedis } from '../log/redis/client.ts';

/** The first that can tell the servers of a room through the shard that holds it. */
const LEAST_VERSION = 7;
const TRIES = 100;
const TRY_EVERY_MS = 50;

/** Whether this machine has a redis-server that is new enough. */
export const hasRedis = (): boolean => {
  const { stdout } = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  return Number(/v=(\d+)/.exec(stdout ?? '')?.[1] ?? 0) >= LEAST_VERSION;
};

/** Starts one that Ctrl-C in the terminal does not reach: the servers need it until they have stopped. */
export const spawnRedis = (port: number, folder: string): ChildProcess => {
  const place = ['--bind', '127.0.0.1', '--port', `${port}`, '--dir', folder];
  const keeping = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''];
  return spawn('redis-server', [...place, ...keeping], { stdio: 'ignore', detached: true });
};

/** Resolves when the Redis under this address answers, or was given long enough; whoever uses it then says so. */
export const untilAnswers = async (url: string): Promise<void> => {
  for (let i = 0; i < TRIES; i += 1) {
    const client = await dialRedis(url).catch(() => null);
    client?.destroy();
    if (client) return;
    await delay(TRY_EVERY_MS);
  }
};
