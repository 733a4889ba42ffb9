// Copies a database of the log as of one moment, also while a server writes to it.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { BUSY_WAIT_MS } from '../log/sqlite/open-database.ts';

/** Returns when a file's content, or a folder's names, have reached the disk itself. */
export const syncToDisk = (path: string): void => {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/**
 * Writes a new file at `to`, which must not exist. One read transaction, so no writer waits for it; and no page of what
 * was deleted gets into the copy. Throws the system's or SQLite's error.
 */
export const copyDatabase = (from: string, to: string): void => {
  const db = new DatabaseSync(from, { readOnly: true, timeout: BUSY_WAIT_MS });
  try {
    db.prepare('vacuum into ?').run(to);
  } finally {
    db.close();
  }
  syncToDisk(to);
};
