// A disk in memory for tests: the shipped log and shelf run on it at full speed and on any clock.
import type {
  Committed,
  Disk,
  Outcome,
  StoredEntry,
  StoredRange,
  Watcher,
  Write,
} from '../../../server/src/log/disk.ts';
import { homeOn } from '../../../server/src/log/home.ts';
import type { Home } from '../../../server/src/log/home.ts';
import { systemLater } from '../../../server/src/log/later.ts';
import type { Later } from '../../../server/src/log/later.ts';

export class MemoryDisk implements Disk {
  readonly isShared: boolean = false;
  readonly #rooms = new Map<string, StoredEntry[]>();
  readonly #shelf = new Map<string, { value: string; expiresAt: number }>();

  /** Takes nothing while it is set. */
  isFull = false;

  #takes = Infinity;

  /** Lets so many more commits through. */
  fullAfter(commits: number): void {
    this.#takes = commits;
  }

  commit(writes: Write[]): Promise<Committed> {
    if (this.#takes === 0) this.isFull = true;
    this.#takes -= 1;
    if (this.isFull) return Promise.resolve({ ok: false, why: 'the disk is full' });
    return Promise.resolve({ ok: true, outcomes: writes.map((write) => this.#apply(write)) });
  }

  /** Loses all entries of a room but the first `kept`. */
  protected cut(code: string, kept: number): void {
    this.#rooms.get(code)?.splice(kept);
  }

  probe(): Promise<boolean> {
    return Promise.resolve(!this.isFull);
  }

  read(code: string, fromSeq: number, limit: number): Promise<StoredRange> {
    const entries = (this.#rooms.get(code) ?? []).slice(fromSeq - 1, fromSeq - 1 + limit);
    return Promise.resolve({ epoch: 0, entries });
  }

  watch(_code: string, _watcher: Watcher): Promise<() => void> {
    return Promise.resolve(() => undefined);
  }

  lagMs(): number {
    return 0;
  }

  list(): Promise<{ code: string; lastAt: number }[]> {
    const rooms = [...this.#rooms].map(([code, entries]) => ({ code, lastAt: entries.at(-1)?.at ?? 0 }));
    return Promise.resolve(rooms.sort((a, b) => (a.code < b.code ? -1 : 1)));
  }

  get(key: string, at: number): Promise<string | null> {
    const kept = this.#shelf.get(key);
    return Promise.resolve(kept && kept.expiresAt > at ? kept.value : null);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #apply(write: Write): Outcome {
    if (write.type === 'put') {
      this.#shelf.set(write.key, write);
      return 'kept';
    }
    if (write.type === 'claim') return this.#claim(write);
    if (write.type === 'swap') return this.#swap(write);
    if (write.type === 'expire') return write.codes.filter((code) => this.#expire(code, write.before));
    const { type, code, at, by, command } = write;
    const entries = this.#rooms.get(code);
    if (type === 'create' && entries) return 'code-in-use';
    if (type === 'append' && !entries) return 'no-such-room';
    const seq = (entries?.length ?? 0) + 1;
    if (entries) entries.push({ seq, at, by, command });
    else this.#rooms.set(code, [{ seq, at, by, command }]);
    return { epoch: 0, seq, at };
  }

  #claim(write: Extract<Write, { type: 'claim' }>): { value: string } {
    const kept = this.#shelf.get(write.key);
    if (kept && kept.expiresAt > write.at) return { value: kept.value };
    this.#shelf.set(write.key, write);
    return { value: write.value };
  }

  #swap(write: Extract<Write, { type: 'swap' }>): 'kept' | 'changed' {
    const kept = this.#shelf.get(write.key);
    const present = kept && kept.expiresAt > write.at ? kept.value : null;
    if (present !== write.before) return 'changed';
    this.#shelf.set(write.key, write);
    return 'kept';
  }

  #expire(code: string, before: number): boolean {
    const lastAt = this.#rooms.get(code)?.at(-1)?.at ?? Infinity;
    return lastAt < before && this.#rooms.delete(code);
  }
}

/** Log and shelf in memory. Without arguments on the system's clock and timers; the same disk again is a restart. */
export const openMemoryHome = (
  now: () => number = () => Math.floor(performance.now()),
  later: Later = systemLater,
  disk: Disk = new MemoryDisk(),
): Home => homeOn({ disk, now, later, onWritable: () => {} });
