// A backup: whole while a server writes, in its place at once or not at all, and without what was deleted.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { upkeepWords as words } from '@oneliner/shared';
import { expect, test } from 'vitest';
import { backUp } from '../../../server/src/upkeep/back-up.ts';
import { notDone } from '../../../server/src/upkeep/done.ts';
import { entryOf, join, names, opening } from '../log/samples.ts';
import { openHome, scratchFolder } from '../log/sqlite-scratch.ts';
import { databaseFile, withDatabase } from '../log/stored.ts';
import { addRoom, folderWith, wholeRooms } from './folders.ts';

/** A backup of a folder to a new place, where not said otherwise. */
const backUpOf = (folder: string, to = joinPath(scratchFolder(), 'backup.db'), mayOverwrite = false) => ({
  to,
  ...backUp({ from: databaseFile(folder), to, mayOverwrite }),
});

test('holds every entry that was acknowledged before it, while a server goes on writing', async () => {
  const folder = scratchFolder();
  const { log } = await openHome(folder);
  await addRoom(log, 'ROOM');
  const appends = names(200).map((name) => log.append('ROOM', join(name), 's'));
  const { to, isDone } = backUpOf(folder);
  expect(isDone).toBe(true);
  const { ROOM = 0 } = wholeRooms(to);
  expect(ROOM).toBeGreaterThanOrEqual(10);
  for (const appended of await Promise.all(appends)) entryOf(appended);
  const later = backUpOf(folder);
  expect(wholeRooms(later.to)).toEqual({ ROOM: 210 });
  expect(later.sentences).toEqual([words.backedUp(later.to, 1, 210)]);
  await log.close();
});

test('is one file, with nothing left beside it', async () => {
  const { to } = backUpOf(await folderWith('ROOM'));
  wholeRooms(to);
  expect(readdirSync(joinPath(to, '..'))).toEqual(['backup.db']);
});

test('holds no trace of a room that was deleted', async () => {
  const folder = scratchFolder();
  const { log } = await openHome(folder);
  await log.create('ROOM', opening, 's');
  await log.append('ROOM', join('Rumpelstiltskin'), 's');
  await log.expire(log.now() + 1);
  const { to } = backUpOf(folder);
  await log.close();
  expect(readFileSync(to).includes('Rumpelstiltskin')).toBe(false);
});

test('never overwrites anything unless it is asked to', async () => {
  const folder = await folderWith('ROOM');
  const { to } = backUpOf(await folderWith('MORE'));
  expect(backUpOf(folder, to)).toMatchObject(notDone(words.targetExists(to)));
  expect(wholeRooms(to)).toEqual({ MORE: 10 });
  expect(backUpOf(folder, to, true).isDone).toBe(true);
  expect(wholeRooms(to)).toEqual({ ROOM: 10 });
});

test('does not replace a good one by one of a damaged log', async () => {
  const folder = await folderWith('ROOM');
  const { to } = backUpOf(folder);
  withDatabase(folder, (db) => {
    db.exec('delete from entry where seq = 4');
  });
  expect(backUpOf(folder, to, true)).toMatchObject(notDone(words.sourceDamaged(databaseFile(folder))));
  expect(wholeRooms(to)).toEqual({ ROOM: 10 });
  expect(readdirSync(joinPath(to, '..'))).toEqual(['backup.db']);
});

test('says why it cannot be made', async () => {
  const folder = await folderWith('ROOM');
  const nowhere = joinPath(folder, 'nowhere', 'backup.db');
  expect(backUpOf(folder, nowhere)).toMatchObject(
    notDone(expect.stringContaining('could not be made') as string),
  );
  const inTheWay = joinPath(folder, 'folder');
  mkdirSync(inTheWay);
  expect(backUpOf(folder, inTheWay, true)).toMatchObject(notDone(words.isFolder(inTheWay)));
  const empty = scratchFolder();
  expect(backUpOf(empty).sentences).toEqual([words.noDatabase(databaseFile(empty))]);
  writeFileSync(databaseFile(empty), 'A shopping list. '.repeat(500));
  const { to, isDone } = backUpOf(empty);
  expect(isDone).toBe(false);
  expect(existsSync(to)).toBe(false);
});
