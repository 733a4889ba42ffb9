// Who follows which room on this server, and the giving of what was committed, here or elsewhere, to all of them.
import type { Disk, Ending, StoredEntry } from './disk.ts';
import { Follower } from './follower.ts';
import type { Later } from './later.ts';
import { readAhead } from './read-ahead.ts';
import type { Command, Entry, Subscription } from './room-log.ts';

interface Followed {
  followers: Set<Follower>;
  watching: Promise<() => void>;
}

/** Live entries are parsed from what was stored too, so that nobody can be given anything but what a replay gives. */
export const toEntry = (epoch: number, { seq, at, by, command }: StoredEntry): Entry => ({
  epoch,
  seq,
  at,
  by,
  command: JSON.parse(command) as Command,
});

export class Followers {
  readonly #disk: Disk;
  readonly #later: Later;
  readonly #byRoom = new Map<string, Followed>();

  constructor(disk: Disk, later: Later) {
    this.#disk = disk;
    this.#later = later;
  }

  /** Resolves when the follower has what was stored; rejects when that cannot be read. */
  async add(
    code: string,
    fromSeq: number,
    onEntry: (entry: Entry) => void,
    onEnd: (why: Ending) => void,
  ): Promise<Subscription> {
    const readPage = readAhead(this.#disk, code);
    const read = async (from: number) => {
      const { epoch, entries } = await readPage(from);
      return { epoch, entries: entries.map((entry) => toEntry(epoch, entry)) };
    };
    const follower: Follower = new Follower(fromSeq, {
      read,
      later: this.#later,
      onEntry,
      onEnd: (why) => {
        this.#forget(code, follower);
        onEnd(why);
      },
    });
    const stop = () => {
      follower.stop();
      this.#forget(code, follower);
    };
    try {
      await this.#join(code, follower);
      await follower.catchUp();
    } catch (error) {
      stop();
      throw error;
    }
    return { stop };
  }

  /** Gives a committed entry to all. One that throws has a bug, which surfaces without keeping it from the others. */
  offer(code: string, entry: Entry): void {
    for (const follower of this.#of(code)) {
      try {
        follower.offer(entry);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  /** Resolves when all followers of a room were given its entry `seq`; null when they were already. */
  reached(code: string, seq: number): Promise<unknown> | null {
    const waiting = this.#of(code).flatMap((follower) => follower.reached(seq) ?? []);
    return waiting.length === 0 ? null : Promise.all(waiting);
  }

  /** Gives the followers of a room, or everybody, what they have missed; rejects when that cannot be read. */
  async catchUp(code?: string): Promise<void> {
    const all = code === undefined ? [...this.#byRoom.keys()] : [code];
    await Promise.all(all.flatMap((each) => this.#of(each).map((follower) => follower.catchUp())));
  }

  /** Whoever followed the room has nothing more to come. */
  end(code: string, why: Ending): void {
    const followers = this.#of(code);
    this.#unwatch(code);
    for (const follower of followers) follower.end(why);
  }

  /** The log closes. */
  stopEverywhere(): void {
    for (const code of [...this.#byRoom.keys()]) {
      for (const follower of this.#of(code)) follower.stop();
      this.#unwatch(code);
    }
  }

  #of(code: string): Follower[] {
    return [...(this.#byRoom.get(code)?.followers ?? [])];
  }

  async #join(code: string, follower: Follower): Promise<void> {
    const followed = this.#byRoom.get(code) ?? { followers: new Set(), watching: this.#watch(code) };
    this.#byRoom.set(code, followed);
    followed.followers.add(follower);
    await followed.watching;
  }

  #watch(code: string): Promise<() => void> {
    return this.#disk.watch(code, {
      saved: (epoch, entry) => {
        // What this server has appended itself was given when Redis said so.
        if (this.#of(code).some((follower) => follower.wants(epoch, entry.seq)))
          this.offer(code, toEntry(epoch, entry));
      },
      missed: () => {
        this.catchUp(code).catch(() => {
          // It cannot be read at present; when it can, everybody is given all.
        });
      },
      ended: (why) => {
        this.end(code, why);
      },
    });
  }

  #unwatch(code: string): void {
    const followed = this.#byRoom.get(code);
    this.#byRoom.delete(code);
    followed?.watching.then(
      (stop) => {
        stop();
      },
      () => {
        // It was never watched.
      },
    );
  }

  #forget(code: string, follower: Follower): void {
    const followed = this.#byRoom.get(code);
    if (!followed?.followers.delete(follower)) return;
    if (followed.followers.size === 0) this.#unwatch(code);
  }
}
