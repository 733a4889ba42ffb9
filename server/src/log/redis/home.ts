// Log and shelf in Redis, or a server that speaks its protocol, shared by any number of servers.
import { systemTime } from '../clock.ts';
import type { Fleet } from '../fleet.ts';
import type { GroupCommitOptions } from '../group-commit.ts';
import { homeOn } from '../home.ts';
import type { Home } from '../home.ts';
import { systemLater } from '../later.ts';
import { dialRedis, inTime } from './client.ts';
import type { Redis } from './client.ts';
import { RedisClock } from './clock.ts';
import { joinFleet } from './fleet.ts';
import { RedisDisk } from './redis-disk.ts';

export interface RedisHomeOptions {
  /** `redis://[user:password@]host:port[/number]`, or `rediss://` for TLS. */
  url: string;
  /** The name under which this server appends. */
  serverId: string;
  /** The machine and the port it listens on: whoever listened there before lives no more. */
  seat: string;
  /** How many replicas must have what is acknowledged. */
  replicas: number;
  onWritable: GroupCommitOptions['onWritable'];
}

export type OpenedRedisHome = ({ ok: true; fleet: Fleet } & Home) | { ok: false; why: string };

const MEASURE_EVERY_MS = 5000;

/** Measures the clock at once, again and again, and anew on every line; resolves when it was measured first. */
const keepTime = async (redis: Redis, clock: RedisClock): Promise<() => void> => {
  const measure = async (): Promise<void> => {
    const [seconds = '0', micros = '0'] = (await inTime(redis.sendCommand(['TIME']))) as unknown as string[];
    clock.measured(Number(seconds) * 1000 + Number(micros) / 1000);
  };
  const tryToMeasure = (): void => {
    measure().catch(() => {
      // It is away; the next time will do.
    });
  };
  redis.on('ready', () => {
    clock.forget();
    tryToMeasure();
  });
  for (let i = 0; i < 3; i += 1) await measure();
  const timer = setInterval(tryToMeasure, MEASURE_EVERY_MS);
  return () => {
    clearInterval(timer);
  };
};

/** Connects to Redis, or says why it cannot. */
export const openRedisHome = async (options: RedisHomeOptions): Promise<OpenedRedisHome> => {
  const { url, serverId, seat, replicas, onWritable } = options;
  const dialled: Redis[] = [];
  try {
    for (let i = 0; i < 3; i += 1) dialled.push(await dialRedis(url));
    const [writer, reader, subscriber] = dialled as [Redis, Redis, Redis];
    const clock = new RedisClock(systemTime);
    const stopClock = await keepTime(reader, clock);
    const onClose = async (): Promise<void> => {
      stopClock();
      await fleet.leave();
    };
    const disk = new RedisDisk({ writer, reader, subscriber, clock, replicas, onClose });
    const { diskFailed, ...home } = homeOn({
      disk,
      now: () => clock.now(),
      later: systemLater,
      onWritable,
      mayTidy: () => fleet.mayTidy(),
    });
    const fleet = await joinFleet(reader, serverId, seat, diskFailed);
    return { ok: true, fleet, ...home };
  } catch (error) {
    for (const client of dialled) client.destroy();
    return { ok: false, why: (error as Error).message };
  }
};
