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

/** A read of this many entries keeps the thread that parses them for a few ms. */
const ENTRIES_A_READ = 2000;

export interface Home {
  log: RoomLog;
  shelf: Shelf;
}

export interface HomeOptions extends Omit<GroupCommitOptions, 'catchUp'> {
  /** The epoch of all entries, those already stored too: it rises when what is stored is behind what people have seen. */
  epoch: number;
}

/** What the log is made of; the shelf shares disk and queue with it. */
interface Parts {
  disk: Disk;
  queue: GroupCommit;
  followers: Followers;
  now: () => number;
  epoch: number;
}

const failed = (failure: AppendFailure): Appended => ({ ok: false, failure });

class DiskLog implements RoomLog {
  readonly now: () => number;
  readonly #disk: Disk;
  readonly #queue: GroupCommit;
  readonly #followers: Followers;
  readonly #epoch: number;
  #closing: Promise<void> | null = null;

  constructor({ disk, queue, followers, now, epoch }: Parts) {
    this.#disk = disk;
    this.#queue = queue;
    this.#followers = followers;
    this.#epoch = epoch;
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
    const read = async (from: number) => {
      const stored = await this.#disk.read(code, from, ENTRIES_A_READ);
      return stored.map((entry) => this.#toEntry(entry));
    };
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

  lagMs(): number {
    return 0;
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
    const entry = this.#toEntry(stored);
    this.#followers.offer(code, entry);
    return { ok: true, entry };
  }

  /** Live entries are parsed from what was stored too, so that nobody can be given anything but what a replay gives. */
  #toEntry({ seq, at, by, command }: StoredEntry): Entry {
    return { epoch: this.#epoch, seq, at, by, command: JSON.parse(command) as Command };
  }
}

const shelfOn = ({ disk, queue, now }: Parts): Shelf => ({
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
export const homeOn = (options: HomeOptions): Home => {
  const { disk, now, epoch } = options;
  const followers = new Followers();
  const queue = new GroupCommit({ ...options, catchUp: () => followers.catchUp() });
  const parts = { disk, queue, followers, now, epoch };
  return { log: new DiskLog(parts), shelf: shelfOn(parts) };
};
