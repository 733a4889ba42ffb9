// Redis as the disk of log and shelf: a batch is one script a room, reads come from the room's stream.
import type { Committed, Disk, Outcome, Placed, StoredEntry, StoredRange, Watcher, Write } from '../disk.ts';
import { inTime } from './client.ts';
import type { Redis } from './client.ts';
import type { RedisClock } from './clock.ts';
import { ALL_HEADS, codeOfHead, headOf, PROBE_KEY, shelfKey, streamOf } from './keys.ts';
import { News } from './news.ts';

export interface Connections {
  writer: Redis;
  reader: Redis;
  subscriber: Redis;
}

export interface RedisDiskOptions extends Connections {
  clock: RedisClock;
  /** How many replicas must have a batch before it counts as saved. */
  replicas: number;
  /** Ends what else goes on over the same connections. */
  onClose(): Promise<void>;
}

type NewEntry = Extract<Write, { type: 'create' | 'append' }>;

/** Writes that Redis does in one step, with their places in the batch. */
interface Step {
  write: Write;
  places: number[];
  /** The sender and the command of each entry, in turn. */
  entries: string[];
}

const PROBE_MS = 1000;

const isEntry = (write: Write): write is NewEntry => write.type === 'create' || write.type === 'append';

/** All appends to one room are one step, behind what came before them for that room. */
const stepsOf = (writes: Write[]): Step[] => {
  const steps: Step[] = [];
  const open = new Map<string, Step>();
  for (const [place, write] of writes.entries()) {
    const entries = isEntry(write) ? [write.by, write.command] : [];
    const step = write.type === 'append' ? open.get(write.code) : undefined;
    if (step) {
      step.places.push(place);
      step.entries.push(...entries);
      continue;
    }
    const begun = { write, places: [place], entries };
    steps.push(begun);
    if (write.type === 'append') open.set(write.code, begun);
    if (write.type === 'create') open.delete(write.code);
  }
  return steps;
};

export class RedisDisk implements Disk {
  readonly isShared = true;
  readonly #options: RedisDiskOptions;
  readonly #news: News;
  #lagMs = 0;

  constructor(options: RedisDiskOptions) {
    this.#options = options;
    const { subscriber, reader, clock } = options;
    this.#news = new News(subscriber, reader, (at) => {
      this.#lagMs = Math.max(0, clock.now() - at);
      clock.saw(at);
    });
  }

  /** What failed may have been done all the same, as a whole or room by room: followers hear of it then. */
  async commit(writes: Write[]): Promise<Committed> {
    const { replicas } = this.#options;
    const steps = stepsOf(writes);
    try {
      const results = await inTime(Promise.all(steps.map((step) => this.#perform(step))));
      if (!(await this.#isReplicated())) return { ok: false, why: `fewer than ${replicas} replicas have it` };
      const outcomes: Outcome[] = [];
      for (const [i, step] of steps.entries())
        for (const [j, place] of step.places.entries()) outcomes[place] = results[i]?.[j] as Outcome;
      return { ok: true, outcomes };
    } catch (error) {
      return { ok: false, why: (error as Error).message };
    }
  }

  async probe(): Promise<boolean> {
    try {
      await inTime(this.#options.writer.set(PROBE_KEY, '', { expiration: { type: 'PX', value: PROBE_MS } }));
      await this.#news.verify();
      return await this.#isReplicated();
    } catch {
      return false;
    }
  }

  /** Whether as many replicas as are asked for have everything that went over the writer's line. */
  async #isReplicated(): Promise<boolean> {
    const { writer, replicas } = this.#options;
    return replicas === 0 || (await inTime(writer.wait(replicas, PROBE_MS))) >= replicas;
  }

  async read(code: string, fromSeq: number, limit: number): Promise<StoredRange> {
    const { reader } = this.#options;
    const [epoch, found] = await inTime(
      Promise.all([
        reader.hGet(headOf(code), 'epoch'),
        reader.xRange(streamOf(code), `${fromSeq}-0`, '+', { COUNT: limit }),
      ]),
    );
    const entries = (found ?? []).map(({ id, message }): StoredEntry => ({
      seq: Number.parseInt(id, 10),
      at: Number(message['at']),
      by: message['by'] ?? '',
      command: message['command'] ?? '',
    }));
    const last = entries.at(-1);
    const hash = found?.at(-1)?.message['hash'] ?? '';
    if (last) this.#news.saw(code, { epoch: Number(epoch ?? 0), seq: last.seq, hash });
    if (last) this.#options.clock.saw(last.at);
    return { epoch: Number(epoch ?? 0), entries };
  }

  watch(code: string, watcher: Watcher): Promise<() => void> {
    return this.#news.watch(code, watcher);
  }

  lagMs(): number {
    return this.#lagMs;
  }

  async list(): Promise<{ code: string; lastAt: number }[]> {
    const { reader } = this.#options;
    const found = new Map<string, number>();
    // A page at a time: what else is read need not wait for all of them.
    const pages = reader.scanIterator({ MATCH: ALL_HEADS, COUNT: 100 });
    for (let page = await inTime(pages.next()); !page.done; page = await inTime(pages.next())) {
      const heads = page.value;
      const times = await inTime(Promise.all(heads.map((head) => reader.hGet(head, 'at'))));
      for (const [i, head] of heads.entries()) if (times[i]) found.set(codeOfHead(head), Number(times[i]));
    }
    return [...found].sort().map(([code, lastAt]) => ({ code, lastAt }));
  }

  get(key: string): Promise<string | null> {
    return inTime(this.#options.reader.get(shelfKey(key)));
  }

  async close(): Promise<void> {
    const { writer, reader, subscriber, onClose } = this.#options;
    await onClose();
    for (const client of [subscriber, reader, writer]) client.destroy();
  }

  /** What became of each write of a step. */
  #perform(step: Step): Promise<Outcome[]> {
    const { write } = step;
    switch (write.type) {
      case 'create':
      case 'append':
        return this.#append(write, step.entries);
      case 'put':
        return this.#put(write);
      case 'claim':
        return this.#claim(write);
      case 'swap':
        return this.#swap(write);
      case 'expire':
        return this.#expire(write);
    }
  }

  async #append({ type, code }: NewEntry, entries: string[]): Promise<Outcome[]> {
    const count = entries.length / 2;
    const appended = await this.#options.writer.appendEntries(type, code, entries);
    if (!appended) {
      const outcome = type === 'create' ? 'code-in-use' : 'no-such-room';
      return Array.from({ length: count }, () => outcome);
    }
    const { epoch, lastSeq, at, hash } = appended;
    this.#options.clock.saw(at);
    this.#news.saw(code, { epoch, seq: lastSeq, hash });
    return Array.from({ length: count }, (_, i): Placed => ({ epoch, seq: lastSeq - count + 1 + i, at }));
  }

  async #put({ key, value, expiresAt }: Extract<Write, { type: 'put' }>): Promise<Outcome[]> {
    await this.#options.writer.set(shelfKey(key), value, { expiration: { type: 'PXAT', value: expiresAt } });
    return ['kept'];
  }

  async #claim({ key, value, expiresAt }: Extract<Write, { type: 'claim' }>): Promise<Outcome[]> {
    const expiration = { type: 'PXAT', value: expiresAt } as const;
    const before = await this.#options.writer.set(shelfKey(key), value, {
      condition: 'NX',
      GET: true,
      expiration,
    });
    return [{ value: before ?? value }];
  }

  async #swap({ key, before, value, expiresAt }: Extract<Write, { type: 'swap' }>): Promise<Outcome[]> {
    const isKept = await this.#options.writer.swapShelved(key, before, value, expiresAt);
    return [isKept ? 'kept' : 'changed'];
  }

  async #expire({ codes, before }: Extract<Write, { type: 'expire' }>): Promise<Outcome[]> {
    const isGone = await Promise.all(codes.map((code) => this.#options.writer.expireRoom(code, before)));
    return [codes.filter((_, i) => isGone[i])];
  }
}
