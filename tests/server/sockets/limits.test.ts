// What one line and one address may hold, send and wait for: real sockets on the server's edge, its clock in the test's hand.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LIMITS } from '@oneliner/shared';
import { expect, onTestFinished, test } from 'vitest';
import { createJournal } from '../../../server/src/journal.ts';
import { Places } from '../../../server/src/web/places.ts';
import { answerSockets, openSockets } from '../../../server/src/web/sockets.ts';
import { StrangeCaller } from '../../fuzz/caller.ts';
import { House } from '../rooms/house.ts';
import { Guest, refusalOf } from './guest.ts';
import { handshake, HEARTBEAT, maskedFrame } from './raw.ts';

const PATIENCE_MS = 10_000;

/** The server's edge before rooms of a house whose time stands still. */
async function edge(places = new Places(LIMITS.linesPerAddress, LIMITS.linesPerServer)) {
  const house = new House();
  const { now, later } = house.hours;
  const http = createServer();
  const io = openSockets(http, null);
  const prepareQuiz = () => Promise.resolve({ ok: false, refusal: { name: 'unknown-document' } } as const);
  const callers = answerSockets(
    io,
    {
      serverId: 'server',
      receipts: null,
      rooms: house.rooms,
      now,
      later,
      prepareQuiz,
      places,
      proxies: 1,
      meter: { replied: () => undefined },
    },
    createJournal('silent'),
  );
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const guests: Guest[] = [];
  onTestFinished(async () => {
    for (const guest of guests) guest.close();
    await io.close();
  });
  const guest = (address = '10.0.0.1'): Guest => {
    const made = new Guest(origin, { origin, 'x-forwarded-for': address });
    guests.push(made);
    return made;
  };
  /** Lets time pass in the house until an answer is there. */
  const settled = async <T>(answer: Promise<T>): Promise<T> => {
    let isThere = false;
    const marked = answer.finally(() => (isThere = true));
    while (!isThere) await house.hours.pass(20);
    return marked;
  };
  return { house, port, callers, guest, settled };
}

const isCut = ({ socket }: Guest): boolean => !socket.connected;

test('an address that holds too many lines is told so on the next one, which ends; others come in', async () => {
  const { house, guest } = await edge(new Places(2, 100));
  const [first, second] = [guest(), guest()];
  await Promise.all([first, second].map((one) => one.ask('clock', {})));
  const third = guest();
  third.socket.io.reconnection(false);
  expect(await third.ask('clock', {})).toMatchObject({ refusal: { name: 'too-many' } });
  expect(refusalOf(await guest('10.0.0.2').ask('clock', {}))).toBe('accepted');
  await house.hours.pass(1000);
  await third.until(isCut, 'the line to be cut');
  first.socket.io.reconnection(false);
  first.close();
  await expect
    .poll(async () => refusalOf(await guest().ask('clock', {})), { timeout: PATIENCE_MS })
    .toBe('accepted');
});

test('a line that has no role for long is ended, one that has is not', async () => {
  const { house, guest, settled } = await edge();
  const room = await house.open();
  const [idle, ana] = [guest(), guest()];
  await idle.ask('clock', {});
  await settled(ana.join(room.code, 'Ana'));
  await house.hours.pass(LIMITS.secondsWithoutRole * 1000 + 1000);
  // Each is looked at with a heartbeat of its own.
  const looked = new Promise<void>((resolve) => void ana.socket.io.engine.once('heartbeat', resolve));
  await idle.until(isCut, 'the line to be cut');
  await looked;
  await settled(ana.ask('clock', {}));
  expect(isCut(ana)).toBe(false);
  expect(refusalOf(await settled(ana.ask('clock', {})))).toBe('accepted');
});

/** A line that was opened, and whose page says its first word 120 ms later. */
async function slowPage() {
  const { house, port, callers } = await edge();
  const page = new StrangeCaller(port);
  onTestFinished(() => {
    page.destroy();
  });
  page.write(handshake(port));
  await page.until((got) => got.includes('"maxPayload"'), PATIENCE_MS);
  await house.hours.pass(120);
  page.write(maskedFrame('text', '40'));
  await page.until((got) => got.includes('40{"sid"'), PATIENCE_MS);
  return { house, page, credits: () => [...callers].map((caller) => caller.credit()) };
}

test('ANSWER-5 the first way there and back is from the opening of a line to the first word of its page', async () => {
  const { credits } = await slowPage();
  expect(credits()).toEqual([60]);
});

test('ANSWER-5 each heartbeat measures the way there and back again', async () => {
  const { house, page, credits } = await slowPage();
  await page.until((got) => got.includes(HEARTBEAT), PATIENCE_MS);
  await house.hours.pass(40);
  page.write(maskedFrame('text', '3'));
  await expect.poll(credits).toEqual([20]);
});

test.each([
  ['messages that nobody listens to', maskedFrame('text', `42["x","${'x'.repeat(8000)}"]`)],
  ['pings', maskedFrame('ping', 'x'.repeat(125))],
  ['pongs of nothing', maskedFrame('pong', '')],
])('whoever sends %s is cut off above the limit, and nobody waits', async (_what, frame) => {
  const { port, guest } = await edge();
  const calm = guest();
  await calm.ask('clock', {});
  const loud = new StrangeCaller(port);
  loud.write(handshake(port));
  await loud.until((got) => got.includes('"maxPayload"'), PATIENCE_MS);
  for (let sent = 0; sent <= LIMITS.bytesBurst + 64 * 1024; sent += frame.length) loud.write(frame);
  expect(await loud.until(() => false, PATIENCE_MS)).toBe(true);
  expect(refusalOf(await calm.ask('clock', {}))).toBe('accepted');
});
