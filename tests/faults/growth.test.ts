// Comings and goings in bulk leave nothing behind in memory: neither lines that closed nor rooms that expired.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { refused } from '@oneliner/shared';
import { nanoid } from 'nanoid';
import { expect, test, vi } from 'vitest';
import { StrangeCaller } from '../fuzz/caller.ts';
import { heapOf, openMeasured } from '../fuzz/measured.ts';
import { questions } from '../server/game/table.ts';
import { House } from '../server/rooms/house.ts';
import { handshake, maskedFrame } from '../server/sockets/raw.ts';
import { Desk } from './desk.ts';
import { quizDocument, upload } from './quiz.ts';

const MOST_GROWTH = 1.1;
const PATIENCE_MS = 20_000;
const PHONES = 100;
const WARM_UP_ROUNDS = 3;
const ROUNDS = 100;
const ROOMS = 500;
const ROOMS_AT_A_TIME = 50;
const DAY_MS = 24 * 3_600_000;

/** A phone that comes with its secret, gets its views, and is gone without a word. */
async function comeAndGo(port: number, code: string, name: string, secret: string): Promise<void> {
  const caller = new StrangeCaller(port);
  caller.write(handshake(port));
  await caller.until((got) => got.includes('"maxPayload"'), PATIENCE_MS);
  caller.write(maskedFrame('text', '40'));
  await caller.until((got) => got.includes('40{"sid"'), PATIENCE_MS);
  caller.write(maskedFrame('text', `420${JSON.stringify(['join', { code, name, secret }])}`));
  if (!(await caller.until((got) => got.includes('430[{"ok":true'), PATIENCE_MS)))
    throw new Error(`not let in: ${caller.got.slice(-300)}`);
  caller.destroy();
}

test(
  `${PHONES * ROUNDS} phones that come and go leave the heap as it was`,
  { timeout: 120_000 },
  async () => {
    const server = await openMeasured();
    const origin = `http://127.0.0.1:${server.port}`;
    const { id } = await upload(origin, quizDocument(2));
    const desk = await Desk.open({ origin, documentId: id, count: 2 });
    const secrets = Array.from({ length: PHONES }, () => nanoid(22));
    // Drawn letters would make a word now and then that suits no screen.
    const come = (secret: string, index: number) =>
      comeAndGo(server.port, desk.code, `Phone ${index}`, secret);
    const round = () => Promise.all(secrets.map(come));
    const isEmpty = () => desk.until(({ people }) => people.every(({ state }) => state === 'away'));
    for (let done = 0; done < WARM_UP_ROUNDS; done += 1) await round();
    await isEmpty();
    const before = await heapOf(server);
    for (let done = WARM_UP_ROUNDS; done < ROUNDS; done += 1) await round();
    await isEmpty();
    await vi.waitFor(async () => expect((await heapOf(server)) / before).toBeLessThan(MOST_GROWTH), {
      timeout: PATIENCE_MS,
      interval: 500,
    });
    desk.line.close();
    await server.close();
  },
);

/** Bytes in use in this process after a collection. */
const heapHere = (): number => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
};

const CODES = Array.from({ length: ROOMS }, (_, index) => `ROOM${index}`);

/** Opens rooms with a host and players in the middle of a question, and lets them expire. */
async function openAndExpire(house: House): Promise<void> {
  for (let opened = 0; opened < ROOMS_AT_A_TIME; opened += 1) {
    const room = await house.open({}, questions(20), `host ${house.hours.now()}`);
    await house.host(room);
    for (const name of ['Ana', 'Ben', 'Cy']) await house.player(room, name);
    await house.openFirst(room);
    await house.answer(room, 1, 0);
  }
  for (const page of house.pages) page.cut();
  await house.hours.pass(2 * DAY_MS);
  for (const list of [house.pages, house.journal]) list.length = 0;
}

test(
  `${ROOMS} rooms that were opened and expired leave the heap as it was`,
  { timeout: 120_000 },
  async () => {
    const house = new House(CODES);
    await house.whenDone(house.rooms.keepTidy());
    await openAndExpire(house);
    const before = heapHere();
    for (let done = ROOMS_AT_A_TIME; done < ROOMS; done += ROOMS_AT_A_TIME) await openAndExpire(house);
    expect(heapHere() / before).toBeLessThan(MOST_GROWTH);
    for (const code of CODES) expect(await house.rooms.find(code)).toEqual(refused('unknown-room'));
  },
);
