// One full room: what a question costs for each player, how fast everybody sees it and is answered, and joining.
import type { Played } from '../load/room.ts';
import { percentile } from '../numbers.ts';
import type { Contestant, Kind } from '../processes/contestant.ts';
import type { Crowd } from '../processes/crowd.ts';
import { noneLost } from '../table.ts';
import type { Figure } from '../table.ts';
import { contest, pick } from './contest.ts';
import type { Runs } from './contest.ts';
import { acknowledgementsOf, lostOf } from './played.ts';

const SPREAD_MS = 3000;
const BURST_MS = 100;
/** One is as good or bad as the moment that it meets. */
const BURSTS = 6;
const WARM_UP_MS = 1000;
/** A pause and a going on: clicks that every phone is shown, without a question to wait for. */
const PAUSES = 15;

interface Run {
  /** Processor time for each player and question, ms. */
  cpu: number;
  frames: number;
  /** From the host's clicks to the last phone, p99, ms. */
  lastPhone: number;
  acknowledged: number;
  /** Each burst's, p99, ms. */
  bursts: number[];
  /** Answers that were refused or never acknowledged. */
  lost: number;
  joinCpu: number;
  joinsASecond: number;
  /** Of a server that has just started, and compiles what it runs for the first time; none where that is not measured. */
  first: { joinsASecond: number; bursts: number[] } | null;
}

export interface OneRoomPlan {
  questions: number;
  rounds: number;
  /** Whether bursts and clicks are measured too, or only what a question costs. */
  isWhole: boolean;
}

/** Of each burst the p99, ms. */
const slowestOf = (bursts: Played[]): number[] =>
  bursts.map(({ acknowledgements }) => percentile(acknowledgements, 0.99));

const measure =
  (players: number, { questions, isWhole }: OneRoomPlan) =>
  async (contestant: Contestant, crowd: Crowd): Promise<Run> => {
    const { kind, port } = contestant;
    const fill = async (): Promise<number> => {
      await crowd.order('open', { kind, ports: [[port]], count: 1, phones: players });
      return players / (await crowd.order('join', { phones: players, roomsAtOnce: 1 }));
    };
    const burst = async (): Promise<Played[]> => {
      const played: Played[] = [];
      for (let bursts = 0; bursts < BURSTS; bursts += 1)
        played.push(...(await crowd.order('play', { spreadMs: BURST_MS })));
      return played;
    };
    const firstBursts: Played[] = [];
    let first: Run['first'] = null;
    if (isWhole) {
      // A room before the one that counts.
      const joinsASecond = await fill();
      await crowd.order('play', { spreadMs: WARM_UP_MS });
      firstBursts.push(...(await burst()));
      first = { joinsASecond, bursts: slowestOf(firstBursts) };
      await crowd.order('close');
    }

    const beforeJoining = contestant.cpuMs();
    const joinsASecond = await fill();
    const joinCpu = (contestant.cpuMs() - beforeJoining) / players;
    await crowd.order('play', { spreadMs: WARM_UP_MS });

    const [before, framesBefore] = [contestant.cpuMs(), await crowd.order('count')];
    const played: Played[] = [];
    for (let question = 0; question < questions; question += 1)
      played.push(...(await crowd.order('play', { spreadMs: SPREAD_MS })));
    const [after, framesAfter] = [contestant.cpuMs(), await crowd.order('count')];

    const clicks = played.flatMap((one) => one.clicks);
    const bursts = isWhole ? await burst() : [];
    if (isWhole) {
      clicks.push(...(await crowd.order('pauses', { times: PAUSES })));
    }
    return {
      cpu: (after - before) / players / questions,
      frames: (framesAfter.game - framesBefore.game) / players / questions,
      lastPhone: percentile(clicks, 0.99),
      acknowledged: percentile(acknowledgementsOf(played), 0.99),
      bursts: slowestOf(bursts),
      lost: lostOf([...firstBursts, ...played, ...bursts]) + framesAfter.gone,
      joinCpu,
      joinsASecond,
      first,
    };
  };

const against = (name: Kind, runs: Runs<Run>, value: (run: Run) => number): NonNullable<Figure['floor']> => ({
  name,
  runs: pick(runs[name], value),
});

/** What a question costs at 1,000 and 2,000, and whether that grows with the room. */
const costs = (small: Runs<Run>, large: Runs<Run>): Figure[] => {
  const cpu = (run: Run) => run.cpu;
  const grown = large.oneliner.map((run, round) => run.cpu / (small.oneliner[round]?.cpu ?? NaN));
  return [
    ...(
      [
        [1000, small],
        [2000, large],
      ] as const
    ).map(([players, runs]): Figure => ({
      what: `processor time for each player and question, N = ${players}`,
      unit: 'ms',
      runs: pick(runs.oneliner, cpu),
      floor: against('socket.io', runs, cpu),
      bar: { timesFloor: 1.8 },
    })),
    { what: 'the same, 2,000 against 1,000', unit: '×', runs: grown, bar: { atMost: 1.2 } },
    {
      what: 'frames for each player and question',
      unit: '',
      runs: pick(large.oneliner, ({ frames }) => frames),
      bar: { atMost: 7 },
    },
  ];
};

const times = (large: Runs<Run>): Figure[] => [
  {
    what: "host's click to the last of 2,000 phones, p99",
    unit: 'ms',
    runs: pick(large.oneliner, ({ lastPhone }) => lastPhone),
    floor: against('ws', large, ({ lastPhone }) => lastPhone),
    bar: { timesFloor: 1.5 },
  },
  {
    what: 'answer to acknowledgement, 2,000 over 3 s, p99',
    unit: 'ms',
    runs: pick(large.oneliner, ({ acknowledged }) => acknowledged),
    floor: against('ws', large, ({ acknowledged }) => acknowledged),
    bar: { atMost: 15 },
  },
  {
    what: 'the same, all 2,000 within 100 ms, p99',
    unit: 'ms',
    runs: large.oneliner.flatMap(({ bursts }) => bursts),
    floor: { name: 'socket.io', runs: large['socket.io'].flatMap(({ bursts }) => bursts) },
    bar: { atMost: 60 },
  },
  noneLost(
    'answers refused or lost, lines lost',
    pick(large.oneliner, ({ lost }) => lost),
  ),
  {
    what: 'processor time of a join, N = 2,000',
    unit: 'ms',
    runs: pick(large.oneliner, ({ joinCpu }) => joinCpu),
    floor: against('socket.io', large, ({ joinCpu }) => joinCpu),
    bar: { timesFloor: 2 },
  },
  {
    what: 'joins a second',
    unit: '',
    runs: pick(large.oneliner, ({ joinsASecond }) => joinsASecond),
    floor: against('socket.io', large, ({ joinsASecond }) => joinsASecond),
    bar: { atLeast: 1500 },
  },
  {
    what: 'joins a second, of a server that has just started',
    unit: '',
    runs: pick(large.oneliner, ({ first }) => first?.joinsASecond ?? NaN),
    floor: against('socket.io', large, ({ first }) => first?.joinsASecond ?? NaN),
  },
  {
    what: 'all 2,000 answers within 100 ms, of a server that has just started, p99',
    unit: 'ms',
    runs: large.oneliner.flatMap(({ first }) => first?.bursts ?? []),
    floor: { name: 'socket.io', runs: large['socket.io'].flatMap(({ first }) => first?.bursts ?? []) },
  },
];

export const oneRoom = async (plan: OneRoomPlan): Promise<Figure[]> => {
  const small = await contest(['socket.io', 'oneliner'], plan.rounds, measure(1000, plan));
  const entrants: Kind[] = plan.isWhole ? ['ws', 'socket.io', 'oneliner'] : ['socket.io', 'oneliner'];
  const large = await contest(entrants, plan.rounds, measure(2000, plan));
  return [...costs(small, large), ...(plan.isWhole ? times(large) : [])];
};
