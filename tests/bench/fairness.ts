// How fair the game is to slow networks: the same thinking time over different ways, on the shipped client, rooms and rules.
import { clientEvents, TIMING } from '@oneliner/shared';
import type { ClientEventName, Reply, RoomView } from '@oneliner/shared';
import * as v from 'valibot';
import { RoomClock } from '../../client/src/clock.ts';
import { Connection } from '../../client/src/connection.ts';
import type { Dial } from '../../client/src/transport.ts';
import type { Line, PushName, Pushed } from '../../server/src/rooms/line.ts';
import type { Room } from '../../server/src/rooms/room.ts';
import { createHandlers } from '../../server/src/web/events.ts';
import type { Caller } from '../../server/src/web/events.ts';
import { RoundTrips } from '../../server/src/web/round-trips.ts';
import { questions } from '../server/game/table.ts';
import { House } from '../server/rooms/house.ts';

const QUESTIONS = 200;
const SECONDS = 5;
/** How often the server asks whether a line is still there. */
const HEARTBEAT_MS = 5_000;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

interface Network {
  name: string;
  /** Way there and back in ms, and how much longer a way may take by chance, as a share. */
  roundTrip: number;
  jitter: number;
  /** How long this client waits before it answers the server's measurement. */
  holdsBack?: number;
}

const networks: Network[] = [
  { name: '20 ms', roundTrip: 20, jitter: 0.2 },
  { name: '100 ms', roundTrip: 100, jitter: 0.2 },
  { name: '300 ms', roundTrip: 300, jitter: 0.2 },
  { name: '20 ms and cheating', roundTrip: 20, jitter: 0.2, holdsBack: 3_000 },
];

interface Measured {
  points: number;
  /** Thinking time as it was scored, by question, ms. */
  elapsed: Map<number, number>;
  /** How far from the opening each question was shown, ms. */
  shownAfter: number[];
  /** What became of answers that were sent a while before the opening, of each question. */
  early: Reply[];
}

function connect(
  house: House,
  room: Room,
  network: Network,
  credits: boolean,
  random: () => number,
): Measured {
  const { hours } = house;
  const way = (): number => (network.roundTrip / 2) * (1 + random() * network.jitter);
  const handlers = createHandlers({
    receipts: null,
    rooms: house.rooms,
    now: hours.now,
    later: hours.later,
    prepareQuiz: () => Promise.resolve({ ok: false, refusal: { name: 'unknown-document' } }),
  });
  const measured: Measured = { points: 0, elapsed: new Map(), shownAfter: [], early: [] };

  let latest: ReturnType<Dial> | undefined;
  const dial: Dial = (events) => {
    const arrives = { up: 0, down: 0 };
    const carry = (direction: 'up' | 'down', deliver: () => void): void => {
      arrives[direction] = Math.max(arrives[direction], hours.now() + way());
      hours.later(arrives[direction] - hours.now(), deliver);
    };
    const line: Line = {
      id: network.name,
      isOpen: () => true,
      hangUp: () => undefined,
      push: <N extends PushName>(event: N, message: Pushed<N>) => {
        carry('down', () => {
          events.heard(event, message);
        });
      },
    };
    const thereAndBack = (back: () => void): void => {
      carry('down', () => {
        hours.later(network.holdsBack ?? 0, () => {
          carry('up', back);
        });
      });
    };
    let trips: RoundTrips | null = null;
    const beat = (): void => {
      trips?.beat();
      thereAndBack(() => {
        trips?.beatAnswered();
        hours.later(HEARTBEAT_MS, beat);
      });
    };
    const openedAt = hours.now();
    thereAndBack(() => {
      trips = new RoundTrips(hours.now, openedAt);
      hours.later(HEARTBEAT_MS, beat);
      carry('down', events.opened);
    });
    const caller: Caller = {
      line,
      address: network.name,
      room: null,
      credit: () => (credits ? (trips?.credit() ?? 0) : 0),
    };
    latest = {
      close: () => undefined,
      send: (event: ClientEventName, message, answered) => {
        carry('up', () => {
          const handler = handlers[event] as (caller: Caller, message: unknown, at: number) => Promise<Reply>;
          void handler(caller, v.parse(clientEvents[event], message), hours.now()).then((reply) => {
            carry('down', () => {
              answered(reply);
            });
          });
        });
      },
    };
    return latest;
  };

  const skew = Math.round(random() * 1e6);
  const clock = new RoomClock(() => hours.now() + skew);
  /** The same thoughts for everybody: as long for the same question. */
  const thoughts = randomFrom(4711);
  const thinking = Array.from({ length: QUESTIONS }, () => 600 + thoughts() * 3_400);
  let asked = 0;
  const open = ({ phase }: RoomView): void => {
    if (phase.name !== 'open' || phase.step === asked) return;
    asked = phase.step;
    const { step, opensAt } = phase;
    // By somebody who goes round the page, which holds an answer back until the question is open.
    latest?.send('answer', { step, reply: { kind: 'choice', option: 1 }, number: 1 }, (reply) => {
      measured.early.push(reply as Reply);
    });
    hours.later(Math.max(0, opensAt - clock.now()), () => {
      measured.shownAfter.push(hours.now() - opensAt);
      hours.later(thinking[step - 1] ?? 0, () => {
        void connection.send('answer', { step, reply: { kind: 'choice', option: 0 }, number: 1 });
      });
    });
  };
  const connection = new Connection(
    { dial, after: hours.later, clock, random },
    {
      room: open,
      me: ({ standing, result }) => {
        measured.points = standing?.points ?? measured.points;
        if (result) measured.elapsed.set(result.step, result.elapsedMs ?? Infinity);
      },
    },
  );
  connection.start();
  const secret = network.name.replace(/\W/g, '_').padEnd(22, '_');
  void connection.send('join', { code: room.code, name: network.name, secret });
  return measured;
}

/** Plays 200 questions with one phone on each network. */
async function play(credits: boolean): Promise<Measured[]> {
  const house = new House();
  const settings = { seconds: SECONDS, streakBonus: false, advance: 'auto' } as const;
  const room = await house.open(settings, questions(QUESTIONS));
  const phones = networks.map((network, index) =>
    connect(house, room, network, credits, randomFrom(index + 1)),
  );
  await house.hours.pass(10_000);
  await house.whenDone(room.submit({ type: 'start', moment: room.state.moment }));
  while (room.phase !== 'podium') await house.hours.pass(60_000);
  return phones;
}

const percent = (part: number, whole: number): string => `${((part / whole - 1) * 100).toFixed(2)} %`;
const p95 = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

const [withCredit, without] = [await play(true), await play(false)];
console.log(
  `${QUESTIONS} questions of ${SECONDS} s, the same thinking time for everybody; mean points a question\n`,
);
console.table(
  networks.map(({ name }, index) => {
    const [fair, plain] = [withCredit[index], without[index]];
    const [base, plainBase] = [withCredit[0], without[0]];
    if (!fair || !plain || !base || !plainBase) throw new Error('a phone is missing');
    return {
      network: name,
      'with credit': (fair.points / QUESTIONS).toFixed(1),
      'against 20 ms': percent(fair.points, base.points),
      'without credit': (plain.points / QUESTIONS).toFixed(1),
      'against 20 ms, without': percent(plain.points, plainBase.points),
      'shown after opening, p95 (ms)': p95(fair.shownAfter.map(Math.abs)).toFixed(1),
    };
  }),
);

const [near, , far, cheat] = withCredit as [Measured, Measured, Measured, Measured];
const [plainNear, , plainFar] = without as [Measured, Measured, Measured];
const spread = near.shownAfter.map((at, index) => {
  const all = withCredit.map(({ shownAfter }) => shownAfter[index] ?? at);
  return Math.max(...all) - Math.min(...all);
});
const gained = [...near.elapsed].map(([step, elapsed]) => elapsed - (cheat.elapsed.get(step) ?? -Infinity));
const most = Math.max(...gained);
const early = withCredit.flatMap((measured) => measured.early);
const bars: [string, boolean][] = [
  ['20 and 300 ms within 0.3 % with credit', Math.abs(far.points / near.points - 1) <= 0.003],
  ['more than 1 % apart without', 1 - plainFar.points / plainNear.points > 0.01],
  [
    `delaying words gains at most the cap of ${TIMING.creditCapMs} ms (${most.toFixed(0)} ms)`,
    gained.length === QUESTIONS && most <= TIMING.creditCapMs,
  ],
  [
    `answers before the opening are refused (${early.length} of them)`,
    early.length === QUESTIONS * networks.length &&
      early.every((reply) => !reply.ok && reply.refusal.name === 'too-early'),
  ],
  [`openings at most 50 ms apart, p95 (${p95(spread).toFixed(1)} ms)`, p95(spread) <= 50],
];
for (const [bar, isHeld] of bars) console.log(`${isHeld ? 'holds  ' : 'MISSED '} ${bar}`);
process.exitCode = bars.every(([, isHeld]) => isHeld) ? 0 : 1;
