// What is said to a connection: all of it comes, in order and in few writes, and only so much waits for whoever does not read.
import { createServer } from 'node:http';
import type { AddressInfo, Socket as NetSocket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { LIMITS } from '@oneliner/shared';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { SocketLine } from '../../../server/src/web/socket-line.ts';
import type { GameSocket } from '../../../server/src/web/socket-line.ts';
import { openSockets } from '../../../server/src/web/sockets.ts';

const VIEW_BYTES = 200_000;
/** What one that waits counts for, about. */
const SHORT_MESSAGE_BYTES = 430;

const netSocketOf = (socket: GameSocket): NetSocket => socket.request.socket;
const view = (name: string) => ({ name }) as never;

interface Entered {
  page: WebSocket;
  /** What it has heard of views. */
  heard: string[];
  socket: GameSocket;
}

/** A server's door, and pages that keep what they hear of views. */
async function door() {
  const http = createServer();
  const io = openSockets(http, null);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  onTestFinished(async () => {
    await io.close();
  });
  const enter = async (): Promise<Entered> => {
    const address = `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`;
    const page = new WebSocket(address, { origin: `http://127.0.0.1:${port}` });
    const heard: string[] = [];
    page.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text === '2') page.send('3');
      const [, name] = /^42\["room",\{"name":"(\w+)/.exec(text) ?? [];
      if (name !== undefined) heard.push(name);
    });
    page.on('open', () => {
      page.send('40');
    });
    const known = new Set(io.sockets.sockets.keys());
    await expect.poll(() => io.sockets.sockets.size).toBe(known.size + 1);
    const socket = [...io.sockets.sockets.values()].find(({ id }) => !known.has(id));
    if (!socket) throw new Error('nobody came');
    return { page, heard, socket };
  };
  return { io, enter };
}

/** Stops reading, and is told more than the systems of both ends take. */
async function stall({ page, socket }: Entered): Promise<void> {
  page.pause();
  while (!netSocketOf(socket).writableNeedDrain) {
    socket.emit('room', view('x'.repeat(VIEW_BYTES)));
    await turn();
  }
}

test('what waits for a reader that stalls comes whole and in order, own messages and broadcasts alike', async () => {
  const { io, enter } = await door();
  const { page, heard, socket } = await enter();
  page.pause();
  const said = Array.from({ length: 120 }, (_, number) => `${number}`);
  for (const [i, name] of said.entries()) {
    const long = view(`${name} ${'é'.repeat(30_000)}`);
    if (i % 2) socket.emit('room', long);
    else io.emit('room', long);
    if (i % 3 === 0) await turn();
  }
  page.resume();
  await expect.poll(() => heard.length).toBe(said.length);
  expect(heard).toEqual(said);
});

test('what one turn says leaves in one write', async () => {
  const { io, enter } = await door();
  const { heard, socket } = await enter();
  const write = vi.spyOn(netSocketOf(socket), 'write');
  socket.emit('room', view('a'));
  io.emit('room', view('b'));
  socket.emit('room', view('c'));
  await expect.poll(() => heard).toEqual(['a', 'b', 'c']);
  expect(write).toHaveBeenCalledTimes(1);
});

test.each([
  ['short messages', ({ socket }: Entered) => void socket.emit('room', view('x'))],
  ['answers to pings of nothing', ({ page }: Entered) => void page.ping()],
])('many %s that wait count for more than their text', async (_what, say) => {
  const { enter } = await door();
  const slow = await enter();
  await stall(slow);
  for (let said = 0; slow.socket.connected && said < LIMITS.unsentBytes / 200; said += 1) {
    say(slow);
    if (said % 1000 === 0) await turn();
  }
  await expect.poll(() => slow.socket.connected, { timeout: 3000 }).toBe(false);
  slow.page.terminate();
});

test('what has left counts no more: somebody may be slow twice', async () => {
  const { enter } = await door();
  const slow = await enter();
  for (let spell = 0; spell < 2; spell += 1) {
    await stall(slow);
    for (let said = 0; said < (LIMITS.unsentBytes * 0.6) / SHORT_MESSAGE_BYTES; said += 1)
      slow.socket.emit('room', view('x'));
    slow.socket.emit('room', view(`end${spell}`));
    slow.page.resume();
    await expect.poll(() => slow.heard.at(-1), { timeout: 10_000 }).toBe(`end${spell}`);
  }
  expect(slow.socket.connected).toBe(true);
});

test('what was said is heard before a line is hung up, and nothing after', async () => {
  const { enter } = await door();
  const { heard, page, socket } = await enter();
  const line = new SocketLine(socket, 'server');
  line.push('room', view('last'));
  line.hangUp();
  const write = vi.spyOn(netSocketOf(socket), 'write');
  line.push('room', view('late'));
  await expect.poll(() => page.readyState).toBe(WebSocket.CLOSED);
  expect(heard).toEqual(['last']);
  expect(write).not.toHaveBeenCalled();
});

test('who does not read keeps what waits for a few seconds only once they are hung up on', async () => {
  const { enter } = await door();
  const slow = await enter();
  await stall(slow);
  new SocketLine(slow.socket, 'server').hangUp();
  await expect.poll(() => netSocketOf(slow.socket).destroyed, { timeout: 8000 }).toBe(true);
  slow.page.terminate();
});

test('a short message that waits keeps no more than its own bytes', async () => {
  const { enter } = await door();
  const slow = await enter();
  await stall(slow);
  const write = vi.spyOn(netSocketOf(slow.socket), 'write');
  slow.socket.emit('room', view('x'));
  await turn();
  const [bytes] = write.mock.calls[0] as [Buffer];
  expect(bytes.buffer.byteLength).toBe(bytes.length);
  slow.page.terminate();
});

test('a bug in the middle of a turn keeps back nothing of what was said in it', async () => {
  const { io, enter } = await door();
  const [one, other] = [await enter(), await enter()];
  const bugs: unknown[] = [];
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => bugs.push(error));
  onTestFinished(() => {
    process.removeAllListeners('uncaughtException');
    for (const listener of others) process.on('uncaughtException', listener);
  });
  const bug = new Error('a bug');
  setImmediate(() => {
    io.emit('room', view('a'));
    throw bug;
  });
  await expect.poll(() => bugs).toEqual([bug]);
  io.emit('room', view('b'));
  for (const { heard } of [one, other]) await expect.poll(() => heard).toEqual(['a', 'b']);
});

test('a message to many lines in a row is the same bytes for all, and another is not taken for it', async () => {
  const { enter } = await door();
  const [one, other] = [await enter(), await enter()];
  const lines = [one, other].map(({ socket }) => new SocketLine(socket, 'server'));
  const writes = [one, other].map(({ socket }) => vi.spyOn(netSocketOf(socket), 'write'));
  const same = view('same');
  for (const line of lines) line.push('room', same);
  for (const { heard } of [one, other]) await expect.poll(() => heard).toEqual(['same']);
  expect(writes[0]?.mock.calls[0]?.[0]).toBe(writes[1]?.mock.calls[0]?.[0]);
  for (const [i, line] of lines.entries()) line.push('room', view(`own${i}`));
  await expect.poll(() => [one, other].map(({ heard }) => heard.at(-1))).toEqual(['own0', 'own1']);
  lines[0]?.push('room', same);
  lines[0]?.push('me', same);
  await turn();
  expect(String(writes[0]?.mock.calls.at(-1)?.[0])).toContain('42["me",{"name":"same"}]');
});
