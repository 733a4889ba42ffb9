// The queue in front of the disk: one batch at a time, at once when it is quiet and with company when it is not.
import type { Disk, Outcome, Outcomes, Write } from './disk.ts';
import type { Later } from './later.ts';

/** While appends come close together, the first of a batch waits this long for others, so that they share a commit. */
export const BATCH_MS = 10;
/** So many are company enough: in a rush, those who wait for it gain nothing more. */
export const FULL_BATCH = 100;
/** It is quiet again when so many batches in a row had one write: gaps come by chance, and each would cost a commit. */
export const LONE_BATCHES = 3;
/** How often a disk that failed is tried again. */
export const PROBE_MS = 500;

interface Waiting {
  write: Write;
  done: (outcome: Outcome | 'not-saved') => void;
}

export interface GroupCommitOptions {
  disk: Disk;
  now: () => number;
  later: Later;
  /** Told when the disk begins to fail and when it takes writes again. */
  onWritable: (isWritable: boolean, why: string) => void;
  /** Called before writes are taken again. A disk that died in the middle may have saved what was answered as not saved. */
  catchUp: () => Promise<void>;
}

/**
 * The next batch is begun only when it is known what became of the one before: so a failed batch leaves no gap, and
 * what is numbered after it is numbered as if it had never been.
 */
export class GroupCommit {
  readonly #disk: Disk;
  readonly #now: () => number;
  readonly #later: Later;
  readonly #onWritable: GroupCommitOptions['onWritable'];
  readonly #catchUp: GroupCommitOptions['catchUp'];
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  /** Since when the first of those that wait does. */
  #waitingSince = 0;
  /** How many batches in a row had one write. */
  #lone = LONE_BATCHES;
  /** What begins the next batch, and whether that waits for company. */
  #next: { isPatient: boolean; cancel: () => void } | null = null;
  #cancelProbe: (() => void) | null = null;
  #isWritable = true;
  #isClosed = false;

  constructor({ disk, now, later, onWritable, catchUp }: GroupCommitOptions) {
    this.#disk = disk;
    this.#now = now;
    this.#later = later;
    this.#onWritable = onWritable;
    this.#catchUp = catchUp;
  }

  get isWritable(): boolean {
    return this.#isWritable && !this.#isClosed;
  }

  /** Queues a write. `done` is called once, in the order of the queue: with the outcome when it is safe. */
  submit<W extends Write>(write: W, done: (outcome: Outcomes[W['type']] | 'not-saved') => void): void {
    if (!this.isWritable) {
      done('not-saved');
      return;
    }
    // The disk answers a write with an outcome of its type, in the same place of the batch.
    if (this.#waiting.push({ write, done: done as Waiting['done'] }) === 1) this.#waitingSince = this.#now();
    if (this.#running === null) this.#arm();
  }

  /** The disk was found to be away by other means than a write. As after a write that failed, it is tried until it is back. */
  diskFailed(why: string): void {
    if (!this.isWritable) return;
    this.#disarm();
    this.#fail([], why);
  }

  /** Commits what waits and takes nothing more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelProbe?.();
    this.#disarm();
    await this.#running;
    if (this.#waiting.length > 0) await this.#commit();
  }

  #arm(): void {
    if (this.#waiting.length === 0 || this.#isClosed) return;
    const isPatient = this.#lone < LONE_BATCHES && this.#waiting.length < FULL_BATCH;
    if (this.#next !== null && this.#next.isPatient === isPatient) return;
    this.#disarm();
    const wait = isPatient ? Math.max(0, this.#waitingSince + BATCH_MS - this.#now()) : 0;
    const cancel = this.#later(wait, () => {
      this.#next = null;
      this.#running = this.#commit();
    });
    this.#next = { isPatient, cancel };
  }

  #disarm(): void {
    this.#next?.cancel();
    this.#next = null;
  }

  async #commit(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#lone = batch.length > 1 ? 0 : this.#lone + 1;
    const committed = await this.#disk.commit(batch.map(({ write }) => write));
    this.#running = null;
    if (committed.ok) {
      committed.outcomes.forEach((outcome, i) => batch[i]?.done(outcome));
      this.#arm();
    } else {
      this.#fail(batch, committed.why);
    }
  }

  /** What waits behind a failed batch is answered too: who waits for a broken disk should know. */
  #fail(batch: Waiting[], why: string): void {
    const failed = batch.concat(this.#waiting);
    this.#waiting = [];
    const isNews = this.#isWritable;
    this.#isWritable = false;
    if (isNews) this.#onWritable(false, why);
    for (const { done } of failed) done('not-saved');
    if (isNews) this.#probeLater();
  }

  #probeLater(): void {
    if (this.#isClosed) return;
    this.#cancelProbe = this.#later(PROBE_MS, () => void this.#probe());
  }

  async #probe(): Promise<void> {
    if (!(await this.#isBack())) {
      this.#probeLater();
      return;
    }
    this.#isWritable = true;
    this.#onWritable(true, 'The disk takes writes again.');
  }

  async #isBack(): Promise<boolean> {
    if (!(await this.#disk.probe())) return false;
    return this.#catchUp().then(
      () => true,
      () => false,
    );
  }
}
