// One reader of a room: gets every entry once and in order, from what is stored and then as it happens.
import type { Ending } from './disk.ts';
import type { Later } from './later.ts';
import type { Entry } from './room-log.ts';

/** Entries from `fromSeq` on, as many as one read gives, and the epoch of the room's log. */
export type ReadEntries = (fromSeq: number) => Promise<{ epoch: number; entries: Entry[] }>;

/** An entry that is missing is usually on its way. After this long it is read, and again when that failed. */
const GAP_MS = 100;

export interface FollowerParts {
  read: ReadEntries;
  later: Later;
  onEntry(entry: Entry): void;
  /** Told once, when there is nothing more to come. */
  onEnd(why: Ending): void;
}

export class Follower {
  readonly #parts: FollowerParts;
  /** Entries that came before one that is missing, or during a read. */
  readonly #held = new Map<number, Entry>();
  readonly #waiting: { seq: number; done: () => void }[] = [];
  #next: number;
  #epoch: number | null = null;
  #reading: Promise<void> | null = null;
  #isToRead = false;
  #callOff: (() => void) | null = null;
  #isStopped = false;

  constructor(fromSeq: number, parts: FollowerParts) {
    this.#next = fromSeq;
    this.#parts = parts;
  }

  /** Reads until it has all that stood in the log at the call; rejects when that cannot be read. */
  catchUp(): Promise<void> {
    this.#isToRead = true;
    this.#reading ??= this.#readOn().finally(() => {
      this.#reading = null;
      this.#drain();
      // Somebody asked in the moment between the last read and its end.
      return this.#isToRead && !this.#isStopped ? this.catchUp() : undefined;
    });
    return this.#reading;
  }

  /** An entry that was just committed, here or on another server. */
  offer(entry: Entry): void {
    if (this.#isStopped || !this.#isOfEpoch(entry.epoch) || entry.seq < this.#next) return;
    // Mostly nothing is missing, and nothing has to be held.
    if (this.#reading === null && entry.seq === this.#next) this.#give(entry);
    else this.#held.set(entry.seq, entry);
    if (this.#reading === null) this.#drain();
  }

  /** Whether an entry that is offered would be news. */
  wants(epoch: number, seq: number): boolean {
    return epoch !== this.#epoch || (seq >= this.#next && !this.#held.has(seq));
  }

  /** Resolves when the entry `seq` was given, or never will be; null when it was given already. */
  reached(seq: number): Promise<void> | null {
    if (this.#isStopped || seq < this.#next) return null;
    return new Promise((done) => {
      this.#waiting.push({ seq, done });
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#held.clear();
    this.#callOff?.();
    this.#release();
  }

  end(why: Ending): void {
    if (this.#isStopped) return;
    this.stop();
    this.#parts.onEnd(why);
  }

  async #readOn(): Promise<void> {
    while (this.#isToRead && !this.#isStopped) {
      this.#isToRead = false;
      const { epoch, entries } = await this.#parts.read(this.#next);
      if (this.#isStopped || !this.#isOfEpoch(epoch)) return;
      for (const entry of entries) this.#give(entry);
      if (entries.length > 0) this.#isToRead = true;
    }
  }

  /** Older words are those of a server that has not noticed yet; newer ones say that what was given stands no more. */
  #isOfEpoch(epoch: number): boolean {
    this.#epoch ??= epoch;
    if (epoch > this.#epoch && this.#next > 1) this.end('rewritten');
    else if (epoch > this.#epoch) this.#epoch = epoch;
    return epoch === this.#epoch;
  }

  /** Gives what is held and follows on; waits for what is missing before the rest. */
  #drain(): void {
    for (let entry = this.#held.get(this.#next); entry; entry = this.#held.get(this.#next)) this.#give(entry);
    if (this.#held.size > 0) this.#watchGap();
  }

  #watchGap(): void {
    this.#callOff ??= this.#parts.later(GAP_MS, () => {
      this.#callOff = null;
      if (this.#held.size > 0 && this.#reading === null)
        this.catchUp().catch(() => {
          // Whoever waits for the entry has to wait until the log can be read.
        });
    });
  }

  #give(entry: Entry): void {
    this.#held.delete(entry.seq);
    if (this.#isStopped || entry.seq !== this.#next) return;
    this.#next += 1;
    try {
      this.#parts.onEntry(entry);
    } finally {
      this.#release();
    }
  }

  #release(): void {
    const isDue = ({ seq }: { seq: number }): boolean => this.#isStopped || seq < this.#next;
    for (let first = this.#waiting[0]; first && isDue(first); first = this.#waiting[0]) {
      this.#waiting.shift();
      first.done();
    }
  }
}
