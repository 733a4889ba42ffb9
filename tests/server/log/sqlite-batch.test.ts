// One batch of the SQLite log: each write finds what those before it in the same batch have done.
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Write } from '../../../server/src/log/disk.ts';
import { Database, SCHEMA } from '../../../server/src/log/sqlite/database.ts';

const write = (type: 'create' | 'append', at: number): Write => ({
  type,
  code: 'ROOM',
  at,
  by: 's',
  command: '{}',
});
const expiry = (before: number): Write => ({ type: 'expire', codes: ['ROOM'], before });

function fresh(): Database {
  const db = new DatabaseSync(':memory:');
  db.exec(SCHEMA);
  return new Database(db);
}

const seqsIn = (database: Database): number[] => database.read('ROOM', 1, 10).entries.map(({ seq }) => seq);

test('a room begins and goes on', () => {
  const database = fresh();
  database.commit([write('create', 1), write('append', 2)]);
  database.commit([write('append', 3), write('append', 4)]);
  expect(seqsIn(database)).toEqual([1, 2, 3, 4]);
  expect(database.list()).toEqual([{ code: 'ROOM', lastAt: 4 }]);
});

test('a room that was just written to is not old', () => {
  const database = fresh();
  database.commit([write('create', 1)]);
  expect(database.commit([write('append', 100), expiry(50)])).toEqual([{ epoch: 0, seq: 2, at: 100 }, []]);
  expect(seqsIn(database)).toEqual([1, 2]);
});

test('a room that has expired is written to no more, and its code is free', () => {
  const database = fresh();
  database.commit([write('create', 1), write('append', 2)]);
  const outcomes = database.commit([expiry(50), write('append', 100), write('create', 101)]);
  expect(outcomes).toEqual([['ROOM'], 'no-such-room', { epoch: 0, seq: 1, at: 101 }]);
  expect(database.list()).toEqual([{ code: 'ROOM', lastAt: 101 }]);
});
