// Live rooms on a log in memory: opening and finding them, what survives a restart, and that rooms never meet.
import { defaultSettings, LIMITS, refused, TIMING } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import { question, questions } from '../game/table.ts';
import type { Room } from '../../../server/src/rooms/room.ts';
import { House } from './house.ts';
import type { Page } from './house.ts';

describe('opening and finding', () => {
  test('the same secret opens no second room, a code in use is not given out twice', async () => {
    const house = new House(['ACDEFG', 'ACDEFG', 'HJKMNP']);
    const first = await house.open();
    const prepare = {
      type: 'prepare',
      title: 'Things',
      questions: questions(1),
      settings: first.state.prepared?.settings,
      keepScores: false,
    } as Parameters<typeof house.rooms.create>[1];
    const openRoom = { hostHash: 'host hash', joinKey: 'k' } as const;
    expect(await house.whenDone(house.rooms.create(openRoom, prepare))).toEqual({ ok: true, code: 'ACDEFG' });
    const other = await house.whenDone(house.rooms.create({ ...openRoom, hostHash: 'another' }, prepare));
    expect(other).toEqual({ ok: true, code: 'HJKMNP' });
  });

  test('two requests at once with one secret open one room', async () => {
    const house = new House();
    const [one, other] = await Promise.all([house.open(), house.open()]);
    expect(one).toBe(other);
  });

  test('a room whose quiz was not saved gets it when the host asks again', async () => {
    const house = new House();
    house.disk.fullAfter(1);
    await expect(house.open()).rejects.toThrow();
    house.disk.isFull = false;
    await house.hours.pass(2_000);
    const room = await house.open();
    expect(room.code).toBe('ACDEFG');
    expect(room.hasQuiz).toBe(true);
  });

  test('a server stops though a room cannot be woken on a full disk', async () => {
    const house = new House();
    const room = await house.open();
    await house.host(room);
    const again = house.restarted();
    again.disk.isFull = true;
    void again.rooms.find(room.code);
    await again.hours.pass(3_000);
    let hasStopped = false;
    void again.rooms.stop().then(() => (hasStopped = true));
    await again.hours.pass(3_000);
    expect(hasStopped).toBe(true);
  });

  test('a server that has as many rooms open as it may takes no more, until some of them have expired', async () => {
    const house = new House(Array.from({ length: LIMITS.roomsPerServer + 1 }, (_, n) => `ROOM${n}`));
    await house.whenDone(house.rooms.keepTidy());
    const create = (host: string) =>
      house.rooms.create(
        { hostHash: host, joinKey: host },
        {
          type: 'prepare',
          title: 'T',
          questions: questions(1),
          settings: defaultSettings,
          keepScores: false,
        },
      );
    const all = Array.from({ length: LIMITS.roomsPerServer }, (_, n) => create(`host ${n}`));
    await house.hours.pass(1_000);
    expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
    const full = { ok: false, refusal: { name: 'server-full' } };
    expect(await house.whenDone(create('one more'))).toEqual(full);
    await house.hours.pass(2 * 24 * 3_600_000);
    expect(await house.whenDone(create('one more'))).toMatchObject({ ok: true });
  });

  test('an unknown code is no room', async () => {
    expect(await new House().rooms.find('QQQQQQ')).toEqual(refused('unknown-room'));
  });

  test('a room that nobody used for a day is deleted, and whoever still looks at it is told', async () => {
    const house = new House();
    const room = await house.open();
    const host = await house.host(room);
    await house.whenDone(house.rooms.keepTidy());
    await house.hours.pass(24 * 3_600_000 + 11 * 60_000);
    expect(host.notice).toBe('room-closed');
    expect(await house.rooms.find('ACDEFG')).toEqual(refused('unknown-room'));
  });
});

/** Opens a room in which every text carries `tag`, with a host, a screen and two phones. */
async function tagged(house: House, tag: string, key = 0) {
  const quiz = [1, 2].map((n) => ({
    ...question(n, key),
    prompt: `What is ${tag} ${n}?`,
    explanation: `${tag} ${n} it is`,
  }));
  const room = await house.open({ seconds: 5 }, quiz, `host of ${tag}`);
  const pages = [await house.host(room), await house.screen(room, `key of ${tag}`)];
  for (const name of ['Ana', 'Ben']) pages.push(await house.player(room, `${tag} ${name}`));
  return { room, pages };
}

/** Plays a room to its podium; one phone leaves and comes back on the way. */
async function playThrough(house: House, room: Room, pages: Page[], tag: string): Promise<void> {
  await house.openFirst(room);
  for (let asked = 0; asked < 2; asked += 1) {
    await house.answer(room, 1, 0);
    if (pages[3]) room.detach(pages[3]);
    await house.whenDone(room.resume(house.page(), `secret of ${tag} Ben`));
    await house.answer(room, 2, 2);
    await house.hours.pass(6_000);
    await house.whenDone(room.submit({ type: 'next', moment: room.state.moment }));
    await house.whenDone(room.submit({ type: 'next', moment: room.state.moment }));
    await house.untilOpen(room);
  }
}

test('the journal names room, number and command of each entry, and nothing that was in it', async () => {
  const house = new House();
  const { room } = await tagged(house, 'Apple');
  await house.openFirst(room);
  expect(house.journal.map(({ seq }) => seq)).toEqual(house.journal.map((_, index) => index + 2));
  expect(new Set(house.journal.map((entry) => entry.room))).toEqual(new Set([room.code]));
  expect(JSON.stringify(house.journal)).not.toMatch(/secret|Ana|Apple/);
});

describe('laws', () => {
  test('two rooms side by side never see each other', async () => {
    const house = new House();
    const [apple, berry] = [await tagged(house, 'Apple'), await tagged(house, 'Berry')];
    await Promise.all([playThrough(house, apple.room, apple.pages, 'Apple'), house.hours.pass(500)]);
    await playThrough(house, berry.room, berry.pages, 'Berry');
    expect([apple.room.phase, berry.room.phase]).toEqual(['podium', 'podium']);
    for (const page of house.pages) {
      const bytes = JSON.stringify(page.got);
      const seen = ['Apple', 'Berry'].filter((tag) => bytes.includes(tag));
      expect(seen.length, `${page.id} saw ${seen.join(' and ')}`).toBe(1);
    }
  });

  test('until a reveal, two quizzes that differ in the right option send players and screens the same frames', async () => {
    const record = async (key: number) => {
      const house = new House();
      const { room, pages } = await tagged(house, 'Apple', key);
      await house.openFirst(room);
      await house.answer(room, 1, 0);
      await house.hours.pass(1_000);
      expect(room.phase).toBe('open');
      const before = pages.slice(1).map(({ got }) => JSON.stringify(got));
      await house.hours.pass(6_000);
      return { before, after: pages.slice(1).map(({ got }) => JSON.stringify(got)) };
    };
    const [one, other] = [await record(0), await record(1)];
    expect(one.before).toEqual(other.before);
    expect(one.after).not.toEqual(other.after);
  });

  test('a server that was killed comes back paused, with the answers, and goes on when the host is back', async () => {
    const house = new House();
    const { room } = await tagged(house, 'Apple');
    await house.openFirst(room);
    await house.answer(room, 1, 0);
    const left = room.state.phase;
    const killedAt = room.state.lastAt;
    const state = structuredClone(room.state);
    const again = house.restarted();
    await again.hours.pass(3_000);
    const found = await again.whenDone(again.rooms.find(room.code));
    if (!found.ok || left.name !== 'open' || left.closesAt === null) throw new Error('the room is gone');
    const { room: reopened } = found;
    expect(reopened.state.phase).toMatchObject({ name: 'paused', why: 'waking', since: killedAt });
    expect(reopened.state.run?.steps).toEqual(state.run?.steps);
    const host = await again.host(reopened);
    expect(host.host?.phase).toMatchObject({ name: 'paused', from: 'open' });
    await again.hours.pass(TIMING.resumeCountMs);
    const { phase } = reopened.state;
    if (phase.name !== 'open' || phase.closesAt === null) throw new Error(`it is ${phase.name}`);
    expect(phase.closesAt - phase.opensAt).toBe(left.closesAt - left.opensAt);
  });

  test('what the disk does not take is not acknowledged and changes nothing; a page that left is noted later', async () => {
    const house = new House();
    const { room, pages } = await tagged(house, 'Apple');
    await house.openFirst(room);
    house.disk.isFull = true;
    const step = room.state.lastStep;
    const reply = { kind: 'choice', option: 0 } as const;
    const answer = { type: 'answer', player: 1, step, reply, number: 1, credit: 0 } as const;
    const refused = await house.whenDone(room.submit({ ...answer, receivedAt: house.hours.now() }));
    expect(refused).toEqual({ ok: false, refusal: { name: 'not-saved' } });
    expect(room.state.run?.steps[0]?.answered).toBe(0);
    if (pages[3]) room.detach(pages[3]);
    await house.hours.pass(2_500);
    expect(room.state.present).toBe(2);
    house.disk.isFull = false;
    await house.hours.pass(2_500);
    expect(room.state.present).toBe(1);
    await house.hours.pass(6_000);
    expect(room.phase).toBe('reveal');
  });
});
