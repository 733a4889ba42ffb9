// One worker thread that does one order after the other, each within a limit of time and memory; what exceeds it is
// ended with the thread, and so is a thread that had nothing to do for a while. The next order gets a new one.
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

export interface WorkerQueueOptions {
  /** The script of the thread: it posts one message back for each it is given. */
  script: URL;
  timeLimitMs: number;
  memoryMb: number;
  /** How long the thread, and the memory it takes, is kept for the next order. */
  idleLimitMs: number;
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

const tooHeavy: Outcome = { done: false, why: 'too-heavy' };

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Has a thread do one order; rejects when the thread fails or ends. */
const perform = async (thread: Worker, order: unknown, timeLimitMs: number): Promise<Outcome> => {
  const over = new AbortController();
  const { signal } = over;
  try {
    thread.postMessage(order);
    return await Promise.race([
      once(thread, 'message', { signal }).then(([result]): Outcome => ({ done: true, result })),
      once(thread, 'exit', { signal }).then((): never => {
        throw new Error('the thread ended before its order was done');
      }),
      delay(timeLimitMs, tooHeavy, { signal }),
    ]);
  } catch (error) {
    if (isOutOfMemory(error)) return tooHeavy;
    throw error;
  } finally {
    over.abort();
  }
};

export const createWorkerQueue = (options: WorkerQueueOptions): WorkerQueue => {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  const start = (): Worker => {
    const fresh = new Worker(options.script, {
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    fresh.unref();
    return fresh;
  };

  const letGo = (): void => {
    void worker?.terminate();
    worker = null;
  };

  /** Does an order on the thread there is, and lets go of the thread unless it did well. */
  const take = async (order: unknown): Promise<Outcome> => {
    if (isClosed) throw new Error('the queue is closed');
    clearTimeout(idle);
    const thread = (worker ??= start());
    let isFine = false;
    try {
      const outcome = await perform(thread, order, options.timeLimitMs);
      isFine = outcome.done;
      return outcome;
    } finally {
      if (isFine) idle = setTimeout(letGo, options.idleLimitMs).unref();
      else letGo();
    }
  };

  return {
    async run(order) {
      if (waiting >= options.places) return { done: false, why: 'too-many' };
      waiting += 1;
      const turn = last.then(() => take(order));
      last = turn.catch(() => undefined);
      return turn.finally(() => (waiting -= 1));
    },
    async close() {
      isClosed = true;
      clearTimeout(idle);
      await worker?.terminate();
    },
  };
};
