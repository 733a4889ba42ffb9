// The log of rooms and the shelf over one disk: appends go through one queue, followers get what was committed.
import type { Disk, StoredEntry } from './disk.ts';
import { Followers } from './followers.ts';
import { GroupCommit } from './group-commit.ts';
import type { GroupCommitOptions } from './group-commit.ts';
import type {
  AppendFailure,
  Appended,
  Command,
  Entry,
  RoomLog,
  RoomSummary,
  Subscription,
} from './room-log.ts';
import type { Shelf } from './shelf.ts';

/** A disk at home loses nothing that it has confirmed, so its log never begins a new epoch. */
const EPOCH = 0;
/** A read of this many entries keeps the thread that parses them for a few ms. */
const ENTRIES_A_READ = 2000;

export interface Home {
  log: RoomLog;
  shelf: Shelf;
}

/** Live entries are parsed from what was stored too, so that nobody can be given anything but what a replay gives. */
const toEntry = ({ seq, at, by, command }: StoredEntry): Entry => ({
  epoch: EPOCH,
  seq,
  at,
  by,
  command: JSON.parse(command) as Command,
});

const failed = (failure: AppendFailure): Appended => ({ ok: false, failure });

class DiskLog implements RoomLog {
  readonly now: () => number;
  readonly #disk: Disk;
  readonly #queue: GroupCommit;
  readonly #followers = new Followers();
  #closing: Promise<void> | null = null;

  constructor(disk: Disk, queue: GroupCommit, now: () => number) {
    this.#disk = disk;
    this.#queue = queue;
    this.now = now;
  }

  create(code: string, command: Command, by: string): Promise<Appended | null> {
    const stored = { at: this.now(), by, command: JSON.stringify(command) };
    return new Promise((resolve) => {
      this.#queue.submit({ type: 'create', code, ...stored }, (outcome) => {
        if (outcome === 'code-in-use') resolve(null);
        else if (outcome === 'not-saved') resolve(failed(outcome));
        else resolve(this.#publish(code, { seq: outcome, ...stored }));
      });
    });
  }

  append(code: string, command: Command, by: string): Promise<Appended> {
    const stored = { at: this.now(), by, command: JSON.stringify(command) };
    return new Promise((resolve) => {
      this.#queue.submit({ type: 'append', code, ...stored }, (outcome) => {
        if (typeof outcome === 'string') resolve(failed(outcome));
        else resolve(this.#publish(code, { seq: outcome, ...stored }));
      });
    });
  }

  follow(code: string, fromSeq: number, onEntry: (entry: Entry) => void): Promise<Subscription> {
    const read = async (from: number) => (await this.#disk.read(code, from, ENTRIES_A_READ)).map(toEntry);
    return this.#followers.add(code, fromSeq, read, onEntry);
  }

  list(): Promise<RoomSummary[]> {
    return this.#disk.list();
  }

  expire(before: number): Promise<string[]> {
    return new Promise((resolve) => {
      this.#queue.submit({ type: 'expire', before }, (outcome) => {
        const codes = outcome === 'not-saved' ? [] : outcome;
        for (const code of codes) this.#followers.stopAll(code);
        resolve(codes);
      });
    });
  }

  isWritable(): boolean {
    return this.#queue.isWritable;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#queue.close();
    this.#followers.stopEverywhere();
    await this.#disk.close();
  }

  #publish(code: string, stored: StoredEntry): Appended {
    const entry = toEntry(stored);
    this.#followers.offer(code, entry);
    return { ok: true, entry };
  }
}

const shelfOn = (disk: Disk, queue: GroupCommit, now: () => number): Shelf => ({
  get: (key) => disk.get(key, now()),
  put: (key, value, ttlMs) =>
    new Promise((resolve) => {
      const at = now();
      const expiresAt = Math.ceil(at + ttlMs);
      queue.submit({ type: 'put', key, value, at, expiresAt }, (outcome) => {
        resolve(outcome === 'kept');
      });
    }),
});

/** Both live as long as the log: closing it closes the disk. */
export const homeOn = (options: GroupCommitOptions): Home => {
  const { disk, now } = options;
  const queue = new GroupCommit(options);
  return { log: new DiskLog(disk, queue, now), shelf: shelfOn(disk, queue, now) };
};
