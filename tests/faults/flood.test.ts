// Two thousand bots that photographed the code on the screen join a running game within ten seconds: it stays a game.
import { setTimeout as delay } from 'node:timers/promises';
import type { Reply } from '@oneliner/shared';
import { nanoid } from 'nanoid';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { expect, test } from 'vitest';
import { nameOf } from '../bench/load/names.ts';
import { GameServer } from '../browser/house/game-server.ts';
import { refusalOf } from '../server/sockets/guest.ts';
import { Desk } from './desk.ts';
import { Phone } from './phone.ts';
import { quizDocument, upload } from './quiz.ts';

const BOTS = 2000;
const FLOOD_MS = 10_000;
const BOTS_AT_ONCE = 40;
const PHONES = 10;
const QUESTIONS = 2;
/** Nobody waits longer for "locked in", however many come, on a machine that plays all of them as well. */
const BEARABLE_MS = 3000;

interface Bot {
  socket: Socket;
  reply: Promise<Reply>;
  isRemoved: boolean;
}

interface Door {
  origin: string;
  code: string;
  key: string;
}

/** A bot from an address of its own: nothing but the room itself stands in its way. */
function sendBot({ origin, code, key }: Door, number: number): Bot {
  const address = `10.${1 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}`;
  const socket = io(origin, {
    transports: ['websocket'],
    extraHeaders: { origin, 'x-forwarded-for': address },
    forceNew: true,
    reconnection: false,
  });
  const message = { code, key, name: nameOf(number), secret: nanoid(22) };
  const reply = socket.timeout(60_000).emitWithAck('join', message) as Promise<Reply>;
  const bot: Bot = { socket, reply, isRemoved: false };
  socket.on('notice', (notice: string) => (bot.isRemoved = notice === 'removed'));
  return bot;
}

async function flood(door: Door): Promise<Bot[]> {
  const bots: Bot[] = [];
  while (bots.length < BOTS) {
    for (let sent = 0; sent < BOTS_AT_ONCE; sent += 1) bots.push(sendBot(door, bots.length));
    await delay((FLOOD_MS * BOTS_AT_ONCE) / BOTS);
  }
  return bots;
}

/** Plays one question to its reveal; returns how long the slowest phone waited for its answer to be locked in, in ms. */
async function play(desk: Desk, phones: Phone[], step: number): Promise<number> {
  await desk.untilPhase('announced');
  await desk.leave('announced', 'skip');
  const waits = phones.map(async (phone) => {
    await phone.until(({ room }) => room?.phase.name === 'open' && room.phase.step === step);
    const begun = performance.now();
    await phone.answer(step, 0);
    return performance.now() - begun;
  });
  const slowest = Math.max(...(await Promise.all(waits)));
  await desk.untilPhase('reveal');
  return slowest;
}

test(
  `${BOTS} bots in ${FLOOD_MS / 1000} s leave a game playable; the host sees them, locks, and removes them at once`,
  { timeout: 180_000 },
  async () => {
    const server = await GameServer.open({ environment: { TRUST_PROXY: '1' } });
    const origin = `http://127.0.0.1:${server.port}`;
    const { id } = await upload(origin, quizDocument(QUESTIONS));
    const desk = await Desk.open({ origin, documentId: id, count: QUESTIONS, settings: { seconds: 120 } });
    const phones = Array.from({ length: PHONES }, (_, index) => new Phone(origin, `Player ${index + 1}`));
    await Promise.all(phones.map((phone) => phone.join(desk.code)));
    const door = { origin, code: desk.code, key: desk.view?.joinKey ?? '' };
    await desk.leave('lobby', 'start');

    const flooding = flood(door);
    await desk.until(({ people }) => people.length > 10 * PHONES);
    expect(await play(desk, phones, 1)).toBeLessThan(BEARABLE_MS);
    const bots = await flooding;
    const verdicts = await Promise.all(bots.map(async ({ reply }) => refusalOf(await reply)));
    expect(verdicts.filter((verdict) => verdict === 'accepted')).toHaveLength(BOTS);
    await desk.until(({ people }) => people.length === BOTS + PHONES);

    expect(refusalOf(await desk.line.insist('command', { do: 'lock', locked: true }))).toBe('accepted');
    const strangers = (desk.view?.people ?? []).map(({ player }) => player).filter((id) => id > PHONES);
    const removed = await desk.line.insist('command', { do: 'remove', players: strangers });
    expect(refusalOf(removed)).toBe('accepted');
    await desk.until(({ people }) => people.length === PHONES);
    await expect.poll(() => bots.filter(({ isRemoved }) => isRemoved).length).toBe(BOTS);
    const late = sendBot(door, BOTS);
    expect(refusalOf(await late.reply)).toBe('room-locked');

    await desk.leave('reveal', 'next');
    await desk.leave('leaderboard', 'next');
    expect(await play(desk, phones, 2)).toBeLessThan(BEARABLE_MS);
    for (const { verdicts: told } of phones)
      expect([...told.values()].map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
    expect([desk, ...phones].flatMap((one) => ('line' in one ? one.line.mistakes : []))).toEqual([]);
    for (const { socket } of [...bots, late]) socket.disconnect();
    for (const { line } of [desk, ...phones]) line.close();
    await server.close();
  },
);
