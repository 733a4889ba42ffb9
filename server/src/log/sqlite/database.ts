// The SQLite database of log and shelf: its tables, its batches and its reads. Runs where it may block: on the worker.
import type { DatabaseSync } from 'node:sqlite';
import type { Outcome, Placed, StoredEntry, StoredRange, Write } from '../disk.ts';
import { CHAIN_START, chainHash } from './chain.ts';

/** The version of the tables, kept in the database itself. */
export const SCHEMA_VERSION = 2;

/** A disk with less room than this would take a page and fail at the next answers. */
const PROBE_BYTES = 65_536;

export const SCHEMA = `
  create table if not exists room (
    code text primary key, last_seq integer not null, last_at integer not null, last_hash text not null
  ) strict, without rowid;
  create table if not exists entry (
    code text, seq integer, at integer not null, by text not null, command text not null, hash text not null,
    primary key (code, seq)
  ) strict, without rowid;
  create table if not exists shelf (
    key text primary key, value text not null, expires_at integer not null
  ) strict, without rowid;
  create index if not exists shelf_by_expiry on shelf (expires_at);
  create table if not exists probe (id integer primary key, padding blob not null) strict;
  create table if not exists epoch (id integer primary key check (id = 1), number integer not null) strict;
  insert or ignore into epoch (id, number) values (1, 0);
  pragma user_version = ${String(SCHEMA_VERSION)};
`;

/** Where a room's log ends. */
interface RoomHead {
  seq: number;
  hash: string;
}

type NewEntry = Extract<Write, { type: 'create' | 'append' }>;

const prepareAll = (db: DatabaseSync) => ({
  begin: db.prepare('begin immediate'),
  commit: db.prepare('commit'),
  head: db.prepare('select last_seq as seq, last_hash as hash from room where code = ?'),
  insertEntry: db.prepare('insert into entry (code, seq, at, by, command, hash) values (?, ?, ?, ?, ?, ?)'),
  moveHead: db.prepare('replace into room (code, last_seq, last_at, last_hash) values (?, ?, ?, ?)'),
  put: db.prepare('replace into shelf (key, value, expires_at) values (?, ?, ?)'),
  claim: db.prepare('insert or ignore into shelf (key, value, expires_at) values (?, ?, ?)'),
  clearShelf: db.prepare('delete from shelf where expires_at <= ?'),
  deleteEntries: db.prepare('delete from entry where code = ?'),
  deleteRoom: db.prepare('delete from room where code = ? and last_at < ?'),
  read: db.prepare('select seq, at, by, command from entry where code = ? and seq >= ? order by seq limit ?'),
  list: db.prepare('select code, last_at as lastAt from room order by code'),
  get: db.prepare('select value from shelf where key = ? and expires_at > ?'),
  probe: db.prepare('replace into probe (id, padding) values (1, zeroblob(?))'),
  lastAt: db.prepare('select coalesce(max(last_at), 0) as at from room'),
  epoch: db.prepare('select number from epoch'),
});

export class Database {
  readonly #db: DatabaseSync;
  readonly #sql: ReturnType<typeof prepareAll>;
  /** 0 until a backup is restored, which is behind what people have seen; higher after each time. */
  readonly #epoch: number;
  /** The rooms that the running batch has appended to: their heads are read and written once in a batch. */
  readonly #moved = new Map<string, RoomHead & { at: number }>();

  /** `db` is open and has the tables. */
  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#sql = prepareAll(db);
    this.#epoch = (this.#sql.epoch.get() as { number: number }).number;
  }

  /** Applies all of them or, when it throws, none. */
  commit(writes: Write[]): Outcome[] {
    return this.#inTransaction(() => {
      const outcomes = writes.map((write) => this.#apply(write));
      this.#moveHeads();
      return outcomes;
    });
  }

  /** Writes as much as a batch may, into a row of its own; throws when the disk does not take it. */
  probe(): void {
    this.#sql.probe.run(PROBE_BYTES);
  }

  read(code: string, fromSeq: number, limit: number): StoredRange {
    const entries = this.#sql.read.all(code, fromSeq, limit) as unknown as StoredEntry[];
    return { epoch: this.#epoch, entries };
  }

  list(): { code: string; lastAt: number }[] {
    return this.#sql.list.all() as { code: string; lastAt: number }[];
  }

  get(key: string, at: number): string | null {
    const row = this.#sql.get.get(key, at) as { value: string } | undefined;
    return row?.value ?? null;
  }

  /** The time of the last entry of all rooms, 0 when there is none. */
  lastAt(): number {
    return (this.#sql.lastAt.get() as { at: number }).at;
  }

  close(): void {
    this.#db.close();
  }

  #inTransaction<T>(run: () => T): T {
    this.#moved.clear();
    this.#sql.begin.run();
    try {
      const result = run();
      this.#finish();
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  /**
   * A commit whose sync fails stands in the write-ahead log all the same, and whoever opened that after a crash would
   * find it. So before anybody hears that it was not saved, something that harms nobody takes its place there.
   */
  #finish(): void {
    try {
      this.#sql.commit.run();
    } catch (error) {
      this.#rollBack();
      this.#overwrite();
      throw error;
    }
  }

  /** Some failures have rolled back by themselves. */
  #rollBack(): void {
    if (this.#db.isTransaction) this.#db.exec('rollback');
  }

  #overwrite(): void {
    try {
      this.probe();
    } catch {
      // Its sync may fail like the one before. What it has written is there, which is all that it is for.
    }
  }

  #apply(write: Write): Outcome {
    switch (write.type) {
      case 'create':
        return this.#head(write.code) ? 'code-in-use' : this.#add(write, { seq: 0, hash: CHAIN_START });
      case 'append': {
        const head = this.#head(write.code);
        return head ? this.#add(write, head) : 'no-such-room';
      }
      case 'put':
        this.#sql.clearShelf.run(write.at);
        this.#sql.put.run(write.key, write.value, write.expiresAt);
        return 'kept';
      case 'claim':
        this.#sql.clearShelf.run(write.at);
        this.#sql.claim.run(write.key, write.value, write.expiresAt);
        return this.#sql.get.get(write.key, write.at) as { value: string };
      case 'swap':
        return this.#swap(write);
      case 'expire':
        this.#moveHeads();
        return write.codes.filter((code) => this.#expire(code, write.before));
    }
  }

  #swap({ key, before, value, at, expiresAt }: Extract<Write, { type: 'swap' }>): 'kept' | 'changed' {
    this.#sql.clearShelf.run(at);
    if (this.get(key, at) !== before) return 'changed';
    this.#sql.put.run(key, value, expiresAt);
    return 'kept';
  }

  #head(code: string): RoomHead | undefined {
    return this.#moved.get(code) ?? (this.#sql.head.get(code) as RoomHead | undefined);
  }

  #add({ code, at, by, command }: NewEntry, head: RoomHead): Placed {
    const seq = head.seq + 1;
    const hash = chainHash(head.hash, code, { seq, at, by, command });
    this.#sql.insertEntry.run(code, seq, at, by, command, hash);
    this.#moved.set(code, { seq, at, hash });
    return { epoch: this.#epoch, seq, at };
  }

  #moveHeads(): void {
    for (const [code, { seq, at, hash }] of this.#moved) this.#sql.moveHead.run(code, seq, at, hash);
    this.#moved.clear();
  }

  /** Whether it was old enough. */
  #expire(code: string, before: number): boolean {
    if (this.#sql.deleteRoom.run(code, before).changes === 0) return false;
    this.#sql.deleteEntries.run(code);
    return true;
  }
}
