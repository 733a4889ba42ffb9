// The way in against a fake server: by code, by QR, by memory, by a handed-over seat.
import type { Refusal } from '@oneliner/shared';
import { expect, it } from 'vitest';
import type { Address } from '../../../client/play/address.ts';
import { Entry } from '../../../client/play/entry.svelte.ts';
import { Seats } from '../../../client/play/seats.ts';
import { Connection } from '../../../client/src/connection.ts';
import { Memory } from '../../../client/src/storage.ts';
import { FakeWorld } from '../fake-world.ts';

const CODE = 'K7M4QX';
const KEY = 'abcdefghijklmnopqrstuv';
const secrets = ['first', 'second', 'third'];
const title = { ok: true as const, title: 'Python', code: CODE, phase: 'lobby', names: 'own', pin: false };
const joined = { ok: true as const, player: 1 };
const no = (refusal: Refusal) => ({ ok: false as const, refusal });

const setUp = (address: Partial<Address> = {}, isSeated = false) => {
  const world = new FakeWorld();
  let made = 0;
  const seats = new Seats(new Memory(() => null), () => secrets[made++] ?? 'more');
  if (isSeated) seats.take(CODE, seats.secretFor(CODE), 'Ada');
  const shown: string[] = [];
  const connection: Connection = new Connection(world, {
    attached: () => entry.attached(),
    refused: (refusal) => entry.refused(refusal),
  });
  const whole = { code: null, joinKey: null, seatKey: null, ...address };
  const entry = new Entry(connection, seats, whole, (code) => shown.push(code));
  connection.start();
  world.line.events.opened();
  const reply = async (event: Parameters<typeof world.line.answer>[0], answer: object) => {
    world.line.answer(event, answer as never);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { world, seats, entry, shown, reply };
};

it('asks for the code, then for the name, then is in', async () => {
  const { entry, world, shown, seats, reply } = setUp();
  expect(entry.scene?.name).toBe('code');
  void entry.enterCode('k7m 4qx');
  expect(entry.scene).toMatchObject({ name: 'code', isBusy: true });
  await reply('knock', title);
  expect(entry.scene).toMatchObject({ name: 'name', title: 'Python', code: CODE });
  void entry.join('Ada ', '');
  await reply('join', joined);
  expect(world.line.of('join')[0]?.message).toEqual({ code: CODE, name: 'Ada', secret: 'first' });
  expect([entry.scene, shown, seats.name, seats.isTaken(CODE)]).toEqual([null, [CODE], 'Ada', true]);
});

it('says that there is no such room, without asking when the code cannot be one', async () => {
  const { entry, world, reply } = setUp();
  void entry.enterCode('000000');
  expect(world.line.of('knock')).toHaveLength(0);
  expect(entry.scene).toMatchObject({ name: 'code', problem: { name: 'unknown-room' } });
  void entry.enterCode(CODE);
  await reply('knock', no({ name: 'unknown-room' }));
  expect(entry.scene).toMatchObject({ name: 'code', isBusy: false, problem: { name: 'unknown-room' } });
});

it('asks for the name alone when the QR was scanned, and shows its key', async () => {
  const { entry, world, reply } = setUp({ code: CODE, joinKey: KEY });
  expect(entry.scene).toMatchObject({ name: 'name', title: null });
  await reply('knock', title);
  expect(entry.scene).toMatchObject({ title: 'Python' });
  void entry.join('Ada', '');
  expect(world.line.of('join')[0]?.message).toMatchObject({ key: KEY });
});

it('keeps the name screen when the name is taken, with the free one', async () => {
  const { entry, reply } = setUp({ code: CODE });
  void entry.join('Ada', '');
  await reply('join', no({ name: 'name-taken', free: 'Ada 2' }));
  expect(entry.scene).toMatchObject({ name: 'name', problem: { free: 'Ada 2' }, isBusy: false });
});

it('says nothing against another name, code or PIN than the one that was refused', async () => {
  const { entry, reply } = setUp({ code: CODE });
  await reply('knock', title);
  void entry.join('Ada', '');
  await reply('join', no({ name: 'name-taken', free: 'Ada 2' }));
  entry.retyped();
  expect(entry.scene).toMatchObject({ name: 'name', problem: null });
  void entry.join('Grace', '');
  await reply('join', no({ name: 'pin-needed' }));
  entry.retyped();
  expect(entry.scene).toMatchObject({ problem: null, asks: { pin: true } });
  entry.otherCode();
  void entry.enterCode('000000');
  entry.retyped();
  expect(entry.scene).toMatchObject({ name: 'code', problem: null });
});

it('still says what no other name would change', async () => {
  const { entry, reply } = setUp({ code: CODE });
  void entry.join('Ada', '');
  await reply('join', no({ name: 'room-locked' }));
  entry.retyped();
  expect(entry.scene).toMatchObject({ problem: { name: 'room-locked' } });
});

it('comes back by itself to the room it was in', async () => {
  const { entry, world, reply } = setUp({ code: CODE }, true);
  expect(entry.scene).toEqual({ name: 'arriving', how: 'back' });
  expect(world.line.of('resume')[0]?.message).toEqual({ code: CODE, secret: 'first' });
  await reply('resume', joined);
  expect(entry.scene).toBeNull();
});

it('offers the way back where no code is in the address', () => {
  const { entry, world } = setUp({}, true);
  expect(entry.scene).toMatchObject({ back: { code: CODE, playerName: 'Ada' } });
  entry.goBack();
  expect(world.line.of('resume')).toHaveLength(1);
});

it('asks for a code when its room is gone, and for a name when its player is', async () => {
  const gone = setUp({ code: CODE }, true);
  await gone.reply('resume', no({ name: 'unknown-room' }));
  expect(gone.entry.scene).toMatchObject({ name: 'code', problem: { name: 'unknown-room' }, back: null });
  const unknown = setUp({ code: CODE }, true);
  await unknown.reply('resume', no({ name: 'unknown-player' }));
  expect(unknown.entry.scene).toMatchObject({ name: 'name', code: CODE });
});

it('takes over a seat with the key of the QR', async () => {
  const { entry, world, seats, shown, reply } = setUp({ code: CODE, seatKey: KEY });
  expect(entry.scene).toEqual({ name: 'arriving', how: 'seat' });
  await reply('claim-seat', joined);
  expect(world.line.of('claim-seat')[0]?.message).toEqual({ code: CODE, key: KEY, secret: 'first' });
  expect([entry.scene, seats.isTaken(CODE), shown]).toEqual([null, true, [CODE]]);
});

it('says that a seat’s key is spent and offers to join instead', async () => {
  const { entry, reply } = setUp({ code: CODE, seatKey: KEY });
  await reply('claim-seat', no({ name: 'key-spent' }));
  await reply('knock', title);
  expect(entry.scene).toMatchObject({ name: 'name', problem: { name: 'key-spent' } });
});

it('asks for the digits on the screen where the room does, by QR too, and again when they were wrong', async () => {
  const { entry, world, reply } = setUp({ code: CODE, joinKey: KEY });
  expect(entry.scene).toMatchObject({ isGuess: true });
  await reply('knock', { ...title, pin: true });
  expect(entry.scene).toMatchObject({ isGuess: false, asks: { name: true, pin: true } });
  void entry.join('Ada', '4711');
  expect(world.line.of('join')[0]?.message).toMatchObject({ name: 'Ada', pin: '4711', key: KEY });
  await reply('join', no({ name: 'pin-needed' }));
  expect(entry.scene).toMatchObject({ name: 'name', isBusy: false, problem: { name: 'pin-needed' } });
  void entry.join('Ada', '0815');
  await reply('join', joined);
  expect(entry.scene).toBeNull();
});

it('asks for digits that the host wants only since a moment ago', async () => {
  const { entry, world, reply } = setUp({ code: CODE });
  await reply('knock', title);
  void entry.join('Ada', '');
  expect(world.line.of('join')[0]?.message).not.toHaveProperty('pin');
  await reply('join', no({ name: 'pin-needed' }));
  expect(entry.scene).toMatchObject({ asks: { name: true, pin: true }, problem: { name: 'pin-needed' } });
});

it('asks for no name where the game gives them, and keeps its own for another evening', async () => {
  const { entry, world, seats, reply } = setUp();
  seats.name = 'Ada';
  void entry.enterCode(CODE);
  await reply('knock', { ...title, names: 'given' });
  expect(entry.scene).toMatchObject({ name: 'name', asks: { name: false, pin: false } });
  void entry.join('Ada', '');
  expect(world.line.of('join')[0]?.message).toMatchObject({ name: '' });
  await reply('join', joined);
  expect([seats.name, seats.nameIn(CODE)]).toEqual(['Ada', null]);
});
