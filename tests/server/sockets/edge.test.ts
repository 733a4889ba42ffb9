// Strange callers at the door: whoever asks for what nobody offers, says nothing, or takes leave by word alone is let go of.
import { LIMITS } from '@oneliner/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GameServer } from '../../browser/house/game-server.ts';
import { StrangeCaller } from '../../fuzz/caller.ts';
import { CLOSE_FRAME, handshake, maskedFrame } from './raw.ts';

const PATIENCE_MS = 5000;
/** The server looks for those who say nothing every two seconds. */
const SILENCE_MS = LIMITS.secondsToBegin * 1000 + PATIENCE_MS;

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

test('a second socket for the same line is refused: what is watched is the first', async () => {
  const first = new StrangeCaller(server.port);
  first.write(handshake(server.port));
  await first.until((got) => got.includes('"maxPayload"'), PATIENCE_MS);
  const [, sid] = /"sid":"([^"]+)"/.exec(first.got) ?? [];
  const second = new StrangeCaller(server.port);
  second.write(handshake(server.port, `/socket.io/?EIO=4&transport=websocket&sid=${sid}`));
  expect(await second.until(() => false, PATIENCE_MS)).toBe(true);
  expect(second.got).not.toContain('101 Switching Protocols');
  first.destroy();
});

test.concurrent.each([
  ['connects and says nothing', ''],
  ['never ends the head of a request', 'GET / HTTP/1.1\r\nHost: x\r\n'],
  ['opens a socket and joins nothing', null],
])('who %s loses the line', async (_what, words) => {
  const caller = new StrangeCaller(server.port);
  caller.write(words ?? handshake(server.port));
  expect(await caller.until((got) => got.includes(CLOSE_FRAME), SILENCE_MS)).toBe(true);
  caller.destroy();
});
