// The arithmetic of `npm run bench -- --cluster`: what an answer cost, and which figures are held against a bar.
import { expect, test } from 'vitest';
import type { Played } from './load/room.ts';
import { workIn } from './processes/redis.ts';
import { figuresOf } from './rows/cluster-figures.ts';
import type { ClusterRun, ManyRooms } from './rows/cluster-figures.ts';
import { costOf } from './rows/cost.ts';
import type { Used } from './rows/cost.ts';
import { isHeld, jsonOf, tableOf } from './table.ts';

const INFO = [
  '# Memory',
  'used_memory:9000000',
  'used_memory_dataset:5000',
  'aof_current_size:7000',
  'total_net_output_bytes:800',
  'cmdstat_eval:calls=1,usec=99,usec_per_call=99.00',
  'cmdstat_evalsha:calls=40,usec=1200,usec_per_call=30.00',
].join('\r\n');

const played = (acknowledgements: number[], lost = 0): Played => ({
  clicks: [],
  acknowledgements,
  refused: 0,
  lost,
});

const used = (all: Partial<Used>): Used => ({
  serversMs: 0,
  redisMs: 0,
  work: null,
  frames: 0,
  bytes: 0,
  ...all,
});

const many = (cost: Partial<ManyRooms>): ManyRooms => ({
  ...costOf(used({}), used({ serversMs: 1 }), [played([1])]),
  roomBytes: 0,
  ...cost,
});

const run = (spread: number, together = spread, lost = 0): ClusterRun => ({
  room: many({ lost }),
  spread: many({ serversMicros: spread }),
  together: many({ serversMicros: together }),
});

test('the work of Redis is read from its own counters', () => {
  expect(workIn(INFO)).toEqual({
    scripts: 40,
    scriptMicros: 1200,
    memoryBytes: 5000,
    fileBytes: 7000,
    sentBytes: 800,
  });
});

test('an answer costs what was used while it was given, divided by all answers, lost ones too', () => {
  const work = workIn(INFO);
  const before = used({ serversMs: 100, redisMs: 10, work, frames: 50, bytes: 1000 });
  const after = used({
    serversMs: 102,
    redisMs: 11,
    work: { ...work, scripts: 42, scriptMicros: 1280, fileBytes: 9000 },
    frames: 78,
    bytes: 2000,
  });
  expect(costOf(before, after, [played([5, 7]), played([6], 1)])).toMatchObject({
    serversMicros: 500,
    redisMicros: 250,
    frames: 7,
    bytes: 250,
    scripts: 0.5,
    scriptMicros: 40,
    fileBytes: 500,
    acknowledged: 7,
    lost: 1,
  });
});

test('many rooms may cost 1.3 times as much on three servers as on one, spread or kept together', () => {
  const missed = (three: ClusterRun[]) =>
    figuresOf({ sqlite: [run(90)], one: [run(100)], two: [run(500)], three })
      .filter((figure) => !isHeld(figure))
      .map(({ what }) => what);
  expect(missed([run(130)])).toEqual([]);
  expect(missed([run(131, 130)])).toEqual(['… spread over three']);
  expect(missed([run(130, 131)])).toEqual(['… on three, each room on one of them']);
  expect(missed([run(100, 100, 1)])).toEqual(['answers refused or lost in all of this']);
});

test('a figure without a bar is only known: it neither holds nor is missed', () => {
  const figure = { what: 'bytes', unit: '', runs: [3] };
  expect(isHeld(figure)).toBe(true);
  expect(tableOf([figure])).not.toMatch(/holds|MISSED/);
  expect(JSON.parse(jsonOf([figure], {}))).toMatchObject({ figures: [{ median: 3, limit: null }] });
});
