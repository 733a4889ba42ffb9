// Checks a whole database of the log, read-only and as of one moment, so that a server may go on writing beside it.
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { upkeepWords as words } from '@oneliner/shared';
import { SCHEMA_VERSION } from '../log/sqlite/database.ts';
import { BUSY_WAIT_MS } from '../log/sqlite/open-database.ts';
import { checkRoom } from './check-room.ts';
import type { HashedEntry, RoomHead, RoomReport } from './check-room.ts';

export interface Report {
  rooms: RoomReport[];
  /** What is wrong with the file as such, a sentence each. */
  faults: string[];
}

export const isWhole = ({ rooms, faults }: Report): boolean =>
  faults.length === 0 && rooms.every((room) => room.faults.length === 0);

export const entriesIn = ({ rooms }: Report): number => rooms.reduce((sum, { entries }) => sum + entries, 0);

const refused = (fault: string): Report => ({ rooms: [], faults: [fault] });

/** What SQLite itself finds: pages, indexes, the order of rows. */
const fileFaults = (db: DatabaseSync): string[] =>
  db
    .prepare('pragma integrity_check(5)')
    .all()
    .map((row) => String(Object.values(row)[0]))
    .filter((found) => found !== 'ok')
    .map(words.damagedFile);

const codesIn = (db: DatabaseSync): string[] =>
  db
    .prepare('select code from room union select code from entry order by code')
    .all()
    .map(({ code }) => String(code));

const checkRooms = (db: DatabaseSync): RoomReport[] => {
  const headOf = db.prepare(
    'select last_seq as seq, last_at as at, last_hash as hash from room where code = ?',
  );
  const entriesOf = db.prepare('select seq, at, by, command, hash from entry where code = ? order by seq');
  return codesIn(db).map((code) => {
    const head = (headOf.get(code) ?? null) as RoomHead | null;
    return checkRoom(code, head, entriesOf.iterate(code) as unknown as Iterable<HashedEntry>);
  });
};

const check = (db: DatabaseSync, path: string): Report => {
  db.exec('begin');
  const version = Object.values(db.prepare('pragma user_version').get() ?? {})[0];
  if (version === 0) return refused(words.noDatabase(path));
  if (Number(version) > SCHEMA_VERSION) return refused(words.newerVersion(path));
  const faults = fileFaults(db);
  return { rooms: checkRooms(db), faults };
};

/** Checks the database at `path`; what it cannot even open is a fault of the report. */
export const checkDatabase = (path: string): Report => {
  if (!existsSync(path)) return refused(words.noDatabase(path));
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { readOnly: true, timeout: BUSY_WAIT_MS });
    return check(db, path);
  } catch (error) {
    return refused(words.notRead(path, (error as Error).message));
  } finally {
    db?.close();
  }
};
