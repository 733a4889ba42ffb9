// One Redis under several servers: what each of them sees, and what becomes of it when Redis is away or loses entries.
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Fleet } from '../../../server/src/log/fleet.ts';
import type { Home } from '../../../server/src/log/home.ts';
import { openRedisHome } from '../../../server/src/log/redis/home.ts';
import type { Entry } from '../../../server/src/log/room-log.ts';
import { createSharedPace } from '../../../server/src/web/shared-pace.ts';
import { RedisServer } from './redis-server.ts';
import { entriesOf, entryOf, join, names, opening, seqsOf, upTo } from './samples.ts';

const PATIENCE = { timeout: 10_000, interval: 20 };

let redis: RedisServer;
let homes: (Home & { fleet: Fleet })[];

const open = async (serverId: string, replicas = 0, seat = serverId): Promise<Home & { fleet: Fleet }> => {
  const home = await openRedisHome({ url: redis.url, serverId, seat, replicas, onWritable: () => {} });
  if (!home.ok) throw new Error(`not opened: ${home.why}`);
  homes.push(home);
  return home;
};

/** Follows a room from its beginning, and what comes after it when that is rewritten. */
const watch = async ({ log }: Home, code = 'ROOM') => {
  const seen: Entry[] = [];
  const ends: string[] = [];
  await log.follow(
    code,
    1,
    (entry) => seen.push(entry),
    (why) => ends.push(why),
  );
  return { seen, ends };
};

beforeAll(async () => {
  redis = await RedisServer.open();
});
afterAll(() => redis.close());
beforeEach(async () => {
  homes = [];
  await redis.ask(['FLUSHALL']);
});
afterEach(async () => {
  await Promise.all(homes.map(({ log }) => log.close()));
});

describe('two servers', () => {
  test('give their followers the same entries in the same order, each before its append resolves', async () => {
    const [one, two] = [await open('one'), await open('two')];
    await one.log.create('ROOM', opening, 'one');
    const [left, right] = [await watch(one), await watch(two)];
    const appends = names(400).map(async (name, i) => {
      const [home, own] = i % 2 === 0 ? [one, left] : [two, right];
      const { seq } = entryOf(await home.log.append('ROOM', join(name), i % 2 === 0 ? 'one' : 'two'));
      expect(own.seen.length).toBeGreaterThanOrEqual(seq);
    });
    await Promise.all(appends);
    await vi.waitFor(() => {
      expect([left.seen.length, right.seen.length]).toEqual([401, 401]);
    }, PATIENCE);
    expect(left.seen).toEqual(right.seen);
    expect(seqsOf(left.seen)).toEqual(upTo(401));
    const times = left.seen.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('have one shelf, and the first of their claims stands', async () => {
    const [one, two] = [await open('one'), await open('two')];
    await one.shelf.put('key', 'value', 60_000);
    expect(await two.shelf.get('key')).toBe('value');
    expect(await two.shelf.claim('code', 'AAA', 60_000)).toBe('AAA');
    expect(await one.shelf.claim('code', 'BBB', 60_000)).toBe('AAA');
  });

  test('that count together by swaps lose nothing to each other', async () => {
    const [one, two] = [await open('one'), await open('two')];
    const count = async (home: Home): Promise<void> => {
      const before = await home.shelf.get('count');
      const swapped = await home.shelf.swap('count', before, `${Number(before) + 1}`, 60_000);
      if (swapped !== 'kept') await count(home);
    };
    await Promise.all(upTo(20).map((n) => count(n % 2 === 0 ? one : two)));
    expect(await one.shelf.get('count')).toBe('20');
  });

  test('guess codes at one pace, and at their own while Redis is away', async () => {
    const [one, two] = [await open('one'), await open('two')];
    const paces = [one, two].map(({ shelf }) => createSharedPace(shelf, 'wrong-codes'));
    const from = one.log.now();
    const take = (n: number) => paces[n % 2]?.(from, 1000);
    const ends = (await Promise.all(upTo(20).map(take))).toSorted((a, b) => Number(a) - Number(b));
    expect(ends).toEqual(upTo(20).map((n) => from + n * 1000));
    await redis.stop();
    expect(await Promise.all([take(0), take(1)])).toEqual([null, null]);
    await redis.start();
  });

  test('have what the other appended when they ask for it', async () => {
    const [one, two] = [await open('one'), await open('two')];
    await one.log.create('ROOM', opening, 'one');
    const { seen } = await watch(two);
    await one.log.append('ROOM', join('Ada'), 'one');
    await two.log.catchUp('ROOM');
    expect(seqsOf(seen)).toEqual([1, 2]);
  });

  test('hear of a room that the other deletes', async () => {
    const [one, two] = [await open('one'), await open('two')];
    await one.log.create('ROOM', opening, 'one');
    const { ends } = await watch(two);
    await vi.waitFor(async () => expect(await one.log.expire(one.log.now())).toEqual(['ROOM']), PATIENCE);
    await vi.waitFor(() => expect(ends).toEqual(['expired']), PATIENCE);
  });

  test('take turns at deleting old rooms: while one sees to it, the other does not look', async () => {
    const [one, two] = [await open('one'), await open('two')];
    for (const code of ['A', 'B']) {
      await two.log.create(code, opening, 'two');
      await vi.waitFor(async () => expect(await one.log.expire(one.log.now())).toEqual([code]), PATIENCE);
    }
    await two.log.create('C', opening, 'two');
    await vi.waitUntil(async () => two.log.now() > ((await two.log.list())[0]?.lastAt ?? Infinity), PATIENCE);
    expect(await two.log.expire(two.log.now())).toEqual([]);
    await redis.ask(['DEL', 'oneliner:tidying']);
    expect(await two.log.expire(two.log.now())).toEqual(['C']);
  });

  test('know of each other whether they live', async () => {
    const [one, two] = [await open('one'), await open('two')];
    expect(await one.fleet.living(['one', 'two', 'three'])).toEqual(new Set(['one', 'two']));
    await two.log.close();
    expect(await one.fleet.living(['one', 'two'])).toEqual(new Set(['one']));
  });

  test('know at once that a server died when another takes its place', async () => {
    const one = await open('one');
    for (const id of ['two', 'three']) await (await open(id, 0, 'the same place')).fleet.takeSeat();
    expect(await one.fleet.living(['one', 'two', 'three'])).toEqual(new Set(['one', 'three']));
  });
});

describe('Redis', () => {
  test('that cuts its lines: nothing is missed', async () => {
    const [one, two] = [await open('one'), await open('two')];
    await one.log.create('ROOM', opening, 'one');
    const { seen } = await watch(two);
    await redis.ask(['CLIENT', 'KILL', 'TYPE', 'pubsub']);
    await one.log.append('ROOM', join('Ada'), 'one');
    await vi.waitFor(() => expect(seqsOf(seen)).toEqual([1, 2]), PATIENCE);
  });

  test('that is killed and started again: nothing is acknowledged meanwhile, and nothing is lost', async () => {
    const [one, two] = [await open('one'), await open('two')];
    await one.log.create('ROOM', opening, 'one');
    const [left, right] = [await watch(one), await watch(two)];
    await redis.stop('SIGKILL');
    expect(await one.log.append('ROOM', join('Ada'), 'one')).toEqual({ ok: false, failure: 'not-saved' });
    expect(one.log.isWritable()).toBe(false);
    await redis.start();
    await vi.waitUntil(() => one.log.isWritable(), PATIENCE);
    const { seq } = entryOf(await one.log.append('ROOM', join('Ben'), 'one'));
    await vi.waitFor(() => expect(right.seen.length).toBe(seq), PATIENCE);
    expect(left.seen).toEqual(right.seen);
    expect([left.ends, right.ends]).toEqual([[], []]);
  });

  test.each([
    ['dies', () => redis.stop('SIGKILL'), () => redis.start()],
    ['hangs', () => redis.signal('SIGSTOP'), () => redis.signal('SIGCONT')],
  ])('that %s is missed by a server that writes nothing, and so is its return', async (_how, end, begin) => {
    const { log } = await open('one');
    await end();
    await vi.waitUntil(() => !log.isWritable(), { timeout: 3500, interval: 20 });
    await begin();
    await vi.waitUntil(() => log.isWritable(), { timeout: 3500, interval: 20 });
  });

  test('that hangs: what was refused as not saved stands at most once, for all alike', async () => {
    const [one, two] = [await open('one'), await open('two')];
    await one.log.create('ROOM', opening, 'one');
    const [left, right] = [await watch(one), await watch(two)];
    redis.signal('SIGSTOP');
    const append = one.log.append('ROOM', join('Ada'), 'one');
    expect(await append).toEqual({ ok: false, failure: 'not-saved' });
    redis.signal('SIGCONT');
    await vi.waitUntil(() => one.log.isWritable(), PATIENCE);
    await one.log.append('ROOM', join('Ben'), 'one');
    await vi.waitFor(() => expect(right.seen.at(-1)?.command).toEqual(join('Ben')), PATIENCE);
    expect(left.seen).toEqual(right.seen);
    expect(left.seen.filter(({ command }) => command.type === 'join').length).toBeLessThanOrEqual(2);
  });

  test('that has fewer replicas than must have an entry acknowledges none', async () => {
    const home = await open('one', 1);
    expect(await home.log.create('ROOM', opening, 'one')).toEqual({ ok: false, failure: 'not-saved' });
    // It is as little ready later: what it could write alone would not be safe.
    await delay(2_000);
    expect(home.log.isWritable()).toBe(false);
  });

  test('that was away for long leaves every server the time for a beat before it is taken for dead', async () => {
    const one = await open('one');
    await open('two');
    await redis.stop('SIGKILL');
    await vi.waitUntil(() => !one.log.isWritable(), PATIENCE);
    await redis.start();
    await redis.ask(['FLUSHALL']);
    await vi.waitUntil(() => one.log.isWritable(), PATIENCE);
    await redis.ask(['DEL', 'oneliner:server:two']);
    expect(await one.fleet.living(['two'])).toEqual(new Set(['two']));
  });
});

describe('a failover that loses the newest entries', () => {
  /** Puts the room back as it is now, when the returned function is called. */
  const remember = async (): Promise<() => Promise<void>> => {
    const keys = ['oneliner:{ROOM}:log', 'oneliner:{ROOM}:head'];
    for (const key of keys) await redis.ask(['COPY', key, `${key}:old`, 'REPLACE']);
    return async () => {
      for (const key of keys) await redis.ask(['COPY', `${key}:old`, key, 'REPLACE']);
      await redis.ask(['CLIENT', 'KILL', 'TYPE', 'normal']);
      await redis.ask(['CLIENT', 'KILL', 'TYPE', 'pubsub']);
    };
  };

  test('is noticed by every server; each begins anew on what is left, under one higher epoch', async () => {
    const [one, two] = [await open('one'), await open('two')];
    await one.log.create('ROOM', opening, 'one');
    await one.log.append('ROOM', join('Ada'), 'one');
    const [left, right] = [await watch(one), await watch(two)];
    const failOver = await remember();
    await one.log.append('ROOM', join('Ben'), 'one');
    await vi.waitFor(() => expect(right.seen.length).toBe(3), PATIENCE);
    await failOver();
    await vi.waitFor(() => expect([left.ends, right.ends]).toEqual([['rewritten'], ['rewritten']]), PATIENCE);
    await vi.waitUntil(() => one.log.isWritable() && two.log.isWritable(), PATIENCE);
    await vi.waitFor(async () => expect(seqsOf(await entriesOf(two.log, 'ROOM'))).toEqual([1, 2]), PATIENCE);
    const entry = entryOf(await two.log.append('ROOM', join('Cy'), 'two'));
    expect([entry.epoch, entry.seq]).toEqual([1, 3]);
    const [again, other] = [await entriesOf(one.log, 'ROOM'), await entriesOf(two.log, 'ROOM')];
    expect(again).toEqual(other);
    expect(again.map(({ epoch }) => epoch)).toEqual([1, 1, 1]);
  });

  test('and another that loses the new epoch too: the next is higher still', async () => {
    const one = await open('one');
    await one.log.create('ROOM', opening, 'one');
    const failOver = await remember();
    for (const epoch of [1, 2]) {
      const { ends } = await watch(one);
      await one.log.append('ROOM', join('Ada'), 'one');
      await failOver();
      await vi.waitFor(() => expect(ends).toEqual(['rewritten']), PATIENCE);
      await vi.waitFor(
        async () => expect((await entriesOf(one.log, 'ROOM'))[0]?.epoch).toBe(epoch),
        PATIENCE,
      );
    }
  });

  test('that loses the whole room ends it', async () => {
    const one = await open('one');
    await one.log.create('ROOM', opening, 'one');
    const { ends } = await watch(one);
    await redis.ask(['FLUSHALL']);
    await redis.ask(['CLIENT', 'KILL', 'TYPE', 'pubsub']);
    await vi.waitFor(() => expect(ends).toEqual(['expired']), PATIENCE);
  });
});
