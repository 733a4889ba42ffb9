// Hours in minutes: rooms that are filled, played in and left again and again, and the memory that stays.
import { setTimeout as delay } from 'node:timers/promises';
import { LIMITS } from '@oneliner/shared';
import { median } from '../numbers.ts';
import type { Figure } from '../table.ts';
import { withLoad } from './contest.ts';

const ROOMS = 20;
const PLAYERS_A_ROOM = 50;
const QUESTIONS = 3;
const SETTLE_MS = 3000;
/** A host drops a document in and opens a room: more often their address may not do that for long. */
const ROUND_MS = (2 / LIMITS.postsPerSecond) * 1000;
/** Rooms of a round stay open until they expire, a day later: each is allowed what a room takes. */
const KILOBYTES_A_ROOM = 250;
const WARM_UP_ROUNDS = 3;

/** Plays rounds for `minutes`; the growth of memory from the first third of them to the last, for each room that stays. */
export const soak = async (minutes: number): Promise<Figure[]> => {
  const megabytes = await withLoad('oneliner', async (contestant, crowd) => {
    const { kind, port } = contestant;
    const end = performance.now() + minutes * 60_000;
    const seen: number[] = [];
    while (performance.now() < end) {
      const nextAt = performance.now() + ROUND_MS;
      await crowd.order('open', { kind, ports: [[port]], count: ROOMS, phones: PLAYERS_A_ROOM });
      await crowd.order('join', { phones: PLAYERS_A_ROOM, roomsAtOnce: 5 });
      await crowd.order('playOn', { questions: QUESTIONS, spreadMs: 1000, everyMs: 2500 });
      await crowd.order('close');
      await delay(Math.max(SETTLE_MS, nextAt - performance.now()));
      seen.push(contestant.memoryBytes() / 1e6);
      console.log(`round ${seen.length}: ${seen.at(-1)?.toFixed(0)} MB`);
    }
    return seen.slice(WARM_UP_ROUNDS);
  });
  const third = Math.floor(megabytes.length / 3);
  const [early, late] = [median(megabytes.slice(0, third)), median(megabytes.slice(-third))];
  const rooms = (megabytes.length - third) * ROOMS;
  return [
    {
      what: 'memory that stays of a room that was left',
      unit: 'kB',
      runs: [((late - early) * 1000) / rooms],
      bar: { atMost: KILOBYTES_A_ROOM },
    },
  ];
};
