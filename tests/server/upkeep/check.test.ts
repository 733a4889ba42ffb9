// The check of a data folder: silent about what is whole, and a plain sentence for damage of every kind.
import { closeSync, copyFileSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { upkeepWords as words } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import { checkDatabase, isWhole } from '../../../server/src/upkeep/check-database.ts';
import { sayReport } from '../../../server/src/upkeep/say-report.ts';
import { entryOf, join, names } from '../log/samples.ts';
import { openHome, scratchFolder } from '../log/sqlite-scratch.ts';
import { databaseFile, rehash, walFile, withDatabase } from '../log/stored.ts';
import { addRoom, folderWith, wholeRoomsIn } from './folders.ts';

/** The faults of the room ROOM. */
const faultsIn = (folder: string): string[] | undefined =>
  checkDatabase(databaseFile(folder)).rooms.find(({ code }) => code === 'ROOM')?.faults;

const linesFor = (folder: string): string[] => sayReport(folder, checkDatabase(databaseFile(folder)));

describe('a folder that is whole', () => {
  test('says so for each room, and sums up', async () => {
    expect(linesFor(await folderWith('ROOM', 'MORE'))).toEqual([
      words.roomWhole('MORE', 10, 9),
      words.roomWhole('ROOM', 10, 9),
      expect.stringMatching(/: 2 rooms, 20 entries, everything whole\.$/),
    ]);
  });

  test('may hold no room at all', async () => {
    expect(wholeRoomsIn(await folderWith())).toEqual({});
  });

  test('is checked as of one moment while a server writes, and stays as it is', async () => {
    const folder = scratchFolder();
    const { log } = await openHome(folder);
    await addRoom(log, 'ROOM');
    const appends = names(300).map((name) => log.append('ROOM', join(name), 's'));
    expect(wholeRoomsIn(folder)['ROOM']).toBeGreaterThanOrEqual(10);
    for (const appended of await Promise.all(appends)) entryOf(appended);
    const before = [databaseFile, walFile].map((file) => readFileSync(file(folder)));
    expect(wholeRoomsIn(folder)).toEqual({ ROOM: 310 });
    expect([databaseFile, walFile].map((file) => readFileSync(file(folder)))).toEqual(before);
    await log.close();
  });

  test('may be what a killed server left', async () => {
    const folder = scratchFolder();
    const { log } = await openHome(folder);
    await addRoom(log, 'ROOM');
    const copy = scratchFolder();
    copyFileSync(databaseFile(folder), databaseFile(copy));
    copyFileSync(walFile(folder), walFile(copy));
    await log.close();
    expect(wholeRoomsIn(copy)).toEqual({ ROOM: 10 });
  });
});

const entry = (change: string, where = 'seq = 4') =>
  `update entry set ${change} where code = 'ROOM' and ${where}`;

describe('damage in a room', () => {
  test.each([
    ['a missing entry', `delete from entry where code = 'ROOM' and seq = 4`, [words.missing(4, 5)]],
    [
      'several missing',
      `delete from entry where code = 'ROOM' and seq in (4, 5, 8)`,
      [words.missing(4, 6), words.missing(8, 9)],
    ],
    ['a changed command', entry(`command = replace(command, 'player', 'cheat')`), [words.changed(4)]],
    ['a changed server', entry(`by = 'other'`), [words.changed(4)]],
    ['a changed hash', entry(`hash = upper(hash)`), [words.changed(4), words.changed(5)]],
    ['a later time', entry('at = at + 1000000'), [words.changed(4), words.backwards(5)]],
    ['an earlier time', entry('at = at - 1000000'), [words.changed(4), words.backwards(4)]],
    ['what is no command', entry(`command = 'null'`), [words.changed(4), words.notACommand(4)]],
    ['what is no JSON', entry(`command = '{"type'`), [words.changed(4), words.notACommand(4)]],
    [
      'a missing beginning',
      `delete from entry where code = 'ROOM' and seq = 1`,
      [words.missing(1, 2), words.notOpening(2, 'join')],
    ],
    ['a missing end', `delete from entry where code = 'ROOM' and seq = 10`, [words.otherEnd(10, 9)]],
    [
      'another end in the list',
      `update room set last_hash = '' where code = 'ROOM'`,
      [words.otherEnd(10, 10)],
    ],
    ['no entries', `delete from entry where code = 'ROOM'`, [words.noEntries]],
    ['no place in the list', `delete from room where code = 'ROOM'`, [words.notListed]],
    [
      'a number beyond all numbers',
      entry('at = 9223372036854775807'),
      [expect.stringContaining('after entry 3')],
    ],
  ])('%s', async (_, change, faults) => {
    const folder = await folderWith('ROOM');
    withDatabase(folder, (db) => {
      db.exec(change);
    });
    expect(faultsIn(folder)).toEqual(faults);
    expect(isWhole(checkDatabase(databaseFile(folder)))).toBe(false);
  });

  test('an entry that was changed and given a hash that fits', async () => {
    const folder = await folderWith('ROOM');
    withDatabase(folder, (db) => {
      db.exec(entry(`by = 'other'`));
    });
    rehash(folder, 'ROOM', 4);
    expect(faultsIn(folder)).toEqual([words.changed(5)]);
  });

  test('a command that the rules do not know, well written', async () => {
    const folder = scratchFolder();
    const { log } = await openHome(folder);
    await addRoom(log, 'ROOM');
    await log.append('ROOM', { type: 'cheat' } as never, 's');
    await log.append('ROOM', join('Ada'), 's');
    await log.close();
    expect(faultsIn(folder)).toEqual([expect.stringMatching(/^The rules stumble over entry 11:/)]);
  });

  test('is told apart from the rooms that are whole, and not a thousand times', async () => {
    const folder = await folderWith('ROOM', 'MORE');
    withDatabase(folder, (db) => {
      db.exec(entry(`hash = ''`, 'true'));
    });
    expect(linesFor(folder)).toEqual([
      words.roomWhole('MORE', 10, 9),
      words.roomDamaged('ROOM', 10, 11),
      ...[1, 2, 3, 4, 5].map((seq) => `    ${words.changed(seq)}`),
      `    ${words.andMore(6)}`,
      expect.stringMatching(/: 2 rooms, 20 entries, damage in 1 room\.$/),
    ]);
  });
});

const PAGE_BYTES = 4096;

const fillPage = (path: string, page: number): void => {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(PAGE_BYTES, 0xa5), 0, PAGE_BYTES, page * PAGE_BYTES);
  closeSync(file);
};

describe('a file that is not in order', () => {
  const faultsOf = (path: string): string[] => checkDatabase(path).faults;

  test('none at all', () => {
    const path = joinPath(scratchFolder(), 'none.db');
    expect(faultsOf(path)).toEqual([words.noDatabase(path)]);
  });

  test('what is no database, or an empty one, or another program’s', () => {
    const folder = scratchFolder();
    writeFileSync(databaseFile(folder), '');
    expect(faultsOf(databaseFile(folder))).toEqual([words.noDatabase(databaseFile(folder))]);
    withDatabase(folder, (db) => {
      db.exec('create table t (a); pragma user_version = 1');
    });
    expect(faultsOf(databaseFile(folder))).toEqual([expect.stringContaining('no such table')]);
    writeFileSync(databaseFile(folder), 'A shopping list. '.repeat(500));
    expect(faultsOf(databaseFile(folder))).toEqual([expect.stringContaining('not a database')]);
  });

  test('what a newer version has made', async () => {
    const folder = await folderWith('ROOM');
    withDatabase(folder, (db) => {
      db.exec('pragma user_version = 999');
    });
    expect(faultsOf(databaseFile(folder))).toEqual([words.newerVersion(databaseFile(folder))]);
  });

  test('pages full of garbage, wherever they are', async () => {
    const folder = await folderWith('ROOM', 'MORE');
    // Whose padding is nobody's loss.
    withDatabase(folder, (db) => {
      db.exec('delete from probe; vacuum');
    });
    const pages = statSync(databaseFile(folder)).size / PAGE_BYTES;
    const looks = Array.from({ length: pages }, (_, page) => {
      const copy = scratchFolder();
      copyFileSync(databaseFile(folder), databaseFile(copy));
      fillPage(databaseFile(copy), page);
      return isWhole(checkDatabase(databaseFile(copy)));
    });
    expect(looks).toEqual(looks.map(() => false));
    expect(looks.length).toBeGreaterThan(5);
  });
});
