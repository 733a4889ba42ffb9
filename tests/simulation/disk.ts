// One server's way to the disk that outlives it: slow, full, lying, or cut off when the server dies.
import type { Committed, Disk, StoredRange, Watcher, Write } from '../../server/src/log/disk.ts';
import type { MemoryDisk } from '../server/log/memory-disk.ts';
import type { Dice } from './dice.ts';

/** What is wrong with the disk at present. */
export interface DiskWeather {
  isFull: boolean;
  /** Saves, and then says that it did not. */
  isLying: boolean;
  /** How long a commit takes at least, and what is drawn on top. */
  each: number;
  more: number;
}

interface Parts {
  now(): number;
  /** What is kept, whoever serves it. */
  kept: MemoryDisk;
  weather: DiskWeather;
  dice: Dice;
  /** Runs `action` after `ms`, unless the server has died by then. */
  later(ms: number, action: () => void): void;
  isAlive(): boolean;
  /** Whether it and the disk hear each other. */
  isReached(): boolean;
  /** Told right before and right after a batch is saved; the server may die of it. */
  onCommit(side: 'before' | 'after'): void;
}

/** How long a server waits for a disk that does not answer. */
const NO_ANSWER_MS = 2000;

export class ServersDisk implements Disk {
  readonly isShared: boolean;
  readonly #parts: Parts;
  readonly #watchers = new Set<Watcher>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.isShared = parts.kept.isShared;
  }

  commit(writes: Write[]): Promise<Committed> {
    const { later, dice, weather } = this.#parts;
    return new Promise((resolve) => {
      later(weather.each + dice.between(0, weather.more), () => {
        if (this.#parts.isReached()) void this.#save(writes, resolve);
        else later(NO_ANSWER_MS, () => void this.#lose(writes, resolve));
      });
    });
  }

  probe(): Promise<boolean> {
    return this.#soon(() => Promise.resolve(!this.#parts.weather.isFull && this.#parts.isReached()));
  }

  read(code: string, fromSeq: number, limit: number): Promise<StoredRange> {
    return this.#soon(() => {
      if (!this.#parts.isReached()) return Promise.reject(new Error('it does not answer'));
      return this.#parts.kept.read(code, fromSeq, limit);
    });
  }

  watch(code: string, watcher: Watcher): Promise<() => void> {
    const { kept, dice, weather, later, isReached } = this.#parts;
    let arrivesAt = 0;
    this.#watchers.add(watcher);
    const stopping = kept.watch(code, {
      ...watcher,
      saved: (epoch, entry) => {
        // Word takes a while, and comes in the order in which it was sent.
        arrivesAt = Math.max(arrivesAt, this.#parts.now() + dice.between(0, weather.more));
        later(arrivesAt - this.#parts.now(), () => {
          if (isReached()) watcher.saved(epoch, entry);
        });
      },
      ended: (why) => {
        watcher.ended(why);
      },
      missed: () => {
        watcher.missed();
      },
    });
    return stopping.then((stop) => () => {
      this.#watchers.delete(watcher);
      stop();
    });
  }

  lagMs(): number {
    return 0;
  }

  list(): Promise<{ code: string; lastAt: number }[]> {
    return this.#soon(() => this.#parts.kept.list());
  }

  get(key: string, at: number): Promise<string | null> {
    return this.#soon(() => this.#parts.kept.get(key, at));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** The line is back: whatever was said meanwhile is lost. */
  healed(): void {
    for (const watcher of this.#watchers) watcher.missed();
  }

  /** It may have reached the disk, or not. */
  async #lose(writes: Write[], resolve: (committed: Committed) => void): Promise<void> {
    const { kept, weather, dice } = this.#parts;
    if (!weather.isFull && dice.chance(0.5)) await kept.commit(writes);
    resolve({ ok: false, why: 'it does not answer' });
  }

  async #save(writes: Write[], resolve: (committed: Committed) => void): Promise<void> {
    const { kept, weather, dice, later, isAlive, onCommit } = this.#parts;
    if (weather.isFull) {
      resolve({ ok: false, why: 'the disk is full' });
      return;
    }
    onCommit('before');
    if (!isAlive()) return;
    const committed = await kept.commit(writes);
    onCommit('after');
    const { isLying } = weather;
    later(dice.between(0, weather.more), () => {
      resolve(isLying ? { ok: false, why: 'it died in the middle' } : committed);
    });
  }

  #soon<T>(ask: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#parts.later(1, () => void ask().then(resolve, reject));
    });
  }
}
