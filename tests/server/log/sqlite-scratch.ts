// Data folders for tests: made for one test, opened with its settings, gone after it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import type { Home } from '../../../server/src/log/home.ts';
import { openSqliteHome } from '../../../server/src/log/sqlite/home.ts';
import type { SqliteHomeOptions } from '../../../server/src/log/sqlite/home.ts';
import { databaseFile } from './stored.ts';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'oneliner-log-'));

export const removeFolder = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
};

/** A new empty folder that is removed when the test is over. */
export const scratchFolder = (): string => {
  const folder = newFolder();
  onTestFinished(() => {
    removeFolder(folder);
  });
  return folder;
};

/** A home that must open. */
export const openHome = async (folder: string, options: Partial<SqliteHomeOptions> = {}): Promise<Home> => {
  const opened = await openSqliteHome({ folder, synchronous: 'NORMAL', onWritable: () => {}, ...options });
  if (!opened.ok) throw new Error(`not opened: ${opened.reason}, ${opened.why}`);
  return opened;
};

/** A connection beside the server's, as of a backup or of somebody who looks. */
export const beside = (folder: string): DatabaseSync => {
  const db = new DatabaseSync(databaseFile(folder));
  onTestFinished(() => {
    if (db.isOpen) db.close();
  });
  return db;
};
