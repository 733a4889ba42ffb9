// The server's process on a Redis that it shares with others.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createHostBot } from '../../server/src/demo/host-bot.ts';
import { RedisServer } from './log/redis-server.ts';
import { startProcess } from './process.ts';
import type { ServerProcess } from './process.ts';

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

test('names itself in every line that it logs, as lines of several servers come together', async () => {
  const servers = [startProcess({ LOG: redis.url }), startProcess({ LOG: redis.url })];
  for (const { origin } of servers) {
    const local = (await origin) ?? '';
    (await createHostBot({ origin: local, joinOrigin: local })).close();
  }
  const namesIn = async ({ child, ended, logged }: ServerProcess): Promise<unknown[]> => {
    child.kill('SIGTERM');
    await ended;
    const lines = logged().trim().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    return [...new Set(lines.map((line) => (JSON.parse(line) as { server?: string }).server))];
  };
  const names = (await Promise.all(servers.map(namesIn))).flat();
  expect(names).toEqual([expect.any(String), expect.any(String)]);
  expect(names[0]).not.toBe(names[1]);
});
