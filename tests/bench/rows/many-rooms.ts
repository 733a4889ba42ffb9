// 250 rooms of 40 that play 24 questions at once in two minutes. Its three thirds count as three runs.
import type { Played } from '../load/room.ts';
import { percentile } from '../numbers.ts';
import { lagOf } from '../processes/scrape.ts';
import { noneLost } from '../table.ts';
import type { Figure } from '../table.ts';
import { withLoad } from './contest.ts';
import { acknowledgementsOf, lostOf } from './played.ts';

const ROOMS = 250;
const PLAYERS_A_ROOM = 40;
const THIRDS = 3;
const QUESTIONS_A_THIRD = 8;
const EVERY_MS = 5000;
const SPREAD_MS = 2500;

interface Third {
  acknowledged: number;
  lagP99: number;
  lost: number;
}

const thirdOf = (played: Played[], lagP99: number): Third => ({
  acknowledged: percentile(acknowledgementsOf(played), 0.999),
  lagP99,
  lost: lostOf(played),
});

export const manyRooms = async (): Promise<Figure[]> => {
  const thirds = await withLoad('oneliner', async ({ kind, port, metrics }, crowd) => {
    await crowd.order('open', { kind, ports: [[port]], count: ROOMS, phones: PLAYERS_A_ROOM });
    await crowd.order('join', { phones: PLAYERS_A_ROOM, roomsAtOnce: 5 });
    const run: Third[] = [];
    for (let third = 0; third < THIRDS; third += 1) {
      const lag = await lagOf(metrics ?? '');
      const played = await crowd.order('playOn', {
        questions: QUESTIONS_A_THIRD,
        spreadMs: SPREAD_MS,
        everyMs: EVERY_MS,
      });
      run.push(thirdOf(played.flat(), await lag.percentile(0.99)));
    }
    return run;
  });
  return [
    {
      what: '250 rooms of 40, 24 questions in two minutes: answer to acknowledgement, p99.9',
      unit: 'ms',
      runs: thirds.map(({ acknowledged }) => acknowledged),
      bar: { atMost: 250 },
    },
    {
      what: 'the same, event-loop lag p99, at most',
      unit: 'ms',
      runs: thirds.map(({ lagP99 }) => lagP99),
      bar: { atMost: 20 },
    },
    noneLost(
      'the same, answers lost',
      thirds.map(({ lost }) => lost),
    ),
  ];
};
