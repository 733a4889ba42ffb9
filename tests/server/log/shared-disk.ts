// A disk in memory that several servers write and watch, and whose newest entries a failover may lose.
import type { Committed, StoredEntry, StoredRange, Watcher, Write } from '../../../server/src/log/disk.ts';
import { MemoryDisk } from './memory-disk.ts';

export class SharedDisk extends MemoryDisk {
  override readonly isShared: boolean = true;
  readonly #now: (() => number) | null;
  readonly #watchers = new Map<string, Set<Watcher>>();
  /** Whether nobody is told of what is saved. */
  isDeaf = false;
  isUnreadable = false;
  readonly #epochs = new Map<string, number>();

  /** @param now the disk's own clock, by which it stamps entries; without one they keep the time they came with. */
  constructor(now: (() => number) | null = null) {
    super();
    this.#now = now;
  }

  override async commit(writes: Write[]): Promise<Committed> {
    const stamped = writes.map((write) => this.#stamp(write));
    const committed = await super.commit(stamped);
    if (!committed.ok) return committed;
    const outcomes = committed.outcomes.map((outcome, i) => this.#tell(outcome, stamped[i]));
    return { ok: true, outcomes };
  }

  override async read(code: string, fromSeq: number, limit: number): Promise<StoredRange> {
    if (this.isUnreadable) throw new Error('it cannot be read');
    const { entries } = await super.read(code, fromSeq, limit);
    return { epoch: this.#epochOf(code), entries };
  }

  override watch(code: string, watcher: Watcher): Promise<() => void> {
    const watchers = this.#of(code).add(watcher);
    return Promise.resolve(() => void watchers.delete(watcher));
  }

  /** A replica takes over that has only the first `kept` entries of a room; everybody notices. */
  failOver(code: string, kept: number): void {
    this.cut(code, kept);
    this.#epochs.set(code, this.#epochOf(code) + 1);
    for (const watcher of [...this.#of(code)]) watcher.ended('rewritten');
  }

  #stamp(write: Write): Write {
    const isEntry = write.type === 'append' || write.type === 'create';
    return this.#now && isEntry ? { ...write, at: Math.floor(this.#now()) } : write;
  }

  #tell<O>(outcome: O, write: Write | undefined): O {
    const isPlaced = typeof outcome === 'object' && outcome !== null && 'seq' in outcome;
    if (!isPlaced || (write?.type !== 'append' && write?.type !== 'create')) return outcome;
    const { code, at, by, command } = write;
    const epoch = this.#epochOf(code);
    const entry: StoredEntry = { seq: outcome.seq as number, at, by, command };
    if (!this.isDeaf) for (const watcher of this.#of(code)) watcher.saved(epoch, entry);
    return { ...outcome, epoch };
  }

  #epochOf(code: string): number {
    return this.#epochs.get(code) ?? 0;
  }

  #of(code: string): Set<Watcher> {
    const watchers = this.#watchers.get(code) ?? new Set<Watcher>();
    this.#watchers.set(code, watchers);
    return watchers;
  }
}
