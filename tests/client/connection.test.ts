// The connection in a fake world: lines that break, replies that get lost, views that come late.
import type { RoomView } from '@oneliner/shared';
import { describe, expect, it } from 'vitest';
import { Connection } from '../../client/src/connection.ts';
import type { LineState } from '../../client/src/connection.ts';
import { FakeWorld } from './fake-world.ts';

const SECRET = 'abcdefghijklmnopqrstuv';
const resume = { event: 'resume' as const, message: { code: 'ACDEFG', secret: SECRET } };
const answer = { step: 1, reply: { kind: 'choice' as const, option: 2 }, number: 1 };
const ok = { ok: true as const };
const no = (name: 'not-saved' | 'too-early' | 'not-now' | 'too-late' | 'other-rules' | 'unknown-room') => ({
  ok: false as const,
  refusal: { name },
});
const view = (seq: number, epoch = 1) => ({ version: [epoch, seq] }) as unknown as RoomView;

const setUp = () => {
  const world = new FakeWorld();
  const heard = {
    lines: [] as LineState[],
    rooms: [] as number[],
    refusals: [] as string[],
    notices: [] as string[],
  };
  const connection = new Connection(world, {
    line: (state) => heard.lines.push(state),
    room: ({ version }) => heard.rooms.push(version[1]),
    refused: ({ name }) => heard.refusals.push(name),
    notice: (notice) => heard.notices.push(notice),
  });
  return { world, connection, heard };
};

/** A connection that has taken up the role of a player. */
const setUpAttached = () => {
  const all = setUp();
  all.connection.attachWith(resume);
  all.connection.start();
  all.world.line.events.opened();
  all.world.line.answerClock();
  all.world.line.answer('resume', ok);
  return all;
};

/** Lets the next line open. */
const dialAgain = (world: FakeWorld) => {
  world.pass(1000);
  world.line.events.opened();
};

/** Breaks the line and lets the next one open. */
const redial = (world: FakeWorld) => {
  world.line.events.closed();
  dialAgain(world);
};

describe('taking up the role', () => {
  it('is online only once the server has given it', () => {
    const { world, connection, heard } = setUp();
    connection.attachWith(resume);
    connection.start();
    world.line.events.opened();
    expect(heard.lines).toEqual(['connecting']);
    world.line.answer('resume', ok);
    expect(heard.lines).toEqual(['connecting', 'online']);
  });

  it('happens again on every new line', () => {
    const { world } = setUpAttached();
    redial(world);
    expect(world.lines).toHaveLength(2);
    expect(world.line.of('resume')).toHaveLength(1);
  });

  it('tells of a final refusal and does not ask again', () => {
    const { world, connection, heard } = setUp();
    connection.attachWith(resume);
    connection.start();
    world.line.events.opened();
    world.line.answer('resume', no('unknown-room'));
    world.line.answerClock();
    world.pass(3900);
    expect(heard.refusals).toEqual(['unknown-room']);
    expect(world.line.of('resume')).toHaveLength(1);
  });

  it('is not asked for again when `join` has given it on this line', () => {
    const { world, connection } = setUp();
    connection.start();
    world.line.events.opened();
    connection.attachWith(resume, true);
    expect(world.line.of('resume')).toHaveLength(0);
    redial(world);
    expect(world.line.of('resume')).toHaveLength(1);
  });
});

describe('what is sent', () => {
  it('waits for the role, and settles with the reply', async () => {
    const { world, connection } = setUp();
    connection.attachWith(resume);
    connection.start();
    world.line.events.opened();
    const reply = connection.send('answer', answer);
    expect(world.line.of('answer')).toHaveLength(0);
    world.line.answer('resume', ok);
    world.line.answer('answer', ok);
    expect(await reply).toEqual(ok);
  });

  it('is sent again on the next line when the reply was lost', async () => {
    const { world, connection } = setUpAttached();
    const reply = connection.send('answer', answer);
    const lost = world.line.of('answer')[0];
    redial(world);
    world.line.answer('resume', ok);
    lost?.answered(no('too-late'));
    world.line.answer('answer', ok);
    expect(await reply).toEqual(ok);
  });

  it('is sent again on the same line when no reply comes', () => {
    const { world, connection } = setUpAttached();
    void connection.send('answer', answer);
    world.pass(3900);
    world.line.answerClock();
    world.pass(200);
    expect(world.line.of('answer')).toHaveLength(2);
  });

  it.each(['not-saved', 'too-early', 'not-now'] as const)('is sent again after `%s`', async (name) => {
    const { world, connection } = setUpAttached();
    const reply = connection.send('answer', answer);
    world.line.answer('answer', no(name));
    world.pass(500);
    expect(world.line.of('answer')).toHaveLength(2);
    world.line.answer('answer', ok);
    expect(await reply).toEqual(ok);
  });

  it('goes on to another server where this one does not know the room’s rules, with the role and without', async () => {
    const { world, connection } = setUp();
    connection.start();
    world.line.events.opened();
    const knock = connection.send('knock', { code: 'ACDEFG' });
    world.line.answer('knock', no('other-rules'));
    dialAgain(world);
    world.line.answer('knock', ok);
    expect(await knock).toEqual(ok);
    connection.attachWith(resume);
    world.line.answer('resume', no('other-rules'));
    dialAgain(world);
    world.line.answer('resume', ok);
    expect(world.line.of('resume')).toHaveLength(1);
  });

  it('outlasts a limit when it is an answer, and shows the limit when it is a name', async () => {
    const { world, connection } = setUpAttached();
    const limit = { ok: false as const, refusal: { name: 'too-many' as const, seconds: 2 } };
    const name = connection.send('join', { code: 'ACDEFG', name: 'Ada', secret: SECRET });
    void connection.send('answer', answer);
    world.line.answer('join', limit);
    world.line.answer('answer', limit);
    expect(await name).toEqual(limit);
    world.pass(2000);
    expect(world.line.of('answer')).toHaveLength(2);
  });

  it('settles with a refusal that is final', async () => {
    const { world, connection } = setUpAttached();
    const reply = connection.send('answer', answer);
    world.line.answer('answer', no('too-late'));
    expect(await reply).toEqual(no('too-late'));
  });
});

describe('views', () => {
  it('are dropped when they are older than the newest seen, over lines as well', () => {
    const { world, heard } = setUpAttached();
    world.line.events.heard('room', view(7));
    world.line.events.heard('room', view(6));
    redial(world);
    world.line.events.heard('room', view(5));
    world.line.events.heard('room', view(7));
    world.line.events.heard('room', view(1, 2));
    expect(heard.rooms).toEqual([7, 7, 1]);
  });

  it('of another room start anew', () => {
    const { world, connection, heard } = setUpAttached();
    world.line.events.heard('room', view(7));
    connection.attachWith({ ...resume, message: { ...resume.message, code: 'GFEDCA' } });
    world.line.events.heard('room', view(2));
    expect(heard.rooms).toEqual([7, 2]);
  });
});

describe('the line', () => {
  it('is noticed to be dead in less than ten seconds', () => {
    const { world, heard } = setUpAttached();
    world.pass(9900);
    expect(world.lines[0]?.isClosed).toBe(true);
    expect(heard.lines).toContain('connecting');
  });

  it('lives as long as the clock is answered', () => {
    const { world } = setUpAttached();
    for (let second = 0; second < 60; second += 1) {
      world.line.answerClock();
      world.pass(1000);
    }
    expect(world.lines).toHaveLength(1);
  });

  it('is dialled again later and later, up to about five seconds', () => {
    const { world, heard } = setUpAttached();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const [lostAt, count] = [world.nowMs, world.lines.length];
      world.line.events.closed();
      while (world.lines.length === count) world.pass(50);
      waits.push(world.nowMs - lostAt);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
    expect(heard.lines).toEqual(['connecting', 'online', 'connecting', ...Array<string>(5).fill('offline')]);
  });

  it('is dialled again after a wait with a random part, so that a crowd does not come at once', () => {
    const firstWait = (random: number): number => {
      const { world } = setUpAttached();
      world.random = () => random;
      const lostAt = world.nowMs;
      world.line.events.closed();
      while (world.lines.length === 1) world.pass(5);
      return world.nowMs - lostAt;
    };
    expect([firstWait(0), firstWait(0.999)]).toEqual([375, 625]);
  });

  it('is given up when dialling hangs', () => {
    const { world, connection } = setUp();
    connection.start();
    world.pass(6000);
    expect(world.lines).toHaveLength(2);
  });

  it('is dialled at once on waking while it waits', () => {
    const { world, connection } = setUpAttached();
    world.line.events.closed();
    connection.wake();
    expect(world.lines).toHaveLength(2);
  });

  it('has a second and a half to answer on waking', () => {
    const { world, connection } = setUpAttached();
    connection.wake();
    world.pass(1400);
    expect(world.line.isClosed).toBe(false);
    world.pass(200);
    expect(world.lines[0]?.isClosed).toBe(true);
  });

  it('ends with a notice, and stays down until it is wanted again', () => {
    const { world, connection, heard } = setUpAttached();
    world.line.events.heard('notice', 'replaced');
    world.pass(60_000);
    expect(heard.notices).toEqual(['replaced']);
    expect(world.lines).toHaveLength(1);
    connection.start();
    world.line.events.opened();
    expect(world.line.of('resume')).toHaveLength(1);
  });

  it('is kept through the notice that the server stops', () => {
    const { world } = setUpAttached();
    world.line.events.heard('notice', 'stopping');
    redial(world);
    expect(world.lines).toHaveLength(2);
  });
});
