// Ten thousand players in one room: how long until the last of them sees an announcement.
import { percentile } from '../numbers.ts';
import type { Contestant } from '../processes/contestant.ts';
import type { Crowd } from '../processes/crowd.ts';
import type { Figure } from '../table.ts';
import { contest } from './contest.ts';

const PLAYERS = 10_000;
const PAUSES = 10;

const measure = async ({ kind, port }: Contestant, crowd: Crowd): Promise<number> => {
  await crowd.order('open', { kind, ports: [[port]], count: 1, phones: PLAYERS });
  await crowd.order('join', { phones: PLAYERS, roomsAtOnce: 1 });
  const clicks = [await crowd.order('announce'), ...(await crowd.order('pauses', { times: PAUSES }))];
  return percentile(clicks, 0.99);
};

export const bigRoom = async (rounds: number): Promise<Figure[]> => {
  const runs = await contest(['socket.io', 'oneliner'], rounds, measure);
  return [
    {
      what: "host's click to the last of 10,000 phones in one room, p99",
      unit: 'ms',
      runs: runs.oneliner,
      floor: { name: 'socket.io', runs: runs['socket.io'] },
      bar: { timesFloor: 1.5 },
    },
  ];
};
