// Ways into a room that the edge adds to the rules: given names, digits that cannot be guessed, limits by address.
import { LIMITS } from '@oneliner/shared';
import type { ClientEvent, Reply } from '@oneliner/shared';
import { expect, test } from 'vitest';
import { createHandlers } from '../../../server/src/web/events.ts';
import type { Caller } from '../../../server/src/web/events.ts';
import { giveName } from '../../../server/src/web/given-names.ts';
import { nameKey, readName } from '../../../server/src/web/names.ts';
import { House } from '../rooms/house.ts';

type Join = ClientEvent<'join'>;

/** A room, and phones that join it from one address. */
async function pub(settings: Parameters<House['open']>[0] = {}) {
  const house = new House();
  const prepareQuiz = () => Promise.resolve({ ok: false, refusal: { name: 'unknown-document' } } as const);
  const { now, later } = house.hours;
  const handlers = createHandlers({ rooms: house.rooms, now, later, prepareQuiz, receipts: null });
  const room = await house.open(settings);
  let phones = 0;
  const join = (message: Partial<Join>): Promise<Reply> => {
    phones += 1;
    const caller: Caller = { line: house.page(), address: 'pub', room: null, credit: () => 0 };
    const whole = { code: room.code, key: room.state.joinKey, name: `P${phones}`, ...message };
    return handlers.join(caller, { ...whole, secret: `${phones}`.padEnd(22, '_') }, now());
  };
  return { house, room, join };
}

test('where the game gives names, what a phone sends is not used, and every name is another', async () => {
  const { house, room, join } = await pub({ names: 'given' });
  for (let n = 0; n < 60; n += 1)
    expect(await house.whenDone(join({ name: 'Something rude' }))).toMatchObject({ ok: true });
  const names = room.state.players.map(({ name }) => name);
  expect(names).not.toContain('Something rude');
  expect(new Set(names.map(nameKey)).size).toBe(60);
});

test('given names pass every check of a chosen one, however many are taken', () => {
  const taken = new Set<string>();
  for (let n = 0; n < 3_000; n += 1) {
    const name = giveName((key) => taken.has(key));
    const read = readName(name, () => false);
    expect(read).toMatchObject({ ok: true, name });
    expect(taken.has(nameKey(name))).toBe(false);
    taken.add(nameKey(name));
  }
});

test('a line that breaks in the very moment of getting its role is found and taken out again', async () => {
  const house = new House();
  const room = await house.open();
  const prepareQuiz = () => Promise.resolve({ ok: false, refusal: { name: 'unknown-document' } } as const);
  const { now, later } = house.hours;
  const handlers = createHandlers({ rooms: house.rooms, now, later, prepareQuiz, receipts: null });
  const line = house.page();
  const caller: Caller = { line, address: 'pub', room: null, credit: () => 0 };
  // The room shows a page what it needs as soon as it is in, before anything is answered.
  line.push = () => {
    line.cut();
    caller.room?.detach(line);
  };
  const { code, state } = room;
  const secret = 'phone'.padEnd(22, '_');
  await house.whenDone(handlers.join(caller, { code, key: state.joinKey, name: 'Ana', secret }, now()));
  await house.hours.pass(1_000);
  expect(state.players.map(({ name, connection }) => [name, connection])).toEqual([['Ana', null]]);
});

test('digits cannot be guessed: one address tries about one a second', async () => {
  const { house, room, join } = await pub();
  await house.whenDone(room.submit({ type: 'ask-pin', pins: ['4711'] }));
  expect(await house.whenDone(join({}))).toEqual({ ok: false, refusal: { name: 'pin-needed' } });
  let answered = 0;
  const tries = Array.from({ length: 200 }, (_, n) =>
    join({ pin: `${n}`.padStart(4, '0') }).then((reply) => {
      answered += 1;
      return reply;
    }),
  );
  await house.hours.pass(10_000);
  expect(answered).toBeLessThanOrEqual(11);
  await house.hours.pass(200_000);
  for (const reply of await Promise.all(tries))
    expect(reply).toMatchObject({ refusal: { name: 'pin-needed' } });
  expect(await house.whenDone(join({ pin: '4711' }))).toMatchObject({ ok: true });
});

test('three hundred phones of one address that type the code are all in within seconds, in spite of some mistakes', async () => {
  const { house, room, join } = await pub();
  const phones = Array.from({ length: 300 }, (_, n) =>
    join({ key: undefined, name: `Guest ${n}`, ...(n % 50 === 0 ? { code: 'QQQQQQ' } : {}) }),
  );
  await house.hours.pass(7_000);
  const replies = (await Promise.all(phones)).map((reply) => (reply.ok ? 'in' : reply.refusal.name));
  expect(replies.filter((reply) => reply === 'in')).toHaveLength(294);
  expect(replies.filter((reply) => reply === 'unknown-room')).toHaveLength(6);
  expect(room.state.members).toBe(294);
});

test('more new players of one address than a full pub has to wait their turn', async () => {
  const { house, room, join } = await pub();
  const replies = Promise.all(Array.from({ length: LIMITS.joinsBurst + 50 }, () => join({})));
  await house.hours.pass(500);
  const names = (await replies).flatMap((reply) => (reply.ok ? [] : reply.refusal.name));
  expect(names.filter((name) => name === 'too-many').length).toBe(50);
  expect(room.state.members).toBe(LIMITS.joinsBurst + 50 - names.length);
});
