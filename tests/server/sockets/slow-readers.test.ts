// Clients that send and never read: they cost bounded memory, then their line, and delay nobody.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Socket } from 'node:net';
import { LIMITS } from '@oneliner/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GameServer } from '../../browser/house/game-server.ts';
import { Guest } from './guest.ts';
import { handshake, maskedFrame } from './raw.ts';

/** More than what the systems of both ends keep under way and the server lets wait together. */
const ENOUGH_ANSWERS_BYTES = 16_000_000 + LIMITS.unsentBytes;
const CLOCK_REPLIES_BYTES = 40;
/** Nobody waits longer for the clock while others misbehave. */
const BEARABLE_MS = 2000;

const PATIENCE_MS = 10_000;

let server: GameServer;
let origin: string;
beforeAll(async () => {
  server = await GameServer.open();
  origin = `http://127.0.0.1:${server.port}`;
});
afterAll(() => server.close());

/** A connection that was let in, and from now on does not read. */
const deafSocket = async (): Promise<Socket> => {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(handshake(server.port));
  await once(socket, 'data');
  socket.write(maskedFrame('text', '40'));
  await once(socket, 'data');
  socket.pause();
  return socket;
};

const many = (frame: Buffer, bytes: number): Buffer =>
  Buffer.concat(Array.from({ length: Math.ceil(bytes / frame.length) }, () => frame));

test.each([
  ['asks and asks', maskedFrame('text', '420["clock",{}]'), CLOCK_REPLIES_BYTES],
  ['pings and pings', maskedFrame('ping', 'x'.repeat(125)), 127],
])('whoever %s without reading is cut off, and nobody else waits', async (_what, frame, answerBytes) => {
  const calm = new Guest(origin);
  await calm.ask('clock', {});
  const deaf = await deafSocket();
  let isOver = false;
  const closed = new Promise<void>((resolve) => {
    deaf.once('close', () => {
      isOver = true;
      resolve();
    });
  });
  const batch = many(frame, 64 * 1024);
  const most = (ENOUGH_ANSWERS_BYTES / answerBytes) * frame.length;
  let slowest = 0;
  for (let sent = 0; !isOver && sent < most; sent += batch.length) {
    await Promise.race([new Promise((written) => deaf.write(batch, written)), closed]);
    if (sent % (batch.length * 8) !== 0) continue;
    const askedAt = performance.now();
    await calm.ask('clock', {});
    slowest = Math.max(slowest, performance.now() - askedAt);
  }
  // Enough was asked for; that the line is gone shows where somebody writes on it.
  const patience = performance.now() + PATIENCE_MS;
  while (!isOver && performance.now() < patience) {
    deaf.write(frame);
    await Promise.race([closed, delay(50)]);
  }
  expect(isOver).toBe(true);
  expect(slowest).toBeLessThan(BEARABLE_MS);
  calm.close();
});
