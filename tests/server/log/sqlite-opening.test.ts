// Opening a data folder: one server at a time, and a reason where it cannot be.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteHome } from '../../../server/src/log/sqlite/home.ts';
import type { OpeningFailure } from '../../../server/src/log/sqlite/open-database.ts';
import { AppendingChild } from './child.ts';
import { entriesOf, join, names, opening } from './samples.ts';
import { openHome, scratchFolder } from './sqlite-scratch.ts';
import { databaseFile, withDatabase } from './stored.ts';

const expectRefused = async (folder: string, reason: OpeningFailure): Promise<void> => {
  const opened = await openSqliteHome({ folder, synchronous: 'FULL', onWritable: () => {} });
  expect(opened).toEqual({ ok: false, reason, why: expect.any(String) as string });
};

test('a folder is made where there is none, and found again with all that was in it', async () => {
  const folder = joinPath(scratchFolder(), 'deep', 'down');
  const first = await openHome(folder);
  await first.log.create('ROOM', opening, 's');
  await first.shelf.put('key', 'value', 60_000);
  await first.log.close();

  const second = await openHome(folder);
  expect(await entriesOf(second.log, 'ROOM')).toHaveLength(1);
  expect(await second.shelf.get('key')).toBe('value');
  await second.log.close();
});

describe('a folder that another server has open', () => {
  test('is refused within a process and free when the other closes', async () => {
    const folder = scratchFolder();
    const { log } = await openHome(folder);
    await expectRefused(folder, 'in-use');
    await log.close();
    await (await openHome(folder)).log.close();
  });

  test('is refused between processes and free at once when the other is killed', async () => {
    const folder = scratchFolder();
    const child = new AppendingChild({ folder, atOnce: 1, most: 5 });
    await child.says('done');
    await expectRefused(folder, 'in-use');
    await child.kill();
    await (await openHome(folder)).log.close();
  });
});

describe('not writable', () => {
  test('where a file stands in the way', async () => {
    const file = joinPath(scratchFolder(), 'data');
    writeFileSync(file, 'not a folder');
    await expectRefused(file, 'not-writable');
    await expectRefused(joinPath(file, 'below'), 'not-writable');
  });

  test('where the database cannot be opened', async () => {
    const folder = scratchFolder();
    mkdirSync(databaseFile(folder));
    await expectRefused(folder, 'not-writable');
  });
});

describe('unreadable', () => {
  test('what is no database', async () => {
    const folder = scratchFolder();
    writeFileSync(databaseFile(folder), 'A shopping list. '.repeat(500));
    await expectRefused(folder, 'unreadable');
  });

  test('what a newer version has made, which stays as it was', async () => {
    const folder = scratchFolder();
    await (await openHome(folder)).log.close();
    withDatabase(folder, (db) => {
      db.exec('pragma user_version = 999');
    });
    await expectRefused(folder, 'unreadable');
    const version = withDatabase(folder, (db) => db.prepare('pragma user_version').get());
    expect(version).toEqual({ user_version: 999 });
  });
});

test('who reads after closing is told so and does not wait', async () => {
  const { log, shelf } = await openHome(scratchFolder());
  const list = log.list();
  await log.close();
  expect(await list).toEqual([]);
  await expect(log.list()).rejects.toThrow('ended');
  await expect(log.follow('ROOM', 1, () => {})).rejects.toThrow('ended');
  await expect(shelf.get('key')).rejects.toThrow('ended');
});

test('expired values are deleted from the shelf, not only hidden', async () => {
  const folder = scratchFolder();
  const { log, shelf } = await openHome(folder);
  await Promise.all(names(10).map((name) => shelf.put(name, 'x', 0)));
  await shelf.put('kept', 'x', 60_000);
  await log.close();
  const keys = withDatabase(folder, (db) => db.prepare('select key from shelf').all());
  expect(keys).toEqual([{ key: 'kept' }]);
});

test('nothing of a room that expired is left in the folder after closing', async () => {
  const folder = scratchFolder();
  const first = await openHome(folder);
  await first.log.create('ROOM', opening, 's');
  await first.log.append('ROOM', join('Rumpelstiltskin'), 's');
  await first.log.close();
  const holdsName = () => readFileSync(databaseFile(folder)).includes('Rumpelstiltskin');
  expect(holdsName()).toBe(true);
  const second = await openHome(folder);
  expect(await second.log.expire(second.log.now() + 1)).toEqual(['ROOM']);
  await second.log.close();
  expect(holdsName()).toBe(false);
});
