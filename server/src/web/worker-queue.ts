// One worker thread that does one order after the other, each within a limit of time and memory; what exceeds it is
// ended with the thread, and the next order gets a new one.
import { Worker } from 'node:worker_threads';

export interface WorkerQueueOptions {
  /** The script of the thread: it posts one message back for each it is given. */
  script: URL;
  timeLimitMs: number;
  memoryMb: number;
  /** Orders that may wait while another is being done. */
  places: number;
}

/** What became of an order. A throw on the thread is a bug and rejects instead. */
export type Outcome = { done: true; result: unknown } | { done: false; why: 'too-heavy' | 'too-many' };

export interface WorkerQueue {
  /** Has `order` done when its turn comes; it must survive structured cloning. */
  run(order: unknown): Promise<Outcome>;
  close(): Promise<void>;
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

export const createWorkerQueue = (options: WorkerQueueOptions): WorkerQueue => {
  let worker: Worker | null = null;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  const start = (): Worker => {
    const fresh = new Worker(options.script, {
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    fresh.unref();
    fresh.once('exit', () => {
      if (worker === fresh) worker = null;
    });
    return fresh;
  };

  const perform = (order: unknown): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const thread = (worker ??= start());
      const settle = (end: () => void) => {
        clearTimeout(limit);
        thread.removeAllListeners('message').removeAllListeners('error');
        end();
      };
      const end = (finish: () => void) => {
        if (worker === thread) worker = null;
        settle(finish);
      };
      const limit = setTimeout(() => {
        end(() => resolve({ done: false, why: 'too-heavy' }));
        void thread.terminate();
      }, options.timeLimitMs);
      thread.once('message', (result: unknown) => settle(() => resolve({ done: true, result })));
      thread.once('error', (error: unknown) =>
        end(() => (isOutOfMemory(error) ? resolve({ done: false, why: 'too-heavy' }) : reject(error))),
      );
      thread.postMessage(order);
    });

  return {
    async run(order) {
      if (waiting >= options.places) return { done: false, why: 'too-many' };
      waiting += 1;
      const turn = last.then(() => perform(order));
      last = turn.catch(() => undefined);
      return turn.finally(() => (waiting -= 1));
    },
    async close() {
      await worker?.terminate();
    },
  };
};
