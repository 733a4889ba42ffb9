// One role for a connection and one connection for a player, also when they are asked for in the same moment.
import { nanoid } from 'nanoid';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createHostBot } from '../../../server/src/demo/host-bot.ts';
import { GameServer } from '../../browser/house/game-server.ts';
import { Guest, refusalOf } from './guest.ts';

let server: GameServer;
let origin: string;
const open: { close(): void }[] = [];
beforeAll(async () => {
  server = await GameServer.open();
  origin = `http://127.0.0.1:${server.port}`;
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(() => server.close());

const guest = (): Guest => {
  const made = new Guest(origin);
  open.push(made);
  return made;
};
const host = async () => {
  const made = await createHostBot({ origin, joinOrigin: origin });
  open.push(made);
  return made;
};

test('who joins two rooms at once is in one of them', async () => {
  const [one, other] = await Promise.all([host(), host()]);
  const ana = guest();
  await ana.ask('clock', {});
  const asked = [one, other].map(({ code }) => ana.ask('join', { code, name: 'Ana', secret: ana.secret }));
  expect((await Promise.all(asked)).map(refusalOf)).toEqual(['accepted', 'accepted']);
  await one.until(({ people }) => people[0]?.state === 'away');
  await other.until(({ people }) => people[0]?.state === 'here');
  ana.close();
  await other.until(({ people }) => people[0]?.state === 'away');
});

test('who asks to be player and screen at once is the last of the two', async () => {
  const quiz = await host();
  const ana = guest();
  await ana.ask('clock', {});
  const { code } = quiz;
  await Promise.all([
    ana.ask('join', { code, name: 'Ana', secret: ana.secret }),
    ana.ask('screen', { code, secret: nanoid(22) }),
  ]);
  await quiz.until(({ people, screens }) => people[0]?.state === 'away' && screens[0]?.here === true);
  ana.close();
  await quiz.until(({ screens }) => screens.every(({ here }) => !here));
});

test('of a player’s connections that come at once one stays, and all others are told', async () => {
  const quiz = await host();
  const ana = await guest().join(quiz.code, 'Ana');
  const tabs = Array.from({ length: 8 }, guest);
  await Promise.all(tabs.map((tab) => tab.ask('clock', {})));
  await Promise.all(tabs.map((tab) => tab.ask('resume', { code: quiz.code, secret: ana.secret })));
  const all = [ana, ...tabs];
  await Promise.all(all.map((tab) => tab.ask('clock', {})));
  expect(all.filter(({ notice }) => notice === 'replaced')).toHaveLength(all.length - 1);
});
