// The contract on Redis.
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { openRedisHome } from '../../../server/src/log/redis/home.ts';
import { describeRoomLog, describeShelf } from './contract.ts';
import type { OpenHome } from './contract.ts';
import { RedisServer } from './redis-server.ts';

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.open();
});
afterAll(() => redis.close());

/** Time on Redis's clock passes by itself. */
const open: OpenHome = async () => {
  await redis.ask(['FLUSHALL']);
  const home = await openRedisHome({
    url: redis.url,
    serverId: 's',
    seat: 's',
    replicas: 0,
    onWritable: () => {},
  });
  if (!home.ok) throw new Error(`not opened: ${home.why}`);
  return { ...home, pass: (ms) => delay(ms), close: () => home.log.close() };
};

describeRoomLog('Redis', open);
describeShelf('Redis', open);
