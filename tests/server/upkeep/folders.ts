// Data folders for the tests of upkeep: rooms of ten entries, made by the shipped log.
import { expect } from 'vitest';
import type { RoomLog } from '../../../server/src/log/room-log.ts';
import { checkDatabase, isWhole } from '../../../server/src/upkeep/check-database.ts';
import { join, names, opening } from '../log/samples.ts';
import { openHome, scratchFolder } from '../log/sqlite-scratch.ts';
import { databaseFile } from '../log/stored.ts';

/** Ten entries: the room is opened, and nine people join. */
export const addRoom = async (log: RoomLog, code: string): Promise<void> => {
  await log.create(code, opening, 's');
  await Promise.all(names(9).map((name) => log.append(code, join(name), 's')));
};

/** A closed folder with a room of ten entries for each code. */
export const folderWith = async (...codes: string[]): Promise<string> => {
  const folder = scratchFolder();
  const { log } = await openHome(folder);
  for (const code of codes) await addRoom(log, code);
  await log.close();
  return folder;
};

/** How many entries each room of a database has, which must be whole. */
export const wholeRooms = (path: string): Record<string, number> => {
  const report = checkDatabase(path);
  expect(isWhole(report), JSON.stringify(report)).toBe(true);
  return Object.fromEntries(report.rooms.map(({ code, entries }) => [code, entries]));
};

export const wholeRoomsIn = (folder: string): Record<string, number> => wholeRooms(databaseFile(folder));
