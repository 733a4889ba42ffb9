// Who follows which room on this server, and the giving of what was committed to all of them.
import { Follower } from './follower.ts';
import type { ReadEntries } from './follower.ts';
import type { Entry, Subscription } from './room-log.ts';

export class Followers {
  readonly #byRoom = new Map<string, Set<Follower>>();

  /** Resolves when the follower has what was stored; rejects when that cannot be read. */
  async add(
    code: string,
    fromSeq: number,
    read: ReadEntries,
    onEntry: (entry: Entry) => void,
  ): Promise<Subscription> {
    const follower = new Follower(fromSeq, read, onEntry);
    const stop = () => {
      follower.stop();
      this.#forget(code, follower);
    };
    this.#byRoom.set(code, (this.#byRoom.get(code) ?? new Set()).add(follower));
    try {
      await follower.catchUp();
    } catch (error) {
      stop();
      throw error;
    }
    return { stop };
  }

  /** Gives a committed entry to all. One that throws has a bug, which surfaces without keeping it from the others. */
  offer(code: string, entry: Entry): void {
    for (const follower of this.#byRoom.get(code) ?? []) {
      try {
        follower.offer(entry);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  /** Gives everybody what they have missed; rejects when that cannot be read. */
  async catchUp(): Promise<void> {
    const all = [...this.#byRoom.values()].flatMap((followers) => [...followers]);
    await Promise.all(all.map((follower) => follower.catchUp()));
  }

  /** The room is gone, and whoever followed it has nothing more to come. */
  stopAll(code: string): void {
    for (const follower of this.#byRoom.get(code) ?? []) follower.stop();
    this.#byRoom.delete(code);
  }

  /** The log closes. */
  stopEverywhere(): void {
    for (const code of this.#byRoom.keys()) this.stopAll(code);
  }

  #forget(code: string, follower: Follower): void {
    const followers = this.#byRoom.get(code);
    followers?.delete(follower);
    if (followers?.size === 0) this.#byRoom.delete(code);
  }
}
