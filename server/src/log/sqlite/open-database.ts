// Opening the data folder: one server at a time, the settings that make a commit safe asserted, reasons as values.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database, SCHEMA, SCHEMA_VERSION } from './database.ts';
import { makeFolder } from './make-folder.ts';

/** FULL survives a power cut; NORMAL may then lose the last moments, though never half of one. Both survive `kill -9`. */
export type Synchronous = 'FULL' | 'NORMAL';

export interface DatabaseOptions {
  /** Made when it does not exist. */
  folder: string;
  synchronous: Synchronous;
}

/**
 * `not-writable`: the folder cannot be made, read or written, or its disk is full. `in-use`: another program has it
 * open. `unreadable`: what is there is damaged, or made by a newer version.
 */
export type OpeningFailure = 'not-writable' | 'in-use' | 'unreadable';

/** `why` is the system's own message, for whoever repairs it. */
export type OpeningRefused = { ok: false; reason: OpeningFailure; why: string };
export type OpenedDatabase = { ok: true; database: Database; letGo: () => void } | OpeningRefused;

export const databaseIn = (folder: string): string => join(folder, 'oneliner.db');

const LOCK_WAIT_MS = 500;
/** How long a write waits for another program that reads or copies the database. */
export const BUSY_WAIT_MS = 5000;

/** SQLite's primary result codes, https://sqlite.org/rescode.html. */
const reasonsByCode: Partial<Record<number, OpeningFailure>> = {
  5: 'in-use',
  6: 'in-use',
  11: 'unreadable',
  26: 'unreadable',
};

class Unfit extends Error {}

/** The refusal for what opening a database threw. */
export const refusedFor = (error: unknown): OpeningRefused => {
  const { message, errcode } = error as Error & { errcode?: number };
  if (error instanceof Unfit) return { ok: false, reason: 'unreadable', why: message };
  return { ok: false, reason: reasonsByCode[(errcode ?? 0) & 0xff] ?? 'not-writable', why: message };
};

/**
 * Holds the folder for this process: an exclusive transaction on a database of its own, which the system ends with the
 * process however that ends, and which leaves the log itself open to readers such as a backup.
 */
export const holdFolder = (folder: string): (() => void) => {
  const held = new DatabaseSync(join(folder, 'lock.db'), { timeout: LOCK_WAIT_MS });
  try {
    held.exec('begin exclusive');
  } catch (error) {
    held.close();
    throw error;
  }
  return () => {
    held.close();
  };
};

const valueOf = (db: DatabaseSync, pragma: string): unknown =>
  Object.values(db.prepare(`pragma ${pragma}`).get() ?? {})[0];

const assertPragma = (db: DatabaseSync, pragma: string, wanted: string | number): void => {
  const value = valueOf(db, pragma);
  if (value !== wanted) throw new Error(`pragma ${pragma} is ${String(value)}, not ${String(wanted)}`);
};

const settle = (db: DatabaseSync, synchronous: Synchronous): void => {
  const version = valueOf(db, 'user_version') as number;
  if (version > SCHEMA_VERSION) throw new Unfit(`tables of version ${String(version)}`);
  // What is deleted is overwritten: names go with their room, not when their page happens to be used again.
  db.exec(`pragma journal_mode = wal; pragma synchronous = ${synchronous}; pragma secure_delete = on;`);
  assertPragma(db, 'journal_mode', 'wal');
  assertPragma(db, 'synchronous', synchronous === 'FULL' ? 2 : 1);
  assertPragma(db, 'secure_delete', 1);
  db.exec(SCHEMA);
};

/** The database after its settings are sure and one write went through. */
const openLog = (folder: string, synchronous: Synchronous): Database => {
  const db = new DatabaseSync(databaseIn(folder), { timeout: BUSY_WAIT_MS });
  try {
    settle(db, synchronous);
    const database = new Database(db);
    database.probe();
    return database;
  } catch (error) {
    db.close();
    throw error;
  }
};

export const openDatabase = ({ folder, synchronous }: DatabaseOptions): OpenedDatabase => {
  let letGo = () => {};
  try {
    makeFolder(folder);
    letGo = holdFolder(folder);
    return { ok: true, database: openLog(folder, synchronous), letGo };
  } catch (error) {
    letGo();
    return refusedFor(error);
  }
};

/** A second connection, for a folder that this process holds open already. */
export const openForReading = ({ folder }: DatabaseOptions): OpenedDatabase => {
  try {
    const db = new DatabaseSync(databaseIn(folder), { readOnly: true, timeout: BUSY_WAIT_MS });
    return { ok: true, database: new Database(db), letGo: () => {} };
  } catch (error) {
    return refusedFor(error);
  }
};
