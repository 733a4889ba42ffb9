// Rooms that several servers have open at once, over one log: everybody sees the same, wherever they are connected.
import { describe, expect, test } from 'vitest';
import { Hours } from '../hours.ts';
import { SharedDisk } from '../log/shared-disk.ts';
import { House } from './house.ts';

const CODE = 'ACDEFG';

/** Two servers that have the same room open, with the host and Ana at one and Ben at the other. */
const setUp = async () => {
  const [hours, disk, living] = [new Hours(), new SharedDisk(), new Set<string>()];
  const one = new House(undefined, hours, disk, living);
  const two = new House(undefined, hours, disk, living);
  await Promise.all([one, two].map((house) => house.whenDone(house.rooms.keepTidy())));
  const room = await one.open({ seconds: 60 });
  const host = await one.host(room);
  const ana = await one.player(room, 'Ana');
  const twin = await two.find(CODE);
  const ben = await two.player(twin, 'Ben');
  return { hours, disk, one, two, room, twin, host, ana, ben };
};

describe('two servers with one room', () => {
  test('fold the same, and show each page what happens at the other', async () => {
    const { one, two, room, twin, host, ana, ben } = await setUp();
    await one.openFirst(room);
    await one.answer(room, 1, 0);
    await two.answer(twin, 2, 1);
    await one.hours.pass(1_000);
    expect(twin.state).toEqual(room.state);
    expect(room.phase).toBe('reveal');
    expect(ben.room).toEqual(ana.room);
    expect(host.host?.people.map(({ answered }) => answered)).toEqual([true, true]);
    expect(ben.me?.result).toMatchObject({ answered: true, right: false });
  });

  test('give the same host the same room', async () => {
    const { two } = await setUp();
    expect((await two.open()).code).toBe(CODE);
  });

  test('ask the log before they refuse, as the other may know better', async () => {
    const { one, two, twin, disk } = await setUp();
    const { room: fresh } = { room: await one.open() };
    // Word of it gets lost on its way to the other server.
    disk.isDeaf = true;
    await one.player(fresh, 'Cy');
    disk.isDeaf = false;
    const back = await two.whenDone(twin.resume(two.page(), 'secret of Cy'));
    expect(back).toEqual({ ok: true, player: 3 });
  });

  test('acknowledge nothing that is heard of and not yet safe, however often it is sent', async () => {
    const { one, room, disk, hours } = await setUp();
    await one.openFirst(room);
    const [commit, probe] = [disk.commit.bind(disk), disk.probe.bind(disk)];
    disk.commit = (writes) => commit(writes).then(() => ({ ok: false, why: 'no replica has it' }));
    disk.probe = () => Promise.resolve(false);
    for (let time = 0; time < 3; time += 1)
      expect(await one.answer(room, 1, 0)).toMatchObject({ refusal: { name: 'not-saved' } });
    expect(room.state.run?.steps[0]?.answered).toBe(1);
    Object.assign(disk, { commit, probe });
    await hours.pass(1_000);
    expect(await one.answer(room, 1, 0)).toEqual({ ok: true });
  });

  test('when one dies, the other takes its players for gone, and the game goes on', async () => {
    const { one, two, hours, twin } = await setUp();
    await two.openFirst(twin);
    one.kill();
    await two.answer(twin, 2, 1);
    expect(twin.phase).toBe('open');
    await hours.pass(3_000);
    expect(twin.state.players.map(({ connection }) => connection !== null)).toEqual([false, true]);
    await hours.pass(10_000);
    expect(twin.phase).toBe('reveal');
  });

  test('one that was taken for dead and is not lets its pages come anew', async () => {
    const { one, two, hours, room, twin, ana } = await setUp();
    await two.whenDone(twin.submit({ type: 'serve', server: two.name, gone: [one.name] }));
    await hours.pass(1_000);
    expect(ana.isOpen()).toBe(false);
    expect(room.state.servers).toEqual([two.name, one.name]);
  });

  test('one that nobody needs lets go of the room after a minute, and finds it again', async () => {
    const { two, hours, room, twin, ben } = await setUp();
    ben.cut();
    twin.detach(ben);
    await hours.pass(70_000);
    expect(room.state.servers).not.toContain(two.name);
    const again = await two.find(CODE);
    expect(again).not.toBe(twin);
    expect(again.state).toEqual(room.state);
    expect(room.state.servers).toContain(two.name);
  });

  test('one that is asked for the room now and then keeps it', async () => {
    const { two, hours, twin, ben } = await setUp();
    ben.cut();
    twin.detach(ben);
    await hours.pass(50_000);
    await two.find(CODE);
    await hours.pass(50_000);
    expect(await two.find(CODE)).toBe(twin);
  });

  test('one that is taken for dead while it opens a room says again that it is there', async () => {
    const { one, two, hours, disk, room, twin, ben } = await setUp();
    ben.cut();
    twin.detach(ben);
    await hours.pass(70_000);
    const gone = JSON.stringify({ type: 'serve', server: one.name, gone: [two.name] });
    const commit = disk.commit.bind(disk);
    disk.commit = async (writes) => {
      disk.commit = commit;
      const committed = await commit(writes);
      await commit([{ type: 'append', code: CODE, at: hours.now(), by: one.name, command: gone }]);
      return committed;
    };
    await two.find(CODE);
    expect(room.state.servers).toContain(two.name);
  });

  test('a room of rules that a server does not know is refused there', async () => {
    const { one, two } = await setUp();
    await one.whenDone(
      one.log.create('HJKMNP', { type: 'open-room', rules: 3, hostHash: 'x', joinKey: 'y' }, 'newer'),
    );
    expect(await two.whenDone(two.rooms.find('HJKMNP'))).toEqual({
      ok: false,
      refusal: { name: 'other-rules' },
    });
  });
});

describe('a failover that loses entries', () => {
  test('sends everybody to come anew, and pauses the question as of what is left', async () => {
    const { one, two, hours, disk, room, ana, ben, host } = await setUp();
    await one.openFirst(room);
    const kept = room.state.version[1];
    await one.answer(room, 1, 0);
    disk.failOver(CODE, kept);
    await hours.pass(3_000);
    expect([ana, ben, host].map((page) => page.isOpen())).toEqual([false, false, false]);
    const [left, right] = [await one.find(CODE), await two.find(CODE)];
    for (const { state } of [left, right]) {
      expect(state.phase).toMatchObject({ name: 'paused', why: 'waking', from: { name: 'open' } });
      expect(state.version[0]).toBe(1);
      expect(state.run?.steps[0]?.answered).toBe(0);
    }
    expect(right.state).toEqual(left.state);
    for (const [house, there] of [
      [one, left],
      [two, right],
    ] as const) {
      const back = house.page();
      await house.whenDone(there.resume(back, 'secret of Ana'));
      expect([back.room?.version[0], back.room?.phase.name]).toEqual([1, 'paused']);
    }
  });

  test('answers whoever still comes to what is lost with a word to try again', async () => {
    const { one, two, disk, room, twin } = await setUp();
    await one.openFirst(room);
    disk.failOver(CODE, room.state.version[1] - 1);
    const reply = { kind: 'choice', option: 0 } as const;
    const answer = {
      type: 'answer',
      player: 1,
      step: 1,
      reply,
      number: 1,
      receivedAt: 0,
      credit: 0,
    } as const;
    const late = [
      room.resume(one.page(), 'secret of Ana'),
      room.attachHost(one.page(), room.state.hostHash),
      twin.answer(answer),
    ];
    for (const reply of await two.whenDone(Promise.all(late)))
      expect(reply).toEqual({ ok: false, refusal: { name: 'not-saved' } });
  });

  test('of a reveal voids the question, whichever server had shown it', async () => {
    const { one, two, hours, disk, room, twin } = await setUp();
    await one.openFirst(room);
    const kept = room.state.version[1];
    await one.answer(room, 1, 0);
    await two.answer(twin, 2, 1);
    await hours.pass(1_000);
    expect(room.phase).toBe('reveal');
    disk.failOver(CODE, kept);
    await hours.pass(3_000);
    const [left, right] = [await one.find(CODE), await two.find(CODE)];
    const phase = { name: 'paused', why: 'waking', from: { name: 'leaderboard' } };
    expect(left.state).toMatchObject({ voidThrough: 1, phase });
    expect(left.state.run?.steps[0]?.isVoid).toBe(true);
    expect(right.state).toEqual(left.state);
  });

  test('of a reveal voids the question, also where the room can be read again only later', async () => {
    const { one, hours, disk, room } = await setUp();
    await one.openFirst(room);
    const kept = room.state.version[1];
    await hours.pass(61_000);
    expect(room.phase).toBe('reveal');
    disk.isUnreadable = true;
    disk.failOver(CODE, kept);
    await hours.pass(1_000);
    expect(await one.whenDone(one.rooms.find(CODE))).toMatchObject({ refusal: { name: 'not-saved' } });
    disk.isUnreadable = false;
    expect((await one.find(CODE)).state).toMatchObject({ voidThrough: 1 });
  });
});
