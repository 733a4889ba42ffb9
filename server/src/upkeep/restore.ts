// Puts a backup in place of a data folder's database, in a new epoch, and keeps what was there beside it.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { upkeepWords as words } from '@oneliner/shared';
import { SCHEMA } from '../log/sqlite/database.ts';
import { makeFolder } from '../log/sqlite/make-folder.ts';
import { databaseIn, holdFolder, refusedFor } from '../log/sqlite/open-database.ts';
import { checkDatabase, entriesIn, isWhole } from './check-database.ts';
import { copyDatabase, syncToDisk } from './copy-database.ts';
import { done, notDone } from './done.ts';
import type { Done } from './done.ts';

export interface RestoreOptions {
  from: string;
  /** The data folder; made when it does not exist. */
  folder: string;
  /** The time of day in ms. */
  now: number;
}

/** Releases the folder, or null when a server holds it. */
const hold = (folder: string): (() => void) | null => {
  makeFolder(folder);
  try {
    return holdFolder(folder);
  } catch (error) {
    if (refusedFor(error).reason === 'in-use') return null;
    throw error;
  }
};

/** The epoch of a database, 0 where there is none or it cannot be read. */
const epochOf = (path: string): number => {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { readOnly: true });
    return Number(db.prepare('select number from epoch').get()?.['number']);
  } catch {
    return 0;
  } finally {
    db?.close();
  }
};

/**
 * Pages drop what is older than what they have seen, and a backup is. So its entries are given an epoch above all that
 * were ever shown: the seconds since 1970, in case that the database which knew the last epoch is lost.
 */
const beginEpoch = (path: string, known: number, now: number): void => {
  const db = new DatabaseSync(path);
  try {
    db.exec(SCHEMA);
    db.prepare('update epoch set number = ?').run(Math.max(known + 1, Math.floor(now / 1000)));
  } finally {
    db.close();
  }
};

/** Brings what stands in the write-ahead log into the database; one that is damaged stays as it is. */
const foldIn = (path: string): void => {
  const db = new DatabaseSync(path);
  try {
    db.exec('pragma journal_mode = delete');
  } catch {
    // Then its write-ahead log is kept with it.
  } finally {
    db.close();
  }
};

/** Keeps the present database under another name; returns that, or null when there is none. */
const keepBeside = (current: string, now: number): string | null => {
  if (!existsSync(current)) return null;
  foldIn(current);
  const kept = current.replace(/\.db$/, `-before-${new Date(now).toISOString().replace(/\W/g, '')}.db`);
  for (const tail of ['', '-wal']) {
    if (existsSync(current + tail)) copyFileSync(current + tail, kept + tail);
  }
  syncToDisk(kept);
  return kept;
};

/** A write-ahead log left behind would be taken for the new database's own. */
const swap = (fresh: string, current: string, folder: string): void => {
  for (const tail of ['-wal', '-shm']) rmSync(current + tail, { force: true });
  syncToDisk(folder);
  renameSync(fresh, current);
  syncToDisk(folder);
};

const restoreInto = (fresh: string, { from, folder, now }: RestoreOptions): Done => {
  const current = databaseIn(folder);
  copyDatabase(from, fresh);
  const report = checkDatabase(fresh);
  if (!isWhole(report)) return notDone(words.sourceDamaged(from));
  beginEpoch(fresh, Math.max(epochOf(fresh), epochOf(current)), now);
  syncToDisk(fresh);
  const kept = keepBeside(current, now);
  swap(fresh, current, folder);
  const restored = words.restored(report.rooms.length, entriesIn(report), folder);
  return kept === null ? done(restored) : done(restored, words.keptBeside(kept));
};

/** Restores a backup while no server has the folder open. When it is not done, the folder's database is as it was. */
export const restore = (options: RestoreOptions): Done => {
  const { from, folder } = options;
  if (!existsSync(from)) return notDone(words.noDatabase(from));
  const fresh = join(folder, `restoring-${String(process.pid)}.db`);
  let letGo: (() => void) | null = null;
  try {
    letGo = hold(folder);
    if (!letGo) return notDone(words.serverRuns(folder));
    return restoreInto(fresh, options);
  } catch (error) {
    return notDone(words.notRestored((error as Error).message));
  } finally {
    rmSync(fresh, { force: true });
    letGo?.();
  }
};
