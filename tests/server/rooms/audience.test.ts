// What the pages of a live room are sent: what they need when they come, what changes, and nothing once they are gone.
import { TIMING } from '@oneliner/shared';
import { expect, test } from 'vitest';
import { House } from './house.ts';
import type { Page } from './house.ts';

const framesOf = (page: Page, event: string) => page.got.filter((sent) => sent.event === event);

test('a phone that comes gets the whole of both parts, and each phase once', async () => {
  const house = new House();
  const room = await house.open({ seconds: 5 });
  const ana = await house.player(room, 'Ana');
  expect(ana.room?.phase.name).toBe('lobby');
  expect(ana.me).toMatchObject({ name: 'Ana', player: 1 });
  await house.openFirst(room);
  await house.hours.pass(8_000);
  const phases = framesOf(ana, 'room').map(
    ({ message }) => (message as { phase: { name: string } }).phase.name,
  );
  expect(phases).toEqual(['lobby', 'announced', 'open', 'reveal']);
  expect(ana.me?.result).toMatchObject({ step: 1, answered: false, right: false });
});

test('a join and an answer cost the same number of frames however many play', async () => {
  const costs = async (players: number): Promise<number[]> => {
    const house = new House();
    const room = await house.open({ seconds: 60 });
    const host = await house.host(room);
    for (let n = 1; n <= players; n += 1) await house.player(room, `P${n}`);
    const sent = (): number => house.pages.reduce((sum, { got }) => sum + got.length, 0);
    const beforeJoin = sent();
    const late = await house.player(room, 'one more');
    await house.hours.pass(1_000);
    const join = sent() - beforeJoin;
    await house.openFirst(room);
    await house.hours.pass(1_000);
    const beforeAnswer = sent();
    await house.answer(room, 1, 0);
    await house.hours.pass(1_000);
    expect(framesOf(host, 'host-people').length).toBeGreaterThan(0);
    expect(late.me?.player).toBe(players + 1);
    return [join, sent() - beforeAnswer];
  };
  expect(await costs(4)).toEqual(await costs(60));
});

test('small updates come at most ten a second, and name everybody who changed', async () => {
  const house = new House();
  const room = await house.open();
  const host = await house.host(room);
  const before = framesOf(host, 'host-people').length;
  const joins = Array.from({ length: 40 }, (_, n) =>
    room.join(house.page(), {
      type: 'join',
      secretHash: `s${n}`,
      name: `P${n}`,
      nameKey: `~P${n}`,
      pin: null,
    }),
  );
  await house.hours.pass(1_000);
  await Promise.all(joins);
  const updates = framesOf(host, 'host-people').slice(before);
  expect(updates.length).toBeLessThanOrEqual(1_000 / TIMING.updateEveryMs);
  const named = updates.flatMap(({ message }) => (message as { people: { player: number }[] }).people);
  expect(new Set(named.map(({ player }) => player)).size).toBe(40);
  expect((updates.at(-1)?.message as { tally: unknown }).tally).toMatchObject({ here: 40, players: 40 });
});

test('the newest connection of a player wins and the older is told', async () => {
  const house = new House();
  const room = await house.open();
  const older = await house.player(room, 'Ana');
  const newer = house.page();
  await house.whenDone(room.resume(newer, 'secret of Ana'));
  expect(older.notice).toBe('replaced');
  expect(room.whoIs(older)).toBeUndefined();
  room.detach(older);
  await house.hours.pass(100);
  expect(room.state.present).toBe(1);
  await house.openFirst(room);
  expect(newer.room?.phase.name).toBe('open');
  expect(older.got.at(-1)?.event).toBe('notice');
});

test('a line that was cut while it joined is not counted as here', async () => {
  const house = new House();
  const room = await house.open();
  const page = house.page();
  const joining = room.join(page, {
    type: 'join',
    secretHash: 's',
    name: 'Ana',
    nameKey: '~Ana',
    pin: null,
  });
  page.cut();
  await house.hours.pass(100);
  await joining;
  expect(room.state.members).toBe(1);
  expect(room.state.present).toBe(0);
  const told = page.got.length;
  await house.openFirst(room);
  expect(page.got).toHaveLength(told);
});

test.each(['and goes', 'and tries again'])(
  'who was let in by a disk that then failed %s is as here as their line',
  async (way) => {
    const house = new House();
    const room = await house.open();
    const page = house.page();
    const join = { type: 'join', secretHash: 's', name: 'Ana', nameKey: '~Ana', pin: null } as const;
    const commit = house.disk.commit.bind(house.disk);
    house.disk.commit = async (writes) => {
      house.disk.commit = commit;
      await commit(writes);
      return { ok: false, why: 'it died in the middle' };
    };
    expect(await house.whenDone(room.join(page, join))).toMatchObject({ refusal: { name: 'not-saved' } });
    if (way === 'and goes') page.cut();
    else await house.hours.pass(600);
    if (way === 'and tries again')
      expect(await house.whenDone(room.join(page, join))).toEqual({ ok: true, player: 1 });
    await house.hours.pass(5_000);
    expect([room.state.members, room.state.present]).toEqual([1, way === 'and goes' ? 0 : 1]);
  },
);

test('an unpaired screen learns the word alone, and everything once the host confirms', async () => {
  const house = new House();
  const room = await house.open();
  const host = await house.host(room);
  const page = house.page();
  await house.whenDone(
    room.attachScreen(page, { type: 'ask-screen', secretHash: 'x', keyHash: null, word: 'otter' }),
  );
  await house.player(room, 'Ana');
  await house.hours.pass(1_000);
  expect(new Set(page.got.map(({ event }) => event))).toEqual(new Set(['pairing']));
  expect(page.got[0]?.message).toEqual({ word: 'otter' });
  expect(host.host?.screens).toEqual([{ screen: 1, word: 'otter', state: 'asking', here: true }]);
  await house.whenDone(room.submit({ type: 'pair-screen', screen: 1 }));
  expect(page.screen?.people.map(({ name }) => name)).toEqual(['Ana']);
});

test('only the host’s secret makes a host', async () => {
  const house = new House();
  const room = await house.open();
  const page = house.page();
  expect(await house.whenDone(room.attachHost(page, 'guess'))).toMatchObject({
    refusal: { name: 'not-allowed' },
  });
  expect(page.got).toEqual([]);
});
