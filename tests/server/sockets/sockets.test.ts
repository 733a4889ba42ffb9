// Real sockets against a real server: a whole game, and everything at the edge that must be refused.
import { clientEvents, defaultSettings, LIMITS } from '@oneliner/shared';
import type { Settings } from '@oneliner/shared';
import { io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createHostBot } from '../../../server/src/demo/host-bot.ts';
import { GameServer } from '../../browser/house/game-server.ts';
import { Guest, refusalOf } from './guest.ts';

let server: GameServer;
let origin: string;
const guests: { close(): void }[] = [];

beforeAll(async () => {
  server = await GameServer.open();
  origin = `http://127.0.0.1:${server.port}`;
});
afterEach(() => {
  for (const guest of guests.splice(0)) guest.close();
});
afterAll(() => server.close());

const guest = (headers?: Record<string, string>): Guest => {
  const made = new Guest(origin, headers);
  guests.push(made);
  return made;
};

const host = async (settings: Partial<Settings> = {}, count = 2) => {
  const made = await createHostBot({
    origin,
    joinOrigin: origin,
    plan: { count, settings: { ...defaultSettings, ...settings } },
  });
  guests.push(made);
  return made;
};

/** A secret of the right shape that nobody has. */
const stranger = 'x'.repeat(22);

describe('a game over real sockets', () => {
  test('three phones play from the lobby to the podium', async () => {
    const quiz = await host({ seconds: 20 });
    const phones = await Promise.all(['Ana', 'Ben', 'Cy'].map((name) => guest().join(quiz.code, name)));
    await quiz.step('start');
    for (let asked = 1; asked <= 2; asked += 1) {
      await quiz.until(({ phase }) => phase.name === 'announced');
      await quiz.step('skip');
      await Promise.all(phones.map((phone) => phone.untilPhase('open')));
      const replies = await Promise.all(phones.map((phone, index) => phone.answer(index)));
      expect(replies.map(refusalOf)).toEqual(['accepted', 'accepted', 'accepted']);
      await Promise.all(phones.map((phone) => phone.untilPhase('reveal')));
      await quiz.until(({ phase }) => phase.name === 'reveal');
      await quiz.step('next');
      if (asked === 2) break;
      await quiz.until(({ phase }) => phase.name === 'leaderboard');
      await quiz.step('next');
    }
    await Promise.all(phones.map((phone) => phone.untilPhase('podium')));
    const places = phones.map(({ me }) => me?.standing?.place ?? 0);
    const points = phones.map(({ me }) => me?.standing?.points ?? 0);
    for (const [index, place] of places.entries())
      expect(place).toBe(1 + points.filter((other) => other > (points[index] ?? 0)).length);
  });

  test('a phone that lost its line comes back with its answer, and a second tab takes over', async () => {
    const quiz = await host({ seconds: 60 });
    const [ana] = await Promise.all([guest().join(quiz.code, 'Ana'), guest().join(quiz.code, 'Ben')]);
    await quiz.step('start');
    await ana.untilPhase('announced');
    await quiz.step('skip');
    await ana.untilPhase('open');
    await ana.answer(1);
    const again = guest();
    const back = await again.ask('resume', { code: quiz.code, secret: ana.secret });
    expect(refusalOf(back)).toBe('accepted');
    await ana.until(({ notice }) => notice === 'replaced', 'the notice');
    expect(again.room?.phase.name).toBe('open');
    expect(again.me?.answer).toEqual({ step: 1, reply: { kind: 'choice', option: 1 } });
    expect(refusalOf(await ana.answer(2))).toBe('not-allowed');
    expect(refusalOf(await again.answer(1))).toBe('accepted');
  });

  test('a taken name is refused with a free one, look-alikes too', async () => {
    const quiz = await host();
    await guest().join(quiz.code, 'Ana');
    const reply = await guest().ask('join', { code: quiz.code, name: 'АNА', secret: stranger });
    expect(reply).toMatchObject({ ok: false, refusal: { name: 'name-taken' } });
    const free = reply.ok || reply.refusal.name !== 'name-taken' ? '' : reply.refusal.free;
    await guest().join(quiz.code, free);
  });
});

describe('who may do what', () => {
  test('a player and a stranger cannot command, a host cannot answer', async () => {
    const quiz = await host();
    const ana = await guest().join(quiz.code, 'Ana');
    for (const who of [ana, guest()]) {
      expect(refusalOf(await who.ask('command', { do: 'lock', locked: true }))).toBe('not-allowed');
      expect(refusalOf(await who.ask('command', { do: 'start', moment: 1 }))).toBe('not-allowed');
    }
    expect(await quiz.until(({ moment }) => moment === 1)).toMatchObject({ locked: false });
    expect(refusalOf(await guest().answer(0))).toBe('not-allowed');
  });

  test('a guessed secret makes nobody a host or another player', async () => {
    const quiz = await host();
    await guest().join(quiz.code, 'Ana');
    expect(refusalOf(await guest().ask('host', { code: quiz.code, secret: stranger }))).toBe('not-allowed');
    expect(refusalOf(await guest().ask('resume', { code: quiz.code, secret: stranger }))).toBe(
      'unknown-player',
    );
    const seat = { code: quiz.code, key: stranger, secret: stranger };
    expect(refusalOf(await guest().ask('claim-seat', seat))).toBe('key-spent');
  });

  test('a wrong code takes a second', async () => {
    const begun = performance.now();
    expect(refusalOf(await guest().ask('knock', { code: 'QQQQQQ' }))).toBe('unknown-room');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(LIMITS.wrongCodeDelayMs - 20);
  });

  test('nothing secret reaches a player', async () => {
    const quiz = await host();
    const ana = await guest().join(quiz.code, 'Ana');
    const ben = await guest().join(quiz.code, 'Ben');
    await quiz.step('start');
    await ana.untilPhase('announced');
    expect(ana.bytes).not.toContain(ben.secret);
    expect(ana.bytes).not.toMatch(/hash|secret|explanation|factIds|"key"/i);
  });
});

describe('the edge', () => {
  test.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['a lookalike origin', { origin: 'http://127.0.0.1.evil.example' }],
    ['no origin', {}],
  ])('%s gets no socket', async (_what, headers: Record<string, string>) => {
    const socket = io(origin, { transports: ['websocket'], extraHeaders: headers, reconnection: false });
    const refused = await new Promise((resolve) => {
      socket.on('connect_error', () => {
        resolve(true);
      });
      socket.on('connect', () => {
        resolve(false);
      });
    });
    socket.close();
    expect(refused).toBe(true);
  });

  test('there is no other way in than a WebSocket', async () => {
    const polled = await fetch(`${origin}/socket.io/?EIO=4&transport=polling`, { headers: { origin } });
    expect(polled.status).toBe(400);
  });

  const odd = [undefined, null, 0, 'text', [], {}, { code: 1 }, { __proto__: null, code: {} }, [[[[]]]]];
  test.each(Object.keys(clientEvents).filter((event) => event !== 'clock'))(
    '%s with a message that does not parse is refused by name',
    async (event) => {
      const asked = guest();
      for (const message of odd) expect(refusalOf(await asked.send(event, message))).toBe('malformed');
    },
  );

  test('an unknown event, one without an answer and one with bytes are nothing to the server', async () => {
    const asked = guest();
    asked.socket.emit('destroy', {});
    asked.socket.emit('command', { do: 'end', moment: 0 });
    asked.socket.emit('answer', 1, 2, 3);
    asked.socket.emit('clock', Buffer.from('x'), () => expect.unreachable());
    expect(refusalOf(await asked.ask('clock', {}))).toBe('accepted');
  });

  test('a message over the limit costs its sender the line and nobody else', async () => {
    const [loud, calm] = [guest(), guest()];
    await Promise.all([loud.ask('clock', {}), calm.ask('clock', {})]);
    const cut = loud.until(({ socket }) => !socket.connected, 'the line to be cut');
    loud.socket.emit('join', { name: 'x'.repeat(LIMITS.socketMessageBytes) });
    await cut;
    expect(refusalOf(await calm.ask('clock', {}))).toBe('accepted');
  });

  test('who sends too much is told how long to wait', async () => {
    const asked = guest();
    const replies = await Promise.all(
      Array.from({ length: LIMITS.eventsBurst + 20 }, () => asked.ask('clock', {})),
    );
    const refusals = replies.filter((reply) => !reply.ok);
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals[0]).toMatchObject({ refusal: { name: 'too-many', seconds: 1 } });
  });
});
