// Word of a disk that takes no more: to everybody at once, and to who comes while it lasts.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { tellOfSaving } from '../../../server/src/web/saving.ts';
import { openSockets } from '../../../server/src/web/sockets.ts';
import { Guest } from './guest.ts';

test('everybody hears that the server cannot save, and that it can again', async () => {
  const http = createServer();
  const io = openSockets(http, null);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  let works = true;
  const changed = tellOfSaving(io, () => works);
  const first = new Guest(origin);
  const guests = [first];
  onTestFinished(async () => {
    for (const guest of guests) guest.close();
    await io.close();
  });
  const hear = (said: string) =>
    Promise.all(guests.map((guest) => guest.until(({ bytes }) => bytes.endsWith(said), said)));

  await new Promise<void>((resolve) => first.socket.once('connect', resolve));
  expect(first.bytes).toBe('');
  works = false;
  changed();
  guests.push(new Guest(origin));
  await hear('["saving",{"works":false}]');
  works = true;
  changed();
  await hear('["saving",{"works":true}]');
});
