// One, two and three servers over one Redis: what a room costs that is spread over all of them, and whether an answer
// costs more where more servers have more rooms. One server with SQLite stands beside them.
import { setTimeout as delay } from 'node:timers/promises';
import type { Played } from '../load/room.ts';
import { Crowd } from '../processes/crowd.ts';
import { startFarm } from '../processes/farm.ts';
import type { Farm, Team } from '../processes/farm.ts';
import type { Figure } from '../table.ts';
import { figuresOf } from './cluster-figures.ts';
import type { ClusterRun, ClusterRuns, ManyRooms } from './cluster-figures.ts';
import { costOf } from './cost.ts';
import type { Cost, Used } from './cost.ts';

const SERVERS = 3;

const PLAYERS = 1000;
const QUESTIONS = 2;
const SPREAD_MS = 1500;
const WARM_UP_MS = 500;

/** As many as three servers can have on two cores beside the load. */
const ROOMS_A_SERVER = 17;
const PLAYERS_A_ROOM = 40;
const EVERY_MS = 2500;

/** Until those who left one room are noted as gone. */
const SETTLE_MS = 1500;

const usedBy = async (team: Team, crowd: Crowd): Promise<Used> => {
  const { game, bytes } = await crowd.order('count');
  const work = team.redis ? await team.redis.work() : null;
  return { serversMs: team.cpuMs(), redisMs: team.redis?.cpuMs() ?? 0, work, frames: game, bytes };
};

const measure = async (team: Team, crowd: Crowd, play: () => Promise<Played[]>): Promise<Cost> => {
  const before = await usedBy(team, crowd);
  const played = await play();
  return costOf(before, await usedBy(team, crowd), played);
};

/** One room, its phones on all servers in turn. */
const oneRoom = async (team: Team, crowd: Crowd): Promise<Cost> => {
  await crowd.order('open', { kind: 'oneliner', ports: [team.ports], count: 1, phones: PLAYERS });
  await crowd.order('join', { phones: PLAYERS, roomsAtOnce: 1 });
  await crowd.order('play', { spreadMs: WARM_UP_MS });
  const cost = await measure(team, crowd, async () => {
    const played: Played[] = [];
    for (let question = 0; question < QUESTIONS; question += 1)
      played.push(...(await crowd.order('play', { spreadMs: SPREAD_MS })));
    return played;
  });
  await crowd.order('close');
  await delay(SETTLE_MS);
  return cost;
};

/** @param ports the servers of each room: all of them, as a balancer does it, or one each */
const manyRooms = async (team: Team, crowd: Crowd, ports: number[][]): Promise<ManyRooms> => {
  const rooms = ROOMS_A_SERVER * team.ports.length;
  const memory = async () => (await usedBy(team, crowd)).work?.memoryBytes ?? 0;
  const empty = await memory();
  await crowd.order('open', { kind: 'oneliner', ports, count: rooms, phones: PLAYERS_A_ROOM });
  await crowd.order('join', { phones: PLAYERS_A_ROOM, roomsAtOnce: 5 });
  const roomBytes = ((await memory()) - empty) / rooms;
  const cost = await measure(team, crowd, async () => {
    const plan = { questions: QUESTIONS, spreadMs: SPREAD_MS, everyMs: EVERY_MS };
    return (await crowd.order('playOn', plan)).flat();
  });
  await crowd.order('close');
  await delay(SETTLE_MS);
  return { ...cost, roomBytes };
};

const runOf = async (team: Team, crowd: Crowd): Promise<ClusterRun> => {
  const room = await oneRoom(team, crowd);
  const spread = await manyRooms(team, crowd, [team.ports]);
  const apart = team.ports.map((port) => [port]);
  return { room, spread, together: apart.length > 2 ? await manyRooms(team, crowd, apart) : spread };
};

/** Three servers compile three times what one compiles once: nothing counts before all of them have. */
const warmUp = async ({ sqlite, team }: Farm, crowd: Crowd): Promise<void> => {
  for (const one of [sqlite, team(1, 0), team(1, 1), team(1, 2), team(SERVERS, 0)])
    await manyRooms(one, crowd, [one.ports]);
};

export const cluster = async (rounds: number): Promise<Figure[]> => {
  const runs: ClusterRuns = { sqlite: [], one: [], two: [], three: [] };
  const farm = await startFarm(SERVERS);
  const crowd = await Crowd.gather();
  try {
    await warmUp(farm, crowd);
    for (let round = 0; round < rounds; round += 1) {
      runs.sqlite.push(await runOf(farm.sqlite, crowd));
      runs.one.push(await runOf(farm.team(1, round), crowd));
      runs.two.push(await runOf(farm.team(2, round), crowd));
      runs.three.push(await runOf(farm.team(3, round), crowd));
    }
  } finally {
    await crowd.leave();
    await farm.stop();
  }
  return figuresOf(runs);
};
