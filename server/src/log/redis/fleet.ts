// The servers that share a Redis: each keeps a key alive for as long as it lives.
import type { Fleet } from '../fleet.ts';
import { inTime } from './client.ts';
import type { Redis } from './client.ts';
import { seatKey, serverKey, TIDYING_KEY } from './keys.ts';

const BEAT_MS = 1000;
/** Several beats may be lost before others take a server for dead. */
const DEAD_AFTER_MS = 5000;

/** About as often as each server looks for old rooms. */
const TIDYING_MS = 10 * 60_000;

export interface RedisFleet extends Fleet {
  /** Whether this server is the one that deletes old rooms at present. Rejects when Redis is away. */
  mayTidy(): Promise<boolean>;
  /** Says that this server is gone, now. */
  leave(): Promise<void>;
}

/** Whoever had the seat (a machine, an address and a port) is gone for everybody, before its key runs out. */
const succeed = async (redis: Redis, self: string, seat: string): Promise<void> => {
  const before = await inTime(redis.set(seatKey(seat), self, { GET: true }));
  if (before !== null) await inTime(redis.del(serverKey(before)));
};

/**
 * @param seat where this server listens: at one time there is one server there.
 * @param onMissed told of every beat that Redis did not take, within three seconds of its going away.
 */
export const joinFleet = async (
  redis: Redis,
  self: string,
  seat: string,
  onMissed: (why: string) => void,
): Promise<RedisFleet> => {
  /** Until when nobody can be taken for dead: after an outage of Redis others may not have had their next beat yet. */
  let doubtUntil = 0;
  const beat = async (): Promise<void> => {
    await inTime(redis.set(serverKey(self), '', { expiration: { type: 'PX', value: DEAD_AFTER_MS } }));
  };
  await beat();
  const timer = setInterval(() => {
    // Redis is away for the others, too, or they are right to go on without this server.
    beat().catch((error: unknown) => {
      doubtUntil = performance.now() + DEAD_AFTER_MS;
      onMissed((error as Error).message);
    });
  }, BEAT_MS);
  return {
    async living(servers) {
      try {
        const found = await inTime(Promise.all(servers.map((id) => redis.exists(serverKey(id)))));
        return new Set(servers.filter((_, i) => found[i] === 1 || performance.now() < doubtUntil));
      } catch {
        return new Set(servers);
      }
    },
    // Where Redis is away the key of who had it runs out by itself.
    takeSeat: () => succeed(redis, self, seat).catch(() => undefined),
    async mayTidy() {
      const expiration = { type: 'PX', value: TIDYING_MS } as const;
      const before = await inTime(redis.set(TIDYING_KEY, self, { condition: 'NX', GET: true, expiration }));
      return before === null || before === self;
    },
    async leave() {
      clearInterval(timer);
      await inTime(redis.del(serverKey(self))).catch(() => undefined);
    },
  };
};
