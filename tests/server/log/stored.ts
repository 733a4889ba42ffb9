// What a data folder holds, read past the log: rows, hashes, and the frames of the write-ahead log.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoredEntry } from '../../../server/src/log/disk.ts';
import { CHAIN_START, chainHash } from '../../../server/src/log/sqlite/chain.ts';

export const databaseFile = (folder: string): string => join(folder, 'oneliner.db');
export const walFile = (folder: string): string => `${databaseFile(folder)}-wal`;

/** Runs `use` on a connection of the test's own. */
export const withDatabase = <T>(folder: string, use: (db: DatabaseSync) => T): T => {
  const db = new DatabaseSync(databaseFile(folder));
  try {
    return use(db);
  } finally {
    db.close();
  }
};

interface HashedEntry extends StoredEntry {
  hash: string;
}

const rowsOf = (db: DatabaseSync, code: string): HashedEntry[] =>
  db.prepare('select * from entry where code = ? order by seq').all(code) as unknown as HashedEntry[];

/** The number of a room's first entry that does not follow from the one before, or `null` when all do. */
export const firstBroken = (folder: string, code: string): number | null =>
  withDatabase(folder, (db) => {
    let previous = CHAIN_START;
    for (const [i, row] of rowsOf(db, code).entries()) {
      if (row.seq !== i + 1 || row.hash !== chainHash(previous, code, row)) return i + 1;
      previous = row.hash;
    }
    return null;
  });

/** Gives one entry the hash that it should have after the one before. */
export const rehash = (folder: string, code: string, seq: number): void => {
  withDatabase(folder, (db) => {
    const [before, entry] = rowsOf(db, code).slice(seq - 2, seq);
    if (!before || !entry) throw new Error(`no entries ${String(seq - 1)} and ${String(seq)}`);
    const hash = chainHash(before.hash, code, entry);
    db.prepare('update entry set hash = ? where code = ? and seq = ?').run(hash, code, seq);
  });
};

const WAL_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/** Where the frames of each commit end in the write-ahead log, https://sqlite.org/fileformat2.html#walformat. */
export const commitEnds = (folder: string): number[] => {
  const wal = readFileSync(walFile(folder));
  const frameBytes = FRAME_HEADER_BYTES + wal.readUInt32BE(8);
  const ends: number[] = [];
  for (let at = WAL_HEADER_BYTES; at + frameBytes <= wal.length; at += frameBytes) {
    // The last frame of a commit carries the size of the database; the others carry 0.
    if (wal.readUInt32BE(at + 4) > 0) ends.push(at + frameBytes);
  }
  return ends;
};
