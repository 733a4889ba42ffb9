// The server's process on a Redis that it shares with others.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { RedisServer } from './log/redis-server.ts';
import { startProcess } from './process.ts';

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.open();
});
afterAll(() => redis.close());

test('says that it is not ready within three seconds of Redis going away, though nobody plays, and takes people in again', async () => {
  const { origin } = startProcess({ LOG: redis.url });
  const local = await origin;
  const says = async (status: number): Promise<void> => {
    expect((await fetch(`${local}/readyz`)).status).toBe(status);
  };
  await says(200);
  await redis.stop();
  await vi.waitFor(() => says(503), { timeout: 3000 });
  await redis.start();
  await vi.waitFor(() => says(200), { timeout: 3000 });
});
