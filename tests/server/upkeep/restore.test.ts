// A restore: only what is whole, only where no server is, in a new epoch, and with the old database kept.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { upkeepWords as words } from '@oneliner/shared';
import { expect, test } from 'vitest';
import { notDone } from '../../../server/src/upkeep/done.ts';
import { restore } from '../../../server/src/upkeep/restore.ts';
import { AppendingChild } from '../log/child.ts';
import { backUp } from '../../../server/src/upkeep/back-up.ts';
import { entriesOf, entryOf, join } from '../log/samples.ts';
import { openHome, scratchFolder } from '../log/sqlite-scratch.ts';
import { databaseFile, walFile, withDatabase } from '../log/stored.ts';
import { addRoom, folderWith, wholeRooms, wholeRoomsIn } from './folders.ts';

const NOW = Date.parse('2026-11-23T20:15:00Z');
const SECONDS = NOW / 1000;

const backupOf = (folder: string): string => {
  const to = joinPath(scratchFolder(), 'backup.db');
  expect(backUp({ from: databaseFile(folder), to, mayOverwrite: false }).isDone).toBe(true);
  return to;
};

const restoreTo = (folder: string, from: string, now = NOW) => restore({ from, folder, now });

/** The epoch of a folder's entries, as its rooms are given it. */
const epochIn = async (folder: string): Promise<number | undefined> => {
  const { log } = await openHome(folder);
  const [first] = await entriesOf(log, 'ROOM');
  await log.close();
  return first?.epoch;
};

/** The databases beside the present one. */
const keptIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => /^oneliner-.*\.db$/.test(name));

test('brings back rooms and shelf, on a machine that had none', async () => {
  const folder = scratchFolder();
  const { log, shelf } = await openHome(folder);
  await addRoom(log, 'ROOM');
  await shelf.put('key', 'value', 60_000);
  const backup = backupOf(folder);
  await log.close();

  const fresh = joinPath(scratchFolder(), 'deep', 'down');
  expect(restoreTo(fresh, backup)).toEqual({ isDone: true, sentences: [words.restored(1, 10, fresh)] });
  const restored = await openHome(fresh);
  expect(await entriesOf(restored.log, 'ROOM')).toHaveLength(10);
  expect(await restored.shelf.get('key')).toBe('value');
  expect(entryOf(await restored.log.append('ROOM', join('Ada'), 's')).seq).toBe(11);
  await restored.log.close();
  expect(wholeRoomsIn(fresh)).toEqual({ ROOM: 11 });
});

test('keeps what was there before, and says where', async () => {
  const folder = await folderWith('ROOM', 'MORE');
  const backup = backupOf(await folderWith('ROOM'));
  const { isDone, sentences } = restoreTo(folder, backup);
  expect(isDone).toBe(true);
  const [kept = ''] = keptIn(folder);
  expect(kept).toBe('oneliner-before-20261123T201500000Z.db');
  expect(sentences).toEqual([words.restored(1, 10, folder), words.keptBeside(joinPath(folder, kept))]);
  expect(wholeRoomsIn(folder)).toEqual({ ROOM: 10 });
  expect(wholeRooms(joinPath(folder, kept))).toEqual({ MORE: 10, ROOM: 10 });
});

test('keeps what a killed server had saved, and nothing of it gets into the restored log', async () => {
  const folder = scratchFolder();
  const child = new AppendingChild({ folder, atOnce: 1, most: 30 });
  await child.says('done');
  await child.kill();
  expect(existsSync(walFile(folder))).toBe(true);
  expect(restoreTo(folder, backupOf(await folderWith('ROOM'))).isDone).toBe(true);
  const [kept = ''] = keptIn(folder);
  expect(wholeRooms(joinPath(folder, kept))).toEqual({ ROOM: 30 });
  expect(existsSync(walFile(folder))).toBe(false);
  expect(wholeRoomsIn(folder)).toEqual({ ROOM: 10 });
});

test('replaces what cannot be read, and keeps that too', async () => {
  const folder = scratchFolder();
  writeFileSync(databaseFile(folder), 'A shopping list. '.repeat(500));
  expect(restoreTo(folder, backupOf(await folderWith('ROOM'))).isDone).toBe(true);
  expect(wholeRoomsIn(folder)).toEqual({ ROOM: 10 });
  expect(keptIn(folder)).toHaveLength(1);
});

test('begins a new epoch every time, higher than any before, even when the old database is lost', async () => {
  const folder = await folderWith('ROOM');
  const backup = backupOf(folder);
  expect(await epochIn(folder)).toBe(0);
  restoreTo(folder, backup);
  expect(await epochIn(folder)).toBe(SECONDS);
  restoreTo(folder, backup);
  expect(await epochIn(folder)).toBe(SECONDS + 1);
  restoreTo(folder, backup, NOW - 86_400_000);
  expect(await epochIn(folder)).toBe(SECONDS + 2);
  rmSync(databaseFile(folder));
  restoreTo(folder, backup, NOW + 60_000);
  expect(await epochIn(folder)).toBe(SECONDS + 60);
});

test('takes a backup from before there were epochs', async () => {
  const old = await folderWith('ROOM');
  withDatabase(old, (db) => {
    db.exec('drop table epoch; pragma user_version = 1');
  });
  const folder = scratchFolder();
  expect(restoreTo(folder, backupOf(old)).isDone).toBe(true);
  expect(await epochIn(folder)).toBe(SECONDS);
  expect(await epochIn(old)).toBe(0);
});

test('waits for nobody: while a server has the folder open it does nothing', async () => {
  const folder = await folderWith('ROOM', 'MORE');
  const { log } = await openHome(folder);
  expect(restoreTo(folder, backupOf(folder))).toEqual(notDone(words.serverRuns(folder)));
  expect(keptIn(folder)).toEqual([]);
  await log.close();
  expect(wholeRoomsIn(folder)).toEqual({ MORE: 10, ROOM: 10 });
});

test('refuses what is damaged or no backup, and leaves everything as it was', async () => {
  const folder = await folderWith('ROOM');
  const damaged = await folderWith('ROOM');
  withDatabase(damaged, (db) => {
    db.exec('update entry set at = at - 1 where seq = 4');
  });
  const list = joinPath(scratchFolder(), 'list.txt');
  writeFileSync(list, 'A shopping list. '.repeat(500));
  const before = readdirSync(folder);
  expect(restoreTo(folder, databaseFile(damaged))).toEqual(
    notDone(words.sourceDamaged(databaseFile(damaged))),
  );
  expect(restoreTo(folder, list).isDone).toBe(false);
  expect(restoreTo(folder, `${list}.not`)).toEqual(notDone(words.noDatabase(`${list}.not`)));
  expect(readdirSync(folder)).toEqual(before);
  expect(wholeRoomsIn(folder)).toEqual({ ROOM: 10 });
  await (await openHome(folder)).log.close();
});
