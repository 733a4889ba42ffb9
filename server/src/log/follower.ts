// One reader of a room: gets every entry once and in order, from what is stored and then as it happens.
import type { Entry } from './room-log.ts';

/** Entries from `fromSeq` on, as many as one read gives; none when there are no more. */
export type ReadEntries = (fromSeq: number) => Promise<Entry[]>;

export class Follower {
  readonly #read: ReadEntries;
  readonly #onEntry: (entry: Entry) => void;
  #next: number;
  #newest = 0;
  #isReading = false;
  #isStopped = false;

  constructor(fromSeq: number, read: ReadEntries, onEntry: (entry: Entry) => void) {
    this.#next = fromSeq;
    this.#read = read;
    this.#onEntry = onEntry;
  }

  /** Reads until nothing newer is stored. What is offered meanwhile is read as well, so it is not kept. */
  async catchUp(): Promise<void> {
    this.#isReading = true;
    try {
      let found: Entry[];
      do {
        found = await this.#read(this.#next);
        for (const entry of found) this.#give(entry);
      } while (!this.#isStopped && (found.length > 0 || this.#next <= this.#newest));
    } finally {
      this.#isReading = false;
    }
  }

  /** An entry that was just committed. */
  offer(entry: Entry): void {
    this.#newest = Math.max(this.#newest, entry.seq);
    if (!this.#isReading) this.#give(entry);
  }

  stop(): void {
    this.#isStopped = true;
  }

  #give(entry: Entry): void {
    if (this.#isStopped || entry.seq !== this.#next) return;
    this.#next += 1;
    this.#onEntry(entry);
  }
}
