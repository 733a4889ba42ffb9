// Frames that the server makes itself, read by the library that reads everybody else's.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrame } from '../../../server/src/web/text-frame.ts';

/** What a client hears when these bytes are sent to it. */
async function heard(frames: Buffer): Promise<unknown[]> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => {
    server.close();
  });
  await once(server, 'listening');
  server.on('connection', (line, { socket }) => {
    socket.write(frames);
    line.close();
  });
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const messages: unknown[] = [];
  client.on('message', (data: Buffer, isBinary) => messages.push(isBinary ? data : data.toString()));
  await once(client, 'close');
  return messages;
}

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])('a text of %i bytes', async (length) => {
  const text = 'x'.repeat(length);
  expect(await heard(Buffer.concat([textFrame(text), textFrame('next')]))).toEqual([text, 'next']);
});

test('a length is counted in bytes', async () => {
  const text = 'ö🎉'.repeat(25);
  expect(await heard(Buffer.concat([textFrame(text), textFrame('next')]))).toEqual([text, 'next']);
});
