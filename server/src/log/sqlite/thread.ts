// A thread with a connection to the database: requests are messages to it, and one that died is started again.
import { Worker } from 'node:worker_threads';
import type { Opened, Reply, Request } from './messages.ts';
import type { DatabaseOptions } from './open-database.ts';

export interface ThreadOptions extends DatabaseOptions {
  /** Whether it makes, holds and writes the database, or only reads what another thread has opened. */
  access: 'writing' | 'reading';
}

const gone = (why: string): Reply => ({ ok: false, why: `its thread has ended (${why})` });

/**
 * SQLite's failures come back as replies. A thread dies by a bug or for want of memory: whoever waits for it is told
 * that it failed, and the next request finds a new one.
 */
export class Thread {
  readonly #options: ThreadOptions;
  readonly #asked: ((reply: Reply) => void)[] = [];
  #worker: Worker | null = null;
  #opened: Promise<Opened> | null = null;
  #ended: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** Resolves when its database is open, or why it is not; rejects when the thread died over it. */
  start(): Promise<Opened> {
    this.#opened ??= this.#begin();
    return this.#opened;
  }

  /** Replies come in the order of the requests. */
  async send(request: Request): Promise<Reply> {
    if (this.#isClosed) return gone('it was closed');
    const opened = await this.start().catch((error: unknown) => gone(String(error)));
    if (!opened.ok) return { ok: false, why: opened.why };
    const worker = this.#worker;
    if (!worker) return gone('it died when it had begun');
    return new Promise((resolve) => {
      this.#asked.push(resolve);
      worker.postMessage(request);
    });
  }

  /** Does what it was asked before, and ends for good. */
  async close(): Promise<void> {
    const closing = this.#worker ? this.send({ type: 'close' }) : null;
    this.#isClosed = true;
    await closing;
    await this.#ended;
  }

  #begin(): Promise<Opened> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: this.#options });
    this.#worker = worker;
    let why = 'it was told to';
    worker.once('error', (error) => {
      why = String(error);
    });
    this.#ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#onEnd(why);
        resolve();
      });
    });
    return new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', () => {
        reject(new Error(why));
      });
      worker.once('message', (opened: Opened) => {
        worker.on('message', (reply: Reply) => this.#asked.shift()?.(reply));
        resolve(opened);
      });
    });
  }

  #onEnd(why: string): void {
    this.#worker = null;
    this.#opened = null;
    for (const answer of this.#asked.splice(0)) answer(gone(why));
  }
}
