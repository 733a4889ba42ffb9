// Ten thousand players in 250 rooms who only wait: what keeping their lines costs.
import { setTimeout as delay } from 'node:timers/promises';
import type { Contestant } from '../processes/contestant.ts';
import type { Crowd } from '../processes/crowd.ts';
import type { Figure } from '../table.ts';
import { contest, pick } from './contest.ts';

const ROOMS = 250;
const PLAYERS_A_ROOM = 40;
const PLAYERS = ROOMS * PLAYERS_A_ROOM;
/** Until what joining left behind is collected, and how long is watched: several heartbeats each. */
const SETTLE_MS = 10_000;
const WATCH_MS = 15_000;

interface Run {
  kilobytes: number;
  /** Processor time of each player's second, µs. */
  cpu: number;
}

const measure = async (contestant: Contestant, crowd: Crowd): Promise<Run> => {
  const { kind, port } = contestant;
  const before = contestant.memoryBytes();
  await crowd.order('open', { kind, ports: [[port]], count: ROOMS, phones: PLAYERS_A_ROOM });
  await crowd.order('join', { phones: PLAYERS_A_ROOM, roomsAtOnce: 5 });
  await delay(SETTLE_MS);
  const cpuBefore = contestant.cpuMs();
  await delay(WATCH_MS);
  const cpuMs = contestant.cpuMs() - cpuBefore;
  return {
    kilobytes: (contestant.memoryBytes() - before) / 1000 / PLAYERS,
    cpu: (cpuMs * 1000) / PLAYERS / (WATCH_MS / 1000),
  };
};

export const idle = async (rounds: number): Promise<Figure[]> => {
  const runs = await contest(['socket.io', 'oneliner'], rounds, measure);
  const [memory, cpu] = [(run: Run) => run.kilobytes, (run: Run) => run.cpu];
  const floorOf = (value: (run: Run) => number) => ({
    name: 'socket.io',
    runs: pick(runs['socket.io'], value),
  });
  const mine = (value: (run: Run) => number) => pick(runs.oneliner, value);
  return [
    {
      what: '10,000 idle in 250 rooms, memory each',
      unit: 'kB',
      runs: mine(memory),
      floor: floorOf(memory),
      bar: { timesFloor: 1.5 },
    },
    { what: 'the same', unit: 'kB', runs: mine(memory), bar: { atMost: 30 } },
    {
      what: 'the same, processor time each',
      unit: 'µs/s',
      runs: mine(cpu),
      floor: floorOf(cpu),
      bar: { timesFloor: 1.5 },
    },
  ];
};
