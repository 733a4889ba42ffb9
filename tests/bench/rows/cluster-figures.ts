// The figures of several servers, each beside what one server gave in the same rounds, and the bar for many rooms.
import { noneLost } from '../table.ts';
import type { Figure } from '../table.ts';
import type { Cost } from './cost.ts';

export interface ManyRooms extends Cost {
  /** What Redis keeps of a room in which everybody has come and nobody has answered, with its quiz. */
  roomBytes: number;
}

export interface ClusterRun {
  /** One room of a thousand, its phones on all servers. */
  room: Cost;
  /** Many rooms of forty, the phones of each on all servers. */
  spread: ManyRooms;
  /** The same rooms, each whole on one server. */
  together: ManyRooms;
}

export type ClusterRuns = Record<'sqlite' | 'one' | 'two' | 'three', ClusterRun[]>;

const MOST_OF_ONE = 1.3;

type Pick = (run: ClusterRun) => number;
type Against = NonNullable<Figure['floor']>;

const against = (name: string, runs: ClusterRun[], value: Pick): Against => ({
  name,
  runs: runs.map(value),
});

/** What the same value was with SQLite, on one server over Redis, and on two and three. */
const growth = (runs: ClusterRuns, what: string, unit: string, value: Pick): Figure[] => {
  const one = against('one server', runs.one, value);
  return [
    { what: `${what}: one server with SQLite`, unit, runs: runs.sqlite.map(value) },
    { what: '… one over Redis', unit, runs: one.runs, floor: against('SQLite', runs.sqlite, value) },
    { what: '… spread over two', unit, runs: runs.two.map(value), floor: one },
    { what: '… spread over three', unit, runs: runs.three.map(value), floor: one },
  ];
};

const servers: Pick = ({ spread }) => spread.serversMicros;

const manyRooms = (runs: ClusterRuns): Figure[] => {
  const bar = { timesFloor: MOST_OF_ONE };
  const grown = growth(runs, '17 rooms of 40 for each server, processor time for each answer', 'µs', servers);
  const together: Figure = {
    what: '… on three, each room on one of them',
    unit: 'µs',
    runs: runs.three.map((run) => run.together.serversMicros),
    floor: against('one server', runs.one, servers),
  };
  return [
    ...grown.slice(0, -1),
    ...grown.slice(-1).map((three) => ({ ...three, bar })),
    { ...together, bar },
  ];
};

const redis = (runs: ClusterRuns): Figure[] => {
  const cases: [string, ClusterRun[], 'spread' | 'together'][] = [
    ['one server', runs.one, 'spread'],
    ['spread over two', runs.two, 'spread'],
    ['spread over three', runs.three, 'spread'],
    ['three, each room on one', runs.three, 'together'],
  ];
  const rows: [string, string, (cost: ManyRooms) => number][] = [
    ["Redis's processor time for each answer", 'µs', (cost) => cost.redisMicros],
    ['scripts for each answer', '', (cost) => cost.scripts],
    ['time in one script', 'µs', (cost) => cost.scriptMicros],
    ['bytes from Redis to servers for each answer', '', (cost) => cost.sentBytes],
  ];
  return rows.flatMap(([what, unit, value]) =>
    cases.map(([where, ran, seating], i) => ({
      what: i === 0 ? `${what}: ${where}` : `… ${where}`,
      unit,
      runs: ran.map((run) => value(run[seating])),
    })),
  );
};

const sizes = ({ one }: ClusterRuns): Figure[] => {
  const figure = (what: string, unit: string, value: (cost: ManyRooms) => number): Figure => ({
    what,
    unit,
    runs: one.map(({ spread }) => value(spread)),
  });
  return [
    figure('append-only file for each answer', 'bytes', ({ fileBytes }) => fileBytes),
    figure("Redis's memory for each answer", 'bytes', ({ memoryBytes }) => memoryBytes),
    figure("Redis's memory of a room before its first question", 'kB', ({ roomBytes }) => roomBytes / 1000),
    figure('frames between a phone and its server for each question', '', ({ frames }) => frames),
    figure('bytes in them', '', ({ bytes }) => bytes),
  ];
};

const lost = (runs: ClusterRuns): Figure =>
  noneLost(
    'answers refused or lost in all of this',
    Object.values(runs)
      .flat()
      .map(({ room, spread, together }) => room.lost + spread.lost + together.lost),
  );

export const figuresOf = (runs: ClusterRuns): Figure[] => [
  ...growth(
    runs,
    'room of 1,000, processor time of servers for each player and question',
    'µs',
    ({ room }) => room.serversMicros,
  ),
  ...growth(runs, 'the same room, answer to acknowledgement, p99', 'ms', ({ room }) => room.acknowledged),
  ...manyRooms(runs),
  ...redis(runs),
  ...sizes(runs),
  lost(runs),
];
