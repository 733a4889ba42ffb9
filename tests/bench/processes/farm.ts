// Several servers over a Redis of their own, and one beside them that has SQLite; all at once, so that they take turns.
import { startContestant } from './contestant.ts';
import type { Contestant } from './contestant.ts';
import { startRedis } from './redis.ts';
import type { BenchRedis } from './redis.ts';

/** Those servers that play at a time; the rest of them have nothing to do. */
export interface Team {
  ports: number[];
  /** Null where the one server has SQLite. */
  redis: BenchRedis | null;
  /** Processor time of all its servers so far, ms. */
  cpuMs(): number;
}

export interface Farm {
  sqlite: Team;
  /** So many servers over Redis, from the one with this number on: each has its turn as the first. */
  team(count: number, first: number): Team;
  stop(): Promise<void>;
}

const teamOf = (servers: Contestant[], redis: BenchRedis | null): Team => ({
  ports: servers.map(({ port }) => port),
  redis,
  cpuMs: () => servers.reduce((sum, server) => sum + server.cpuMs(), 0),
});

/** Resolves when all of it takes people in. */
export const startFarm = async (count: number, flags: string[] = []): Promise<Farm> => {
  const redis = await startRedis();
  const sqlite = await startContestant('oneliner');
  const options = { log: redis.url, flags };
  const servers = await Promise.all(
    Array.from({ length: count }, () => startContestant('oneliner', options)),
  );
  return {
    sqlite: teamOf([sqlite], null),
    team: (size, first) =>
      teamOf(
        Array.from({ length: size }, (_, i) => servers[(first + i) % count] as Contestant),
        redis,
      ),
    async stop() {
      await Promise.all([sqlite, ...servers].map((server) => server.stop()));
      await redis.stop();
    },
  };
};
