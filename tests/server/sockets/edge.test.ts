// Strange callers at the door: whoever asks for an upgrade that nobody offers, or takes leave by word alone, is let go of.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GameServer } from '../../browser/house/game-server.ts';
import { StrangeCaller } from '../../fuzz/caller.ts';
import { CLOSE_FRAME, handshake, maskedFrame } from './raw.ts';

const PATIENCE_MS = 5000;

let server: GameServer;
beforeAll(async () => {
  server = await GameServer.open();
});
afterAll(() => server.close());

test('an upgrade that nobody offers is ended, also when its body is still to come', async () => {
  const caller = new StrangeCaller(server.port);
  const lines = [
    'GET /api/here HTTP/1.1',
    'Host: x',
    'Content-Length: 300',
    'Upgrade: h2c',
    'Connection: Upgrade',
  ];
  caller.write(`${lines.join('\r\n')}\r\n\r\n`);
  expect(await caller.until(() => false, PATIENCE_MS)).toBe(true);
});

test('who leaves the room of all events without hanging up loses the line', async () => {
  const caller = new StrangeCaller(server.port);
  caller.write(handshake(server.port));
  await caller.until((got) => got.includes('"maxPayload"'), PATIENCE_MS);
  caller.write(maskedFrame('text', '40'));
  expect(await caller.until((got) => got.includes('40{"sid"'), PATIENCE_MS)).toBe(true);
  caller.write(maskedFrame('text', '41'));
  expect(await caller.until((got) => got.includes(CLOSE_FRAME), PATIENCE_MS)).toBe(true);
  caller.destroy();
});
