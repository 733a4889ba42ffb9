// What other servers do with the rooms that this one follows: messages, gaps in them, and logs that lost entries.
import type { StoredEntry, Watcher } from '../disk.ts';
import { inTime } from './client.ts';
import type { Redis } from './client.ts';
import { channelOf, streamOf } from './keys.ts';

const RETRY_MS = 250;

/** The newest entry of a room that this server has seen. */
interface Seen {
  epoch: number;
  seq: number;
  hash: string;
}

interface Watched {
  watcher: Watcher;
  seen: Seen | null;
  /** The highest epoch that was announced. */
  announced: number;
}

interface Message {
  epoch: number;
  entries: StoredEntry[];
  hashBefore: string;
  hash: string;
}

/** The lines of a message of `scripts.ts`. */
const parse = (text: string): Message => {
  const [head = '', ...lines] = text.split('\n');
  const [epoch = '', first = '', at = '', hashBefore = ''] = head.split(' ');
  const entries: StoredEntry[] = [];
  for (let i = 0; i + 1 < lines.length; i += 2)
    entries.push({
      seq: Number(first) + i / 2,
      at: Number(at),
      by: lines[i] ?? '',
      command: lines[i + 1] ?? '',
    });
  return { epoch: Number(epoch), entries, hashBefore, hash: lines.at(-1) ?? '' };
};

export class News {
  readonly #subscriber: Redis;
  readonly #reader: Redis;
  readonly #onTime: (at: number) => void;
  readonly #watched = new Map<string, Watched>();
  #retry: NodeJS.Timeout | undefined;

  /** @param onTime told of the time of every entry that comes. */
  constructor(subscriber: Redis, reader: Redis, onTime: (at: number) => void) {
    this.#subscriber = subscriber;
    this.#reader = reader;
    this.#onTime = onTime;
    // Both lines are lost together, and either may be back first.
    for (const line of [subscriber, reader])
      line.on('ready', () => {
        this.#missed();
      });
  }

  /** One watcher a room. Resolves when it hears. */
  async watch(code: string, watcher: Watcher): Promise<() => void> {
    const watched: Watched = { watcher, seen: null, announced: 0 };
    this.#watched.set(code, watched);
    const hear = (text: string): void => {
      if (this.#watched.get(code) === watched) this.#hear(code, watched, text);
    };
    const stop = (): void => {
      if (this.#watched.get(code) === watched) this.#watched.delete(code);
      this.#subscriber.sUnsubscribe(channelOf(code), hear).catch(() => undefined);
    };
    try {
      await inTime(this.#subscriber.sSubscribe(channelOf(code), hear));
    } catch (error) {
      // It may be done all the same, later.
      stop();
      throw error;
    }
    return stop;
  }

  /** This server has seen an entry of a room, whichever way it came. */
  saw(code: string, seen: Seen): void {
    const watched = this.#watched.get(code);
    if (!watched) return;
    if (seen.seq > (watched.seen?.seq ?? 0)) watched.seen = seen;
    if (seen.epoch < watched.announced) this.#end(code, watched, 'rewritten');
  }

  /**
   * Ends the watching of every room that lacks an entry which was seen here, with a higher epoch for all servers:
   * a replica took over that had not got it. Rejects when that cannot be found out.
   */
  async verify(): Promise<void> {
    await Promise.all(
      [...this.#watched].map(async ([code, watched]) => {
        const { seen } = watched;
        if (!seen || (await this.#stands(code, seen))) return;
        await this.#rewrite(code, watched, seen);
      }),
    );
  }

  async #stands(code: string, { epoch, seq, hash }: Seen): Promise<boolean> {
    const id = `${seq}-0`;
    const [found, present] = await inTime(
      Promise.all([this.#reader.xRange(streamOf(code), id, id), this.#reader.raiseEpoch(code, 0)]),
    );
    return found?.[0]?.message['hash'] === hash && present === epoch;
  }

  /** Everybody has to begin anew, under an epoch that nobody has seen. */
  async #rewrite(code: string, watched: Watched, { epoch }: Seen): Promise<void> {
    const raised = await inTime(this.#reader.raiseEpoch(code, epoch + 1));
    this.#end(code, watched, raised === null ? 'expired' : 'rewritten');
  }

  #hear(code: string, watched: Watched, text: string): void {
    if (text === 'expired') return this.#end(code, watched, 'expired');
    if (text.startsWith('epoch ')) {
      // Who has just begun to watch may hear what made it begin: it ends only if it has read something older.
      watched.announced = Math.max(watched.announced, Number(text.slice('epoch '.length)));
      if (watched.seen && watched.seen.epoch < watched.announced) this.#end(code, watched, 'rewritten');
      return;
    }
    const { epoch, entries, hashBefore, hash } = parse(text);
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return;
    const { seen } = watched;
    if (seen?.epoch === epoch && first.seq === seen.seq + 1 && hashBefore !== seen.hash) {
      this.#rewrite(code, watched, seen).catch(() => {
        // It is found out again when Redis is back.
      });
      return;
    }
    this.#onTime(last.at);
    this.saw(code, { epoch, seq: last.seq, hash });
    for (const entry of entries) watched.watcher.saved(epoch, entry);
  }

  #end(code: string, watched: Watched, why: 'expired' | 'rewritten'): void {
    if (this.#watched.get(code) !== watched) return;
    this.#watched.delete(code);
    watched.watcher.ended(why);
  }

  /** Looks after what was lost with a line, until that can be found out. */
  #missed(): void {
    clearTimeout(this.#retry);
    if (!this.#subscriber.isOpen) return;
    this.verify().then(
      () => {
        for (const { watcher } of this.#watched.values()) watcher.missed();
      },
      () => {
        this.#retry = setTimeout(() => {
          this.#missed();
        }, RETRY_MS);
      },
    );
  }
}
