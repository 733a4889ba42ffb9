// The disk as the main thread sees it: one thread writes, another reads, so that no read waits for a write that is stuck.
import type { Committed, Disk, Outcome, StoredRange, Write } from '../disk.ts';
import { fromColumns } from './columns.ts';
import type { Request, Results } from './messages.ts';
import type { DatabaseOptions, OpeningRefused } from './open-database.ts';
import { Thread } from './thread.ts';

export type StartedDisk = { ok: true; disk: Disk; lastAt: number } | OpeningRefused;

class ThreadDisk implements Disk {
  readonly isShared = false;
  readonly #writer: Thread;
  readonly #reader: Thread;

  constructor(writer: Thread, reader: Thread) {
    this.#writer = writer;
    this.#reader = reader;
  }

  async commit(writes: Write[]): Promise<Committed> {
    const reply = await this.#writer.send({ type: 'commit', writes });
    return reply.ok ? { ok: true, outcomes: reply.result as Outcome[] } : reply;
  }

  async probe(): Promise<boolean> {
    return (await this.#writer.send({ type: 'probe' })).ok;
  }

  async read(code: string, fromSeq: number, limit: number): Promise<StoredRange> {
    return fromColumns(await this.#ask({ type: 'read', code, fromSeq, limit }));
  }

  /** Nobody else writes there. */
  watch(): Promise<() => void> {
    return Promise.resolve(() => undefined);
  }

  lagMs(): number {
    return 0;
  }

  list(): Promise<{ code: string; lastAt: number }[]> {
    return this.#ask({ type: 'list' });
  }

  get(key: string, at: number): Promise<string | null> {
    return this.#ask({ type: 'get', key, at });
  }

  /** The writer last: whoever closes the database last tidies it up. */
  async close(): Promise<void> {
    await this.#reader.close();
    await this.#writer.close();
  }

  /** A read that fails is exceptional (a broken disk), so it throws. */
  async #ask<R extends Request>(request: R): Promise<Results[R['type']]> {
    const reply = await this.#reader.send(request);
    if (!reply.ok) throw new Error(`The log cannot be reached: ${reply.why}`);
    return reply.result as Results[R['type']];
  }
}

/** Starts the writer and waits for its database; the reader starts with the first read. */
export const startDisk = async (options: DatabaseOptions): Promise<StartedDisk> => {
  const writer = new Thread({ ...options, access: 'writing' });
  const opened = await writer.start();
  if (!opened.ok) return opened;
  const disk = new ThreadDisk(writer, new Thread({ ...options, access: 'reading' }));
  return { ...opened, disk };
};
