// The disk as the main thread sees it: every request is a message to the worker and a promise of its reply.
import { Worker } from 'node:worker_threads';
import type { Committed, Disk, Outcome, StoredEntry, Write } from '../disk.ts';
import type { Opened, Reply, Request, Results } from './messages.ts';
import type { DatabaseOptions, OpeningRefused } from './open-database.ts';

export type StartedDisk = { ok: true; disk: Disk; lastAt: number } | OpeningRefused;

const GONE: Reply = { ok: false, why: 'its thread has ended' };

/** SQLite's failures come back as replies. A worker that died by a bug, or was closed, answers nothing more: a failure too. */
class ThreadDisk implements Disk {
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  readonly #asked: ((reply: Reply) => void)[] = [];
  #hasEnded = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (reply: Reply) => this.#asked.shift()?.(reply));
    this.#ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#hasEnded = true;
        for (const answer of this.#asked) answer(GONE);
        resolve();
      });
    });
  }

  async commit(writes: Write[]): Promise<Committed> {
    const reply = await this.#send({ type: 'commit', writes });
    return reply.ok ? { ok: true, outcomes: reply.result as Outcome[] } : reply;
  }

  async probe(): Promise<boolean> {
    return (await this.#send({ type: 'probe' })).ok;
  }

  read(code: string, fromSeq: number, limit: number): Promise<StoredEntry[]> {
    return this.#ask({ type: 'read', code, fromSeq, limit });
  }

  list(): Promise<{ code: string; lastAt: number }[]> {
    return this.#ask({ type: 'list' });
  }

  get(key: string, at: number): Promise<string | null> {
    return this.#ask({ type: 'get', key, at });
  }

  async close(): Promise<void> {
    await this.#ask({ type: 'close' });
    await this.#ended;
  }

  /** A read that fails is exceptional (a broken disk), so it throws. */
  async #ask<R extends Request>(request: R): Promise<Results[R['type']]> {
    const reply = await this.#send(request);
    if (!reply.ok) throw new Error(`The log cannot be reached: ${reply.why}`);
    return reply.result as Results[R['type']];
  }

  #send(request: Request): Promise<Reply> {
    if (this.#hasEnded) return Promise.resolve(GONE);
    return new Promise((resolve) => {
      this.#asked.push(resolve);
      this.#worker.postMessage(request);
    });
  }
}

/** Starts the worker and waits for its database. */
export const startDisk = (options: DatabaseOptions): Promise<StartedDisk> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: options });
    worker.once('error', reject);
    worker.once('message', (opened: Opened) => {
      worker.off('error', reject);
      resolve(opened.ok ? { ok: true, disk: new ThreadDisk(worker), lastAt: opened.lastAt } : opened);
    });
  });
