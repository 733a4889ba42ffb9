// The chain of hashes: who changes an entry in the database breaks it there, or at the next entry.
import { expect, test } from 'vitest';
import { openHome, scratchFolder } from './sqlite-scratch.ts';
import { join, names, opening } from './samples.ts';
import { firstBroken, rehash, withDatabase } from './stored.ts';

/** A closed folder with a room of ten entries. */
const tenEntries = async (): Promise<string> => {
  const folder = scratchFolder();
  const { log } = await openHome(folder);
  await log.create('ROOM', opening, 's');
  await Promise.all(names(9).map((name) => log.append('ROOM', join(name), 's')));
  await log.close();
  return folder;
};

test('is whole where nobody has touched it', async () => {
  expect(firstBroken(await tenEntries(), 'ROOM')).toBeNull();
});

test.each([
  ['a time', 'update entry set at = at - 1 where seq = 4'],
  ['a command', `update entry set command = replace(command, 'player', 'cheat') where seq = 4`],
  ['its server', `update entry set by = 'other' where seq = 4`],
  ['its place', 'delete from entry where seq = 4'],
])('breaks at the entry of which %s was changed', async (_, change) => {
  const folder = await tenEntries();
  withDatabase(folder, (db) => {
    db.exec(change);
  });
  expect(firstBroken(folder, 'ROOM')).toBe(4);
});

test('breaks at the next entry when the changed one was given a hash that fits', async () => {
  const folder = await tenEntries();
  withDatabase(folder, (db) => {
    db.exec(`update entry set by = 'other' where seq = 4`);
  });
  rehash(folder, 'ROOM', 4);
  expect(firstBroken(folder, 'ROOM')).toBe(5);
});
