// Clients that stop reading: they cost bounded memory, then their line, and delay nobody.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { LIMITS } from '@oneliner/shared';
import { expect, onTestFinished, test } from 'vitest';
import { openSockets } from '../../../server/src/web/sockets.ts';
import { Guest } from './guest.ts';
import { handshake, maskedFrame } from './raw.ts';

/** More than what the systems of both ends keep under way and the server lets wait together. */
const ENOUGH_BYTES = 16_000_000 + LIMITS.unsentBytes;
/** About what a host's view of a full room has. */
const VIEW = { name: 'x'.repeat(200_000) };
/** Nobody waits longer for a word while others misbehave. */
const BEARABLE_MS = 2000;
const PATIENCE_MS = 10_000;

/** The door of a server that answers an event of a guest with the time, and the connections it has. */
async function door() {
  const http = createServer();
  const io = openSockets(http, null);
  /** Why lines ended. */
  const reasons: string[] = [];
  io.on('connection', (socket) => {
    socket.on('clock', (_message, answer) => {
      answer({ ok: true, now: 0 });
    });
    socket.on('disconnect', (reason) => reasons.push(reason));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const calm = new Guest(`http://127.0.0.1:${port}`);
  onTestFinished(async () => {
    calm.close();
    await io.close();
  });
  await calm.ask('clock', {});
  return { io, port, calm, reasons };
}

/** A connection that was let in, and from now on does not read. */
async function deafSocket(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(handshake(port));
  await once(socket, 'data');
  socket.write(maskedFrame('text', '40'));
  await once(socket, 'data');
  socket.pause();
  return socket;
}

test('whoever does not read what is pushed is cut off, and nobody else waits', async () => {
  const { io, port, calm } = await door();
  const deaf = await deafSocket(port);
  const [served] = (await io.fetchSockets()).filter(({ id }) => id !== calm.socket.id);
  const id = served?.id ?? '';
  let slowest = 0;
  let pushed = 0;
  for (; io.sockets.sockets.has(id) && pushed < ENOUGH_BYTES; pushed += VIEW.name.length) {
    io.to(id).emit('room', VIEW as never);
    const askedAt = performance.now();
    await calm.ask('clock', {});
    slowest = Math.max(slowest, performance.now() - askedAt);
  }
  expect(io.sockets.sockets.has(id)).toBe(false);
  expect(slowest).toBeLessThan(BEARABLE_MS);
  deaf.destroy();
});

test('whoever pings without reading the answers is cut off, and nobody else waits', async () => {
  const { io, port, calm, reasons } = await door();
  const deaf = await deafSocket(port);
  const ping = maskedFrame('ping', 'x'.repeat(125));
  const batch = Buffer.concat(Array.from({ length: 500 }, () => ping));
  const closed = new Promise((over) => deaf.once('close', over));
  const isOver = () => io.sockets.sockets.size === 1;
  let sent = 0;
  for (; !isOver() && sent < ENOUGH_BYTES; sent += batch.length) {
    await Promise.race([new Promise((written) => deaf.write(batch, written)), closed]);
    await calm.ask('clock', {});
  }
  const patience = performance.now() + PATIENCE_MS;
  while (!isOver() && performance.now() < patience) await turn();
  // Not by a ping of the server that stayed without its answer, which comes much later.
  expect(reasons).toEqual(['transport close']);
  deaf.destroy();
});
