// What a line says: events of the contract are answered under their numbers, and whatever else comes is for Socket.IO to judge.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { hearEvents } from '../../../server/src/web/incoming.ts';
import { openSockets } from '../../../server/src/web/sockets.ts';
import { GameServer } from '../../browser/house/game-server.ts';
import { StrangeCaller } from '../../fuzz/caller.ts';
import { CLOSE_FRAME, handshake, HEARTBEAT, maskedFrame } from './raw.ts';

const PATIENCE_MS = 5000;

let server: GameServer;
beforeAll(async () => {
  server = await GameServer.open();
});
afterAll(() => server.close());

/** A line in the main namespace. */
async function line() {
  const caller = new StrangeCaller(server.port);
  onTestFinished(() => {
    caller.destroy();
  });
  const say = (text: string): void => {
    caller.write(maskedFrame('text', text));
  };
  const hears = (text: string): Promise<boolean> => caller.until((got) => got.includes(text), PATIENCE_MS);
  caller.write(handshake(server.port));
  await hears('"maxPayload"');
  say('40');
  await hears('40{"sid"');
  return { caller, say, hears };
}

test('each event is answered under its number, however many come at once', async () => {
  const { caller, hears } = await line();
  const events = ['420["clock",{}]', '4217["clock",{}]', '42999999999999999["clock",{}]'];
  caller.write(Buffer.concat(events.map((event) => maskedFrame('text', event))));
  for (const number of ['0', '17', '999999999999999'])
    expect(await hears(`43${number}[{"ok":true,"now":`)).toBe(true);
});

test('an event of the contract with a message that is none is refused', async () => {
  const { say, hears } = await line();
  say('421["clock"]');
  expect(await hears('431[{"ok":false,"refusal":{"name":"malformed"}}]')).toBe(true);
});

test.each([
  ['waits for no answer', '42["clock",{}]'],
  ['is not in the contract', '421["nonsense",{}]'],
  ['is named as something that every object has', '421["constructor",{}]'],
])('an event that %s is passed over', async (_what, event) => {
  const { caller, say, hears } = await line();
  say(event);
  say('422["clock",{}]');
  expect(await hears('432[{"ok":true')).toBe(true);
  expect(caller.got).not.toContain('431[');
  expect(caller.got).not.toContain(CLOSE_FRAME);
});

test.each([
  ['is cut off', '421["clock",{}'],
  ['is in a namespace that nobody has', '42/other,1["clock",{}]'],
  ['has a number that is none', '421e3["clock",{}]'],
])('a line whose event %s is ended', async (_what, event) => {
  const { say, hears } = await line();
  say(event);
  expect(await hears(CLOSE_FRAME)).toBe(true);
});

test('whoever says something first has as long again for the answer to a heartbeat, once', async () => {
  const http = createServer();
  const io = openSockets(http, null);
  Object.assign((io.engine as { opts: object }).opts, { pingInterval: 200, pingTimeout: 1500 });
  io.on('connection', (socket) => {
    hearEvents(socket, () => undefined);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const caller = new StrangeCaller(port);
  onTestFinished(async () => {
    caller.destroy();
    await io.close();
  });
  const ends = (): Promise<boolean> => caller.until((got) => got.includes(CLOSE_FRAME), 1000);
  const speaks = (): Promise<boolean> => {
    caller.write(maskedFrame('text', '421["clock",{}]'));
    return ends();
  };
  caller.write(handshake(port));
  await caller.until((got) => got.includes('"maxPayload"'), PATIENCE_MS);
  caller.write(maskedFrame('text', '40'));
  await caller.until((got) => got.includes(HEARTBEAT), PATIENCE_MS);
  expect(await ends()).toBe(false);
  expect(await speaks()).toBe(false);
  expect(await speaks()).toBe(true);
});

test('who has left the namespace is not answered any more', async () => {
  const { caller, say, hears } = await line();
  say('41');
  say('421["clock",{}]');
  expect(await hears(CLOSE_FRAME)).toBe(true);
  expect(caller.got).not.toContain('431[');
});
