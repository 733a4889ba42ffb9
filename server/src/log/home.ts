// The log of rooms and the shelf over one disk: appends go through one queue, followers get what was committed.
import type { Disk, Ending, Placed } from './disk.ts';
import { Followers, toEntry } from './followers.ts';
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

export interface Home {
  log: RoomLog;
  shelf: Shelf;
}

export interface HomeOptions extends Omit<GroupCommitOptions, 'catchUp'> {
  /** Whether it is for this server to delete old rooms at present, where several might. */
  mayTidy?: () => Promise<boolean>;
}

/** Deleting a room takes its disk longer than an append. */
const DELETED_AT_ONCE = 100;

/** What the log is made of; the shelf shares disk and queue with it. */
interface Parts {
  disk: Disk;
  queue: GroupCommit;
  followers: Followers;
  now: () => number;
  mayTidy: () => Promise<boolean>;
}

const failed = (failure: AppendFailure): Appended => ({ ok: false, failure });

class DiskLog implements RoomLog {
  readonly now: () => number;
  readonly mayForget: boolean;
  readonly #disk: Disk;
  readonly #queue: GroupCommit;
  readonly #followers: Followers;
  readonly #mayTidy: () => Promise<boolean>;
  #closing: Promise<void> | null = null;

  constructor({ disk, queue, followers, now, mayTidy }: Parts) {
    this.#disk = disk;
    this.#queue = queue;
    this.#followers = followers;
    this.#mayTidy = mayTidy;
    this.now = now;
    this.mayForget = disk.isShared;
  }

  create(code: string, command: Command, by: string): Promise<Appended | null> {
    const stored = { by, command: JSON.stringify(command) };
    return new Promise((resolve) => {
      this.#queue.submit({ type: 'create', code, at: this.now(), ...stored }, (outcome) => {
        if (outcome === 'code-in-use') resolve(null);
        else if (outcome === 'not-saved') resolve(failed(outcome));
        else resolve(this.#publish(code, outcome, stored));
      });
    });
  }

  append(code: string, command: Command, by: string): Promise<Appended> {
    const stored = { by, command: JSON.stringify(command) };
    return new Promise((resolve) => {
      this.#queue.submit({ type: 'append', code, at: this.now(), ...stored }, (outcome) => {
        if (typeof outcome === 'string') resolve(failed(outcome));
        else resolve(this.#publish(code, outcome, stored));
      });
    });
  }

  follow(
    code: string,
    fromSeq: number,
    onEntry: (entry: Entry) => void,
    onEnd: (why: Ending) => void = () => undefined,
  ): Promise<Subscription> {
    return this.#followers.add(code, fromSeq, onEntry, onEnd);
  }

  async catchUp(code: string): Promise<void> {
    if (this.#disk.isShared) await this.#followers.catchUp(code);
  }

  list(): Promise<RoomSummary[]> {
    return this.#disk.list();
  }

  /** Looks for old rooms beside the queue, and lets them go some at a time, so that appends need not wait for either. */
  async expire(before: number): Promise<string[]> {
    const old = await this.#findOld(before).catch((): string[] => []);
    const deleted: string[] = [];
    for (let i = 0; i < old.length; i += DELETED_AT_ONCE)
      deleted.push(...(await this.#delete(old.slice(i, i + DELETED_AT_ONCE), before)));
    return deleted;
  }

  isWritable(): boolean {
    return this.#queue.isWritable;
  }

  lagMs(): number {
    return this.#disk.lagMs();
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

  async #findOld(before: number): Promise<string[]> {
    if (!(await this.#mayTidy())) return [];
    return (await this.#disk.list()).flatMap(({ code, lastAt }) => (lastAt < before ? [code] : []));
  }

  #delete(old: string[], before: number): Promise<string[]> {
    return new Promise((resolve) => {
      this.#queue.submit({ type: 'expire', codes: old, before }, (outcome) => {
        const codes = outcome === 'not-saved' ? [] : outcome;
        for (const code of codes) this.#followers.end(code, 'expired');
        resolve(codes);
      });
    });
  }

  /** What was appended, once the followers here have it: entries of other servers may still be missing before it. */
  #publish(
    code: string,
    { epoch, seq, at }: Placed,
    stored: { by: string; command: string },
  ): Appended | Promise<Appended> {
    const entry = toEntry(epoch, { seq, at, ...stored });
    this.#followers.offer(code, entry);
    const waiting = this.#followers.reached(code, seq);
    const appended: Appended = { ok: true, entry };
    return waiting === null ? appended : waiting.then(() => appended);
  }
}

const shelfOn = ({ disk, queue, now }: Parts): Shelf => {
  const timed = (ttlMs: number) => {
    const at = now();
    return { at, expiresAt: Math.ceil(at + ttlMs) };
  };
  return {
    isShared: disk.isShared,
    get: (key) => disk.get(key, now()),
    put: (key, value, ttlMs) =>
      new Promise((resolve) => {
        queue.submit({ type: 'put', key, value, ...timed(ttlMs) }, (outcome) => {
          resolve(outcome === 'kept');
        });
      }),
    claim: (key, value, ttlMs) =>
      new Promise((resolve) => {
        queue.submit({ type: 'claim', key, value, ...timed(ttlMs) }, (outcome) => {
          resolve(outcome === 'not-saved' ? null : outcome.value);
        });
      }),
    swap: (key, before, value, ttlMs) =>
      new Promise((resolve) => {
        queue.submit({ type: 'swap', key, before, value, ...timed(ttlMs) }, resolve);
      }),
  };
};

/** Both live as long as the log: closing it closes the disk. */
export const homeOn = (options: HomeOptions): Home & Pick<GroupCommit, 'diskFailed'> => {
  const { disk, now, later, mayTidy = () => Promise.resolve(true) } = options;
  const followers = new Followers(disk, later);
  const queue = new GroupCommit({ ...options, catchUp: () => followers.catchUp() });
  const parts = { disk, queue, followers, now, mayTidy };
  return {
    log: new DiskLog(parts),
    shelf: shelfOn(parts),
    diskFailed: (why) => {
      queue.diskFailed(why);
    },
  };
};
