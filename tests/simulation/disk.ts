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
  /** What is kept, whoever serves it. */
  kept: MemoryDisk;
  weather: DiskWeather;
  dice: Dice;
  /** Runs `action` after `ms`, unless the server has died by then. */
  later(ms: number, action: () => void): void;
  isAlive(): boolean;
  /** Told right before and right after a batch is saved; the server may die of it. */
  onCommit(side: 'before' | 'after'): void;
}

export class ServersDisk implements Disk {
  readonly isShared = false;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  commit(writes: Write[]): Promise<Committed> {
    const { later, dice, weather } = this.#parts;
    return new Promise((resolve) => {
      later(weather.each + dice.between(0, weather.more), () => void this.#save(writes, resolve));
    });
  }

  probe(): Promise<boolean> {
    return this.#soon(() => Promise.resolve(!this.#parts.weather.isFull));
  }

  read(code: string, fromSeq: number, limit: number): Promise<StoredRange> {
    return this.#soon(() => this.#parts.kept.read(code, fromSeq, limit));
  }

  watch(code: string, watcher: Watcher): Promise<() => void> {
    return this.#parts.kept.watch(code, watcher);
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
    return new Promise((resolve) => {
      this.#parts.later(1, () => void ask().then(resolve));
    });
  }
}
