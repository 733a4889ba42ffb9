// A game of three hundred on three real servers over one Redis, while each of them and Redis itself are killed under it.
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRedisHome } from '../../server/src/log/redis/home.ts';
import { Farm } from './farm.ts';
import { mistakesIn } from './ledger.ts';
import { quizDocument, upload } from './quiz.ts';
import { clear, layTable } from './table.ts';
import type { Table } from './table.ts';

const PLAYERS = 300;
const SECONDS = 60;
/** Answers come over this long. */
const SPREAD_MS = 2000;
const LONGEST_WAIT_MS = 5000;

let farm: Farm;
let table: Table;

beforeAll(async () => {
  farm = await Farm.open();
  const { id } = await upload(farm.origin, quizDocument(7));
  const plan = { origin: farm.origin, documentId: id, count: 7, settings: { seconds: SECONDS } };
  table = await layTable(plan, PLAYERS);
});
afterAll(() => farm.close());

/** Plays the next question to its leaderboard; `strike` happens while half of the answers are on their way. */
async function play(step: number, strike: (answering: Promise<unknown>) => Promise<void>): Promise<void> {
  const { desk, phones } = table;
  await desk.leave(step === 1 ? 'lobby' : 'leaderboard', step === 1 ? 'start' : 'next');
  await desk.leave('announced', 'skip');
  const answering = Promise.all(
    phones.map(async (phone, i) => {
      await delay((SPREAD_MS * i) / PLAYERS);
      await phone.answer(step, (i + step) % 4);
    }),
  );
  await delay(SPREAD_MS / 2);
  await strike(answering);
  await answering;
  await desk.untilPhase('reveal');
  await Promise.all(phones.map((phone) => phone.until(({ results }) => results.has(step))));
  await desk.leave('reveal', 'next');
}

const acceptedAt = (step: number): number =>
  table.phones.filter(({ verdicts }) => verdicts.get(step)?.verdict === 'accepted').length;

test.each([0, 1, 2])('server %i is killed and started again', { timeout: 60_000 }, async (index) => {
  await play(index + 1, async () => {
    await farm.servers[index]?.stop('SIGKILL');
    await farm.servers[index]?.start();
  });
  expect(acceptedAt(index + 1)).toBe(PLAYERS);
});

test('Redis is killed and started again', { timeout: 60_000 }, async () => {
  await play(4, () => farm.restartRedis());
  expect(acceptedAt(4)).toBe(PLAYERS);
});

test('Redis is replaced by its replica, which has everything', { timeout: 60_000 }, async () => {
  await play(5, async (answering) => {
    await answering;
    await farm.untilReplicated();
    await farm.failOver();
  });
  expect(acceptedAt(5)).toBe(PLAYERS);
});

test(
  'Redis is replaced by a replica that lacks acknowledged answers: they are handed back',
  { timeout: 60_000 },
  async () => {
    const { desk, phones } = table;
    await desk.leave('leaderboard', 'next');
    await desk.leave('announced', 'skip');
    // What the replica must not lack is the question itself, or it would be asked again.
    await desk.untilPhase('open');
    await farm.untilReplicated();
    const late = phones.at(-1);
    const answering = phones.map(async (phone, i) => {
      if (phone === late) return;
      if (i === PLAYERS / 2) await farm.partReplica();
      await phone.answer(6, i % 4);
    });
    await Promise.all(answering);
    await farm.failOver();
    await desk.until(({ version }) => version[0] > 0);
    await desk.until(({ tally }) => tally.answered === PLAYERS - 1);
    expect(phones.some(({ handedBack }) => handedBack > 0)).toBe(true);
    // The pause after a failover is nobody's wait for an answer.
    await late?.until(({ room }) => (room?.version[0] ?? 0) > 0);
    await late?.answer(6, 0);
    await desk.untilPhase('reveal');
    await desk.leave('reveal', 'next');
  },
);

test(
  'in the end nothing was lost, counted twice or moved, and nobody waited for long',
  { timeout: 60_000 },
  async () => {
    await play(7, async () => {});
    await table.desk.untilPhase('podium');
    const { phones } = table;
    const home = await openRedisHome({
      url: farm.redisUrl,
      serverId: 'books',
      seat: 'books',
      replicas: 0,
      onWritable: () => {},
    });
    if (!home.ok) throw new Error(home.why);
    expect(await mistakesIn(home.log, [table])).toEqual([]);
    await home.log.close();
    expect(Math.max(...phones.map(({ line }) => line.longestAwayMs))).toBeLessThan(LONGEST_WAIT_MS);
    expect(Math.max(...phones.map(({ longestAnswerMs }) => longestAnswerMs))).toBeLessThan(LONGEST_WAIT_MS);
    clear(table);
  },
);
