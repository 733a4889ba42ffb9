// One room of the load: a host's page and its phones, playing questions and keeping the times.
import { nanoid } from 'nanoid';
import { QUESTIONS } from '../quiz.ts';
import { Host } from './host.ts';
import type { HostPlace } from './host.ts';
import { nameOf } from './names.ts';
import { Phone, ViewReader } from './phone.ts';
import type { Seen } from './phone.ts';

/** As a pub behind one router: this many phones call from one address. */
const PHONES_AN_ADDRESS = 20;
/** Connections being made at once. */
const JOINING_AT_ONCE = 200;
/** After this a phone's answer counts as lost. */
const PATIENCE_MS = 15_000;
/** A thumb takes at least as long after the options are there. */
const THUMB_MS = 50;

/** What one question gave: times in ms. */
export interface Played {
  /** From each of the host's clicks until the last phone showed what it led to; the announcement first. */
  clicks: number[];
  /** From each answer to its acknowledgement. */
  acknowledgements: number[];
  refused: number;
  lost: number;
}

interface Expected {
  phase: string;
  seen: number;
  resolve: (at: number) => void;
}

/** An address of this machine of its own for every few phones. */
export const addressOf = (phone: number): string => {
  const number = Math.floor(phone / PHONES_AN_ADDRESS) + 256;
  return `127.1.${number >> 8}.${number & 255}`;
};

export class LoadRoom {
  readonly #places: readonly HostPlace[];
  readonly #host: Host;
  readonly #phones: Phone[] = [];
  readonly #reader = new ViewReader();
  readonly #first: number;
  #expected: Expected | null = null;
  #onOpen: ((phone: Phone, seen: Seen) => void) | null = null;
  #clockAhead = 0;
  #gone = 0;
  #asked = 0;

  private constructor(places: readonly HostPlace[], host: Host, first: number) {
    this.#places = places;
    this.#host = host;
    this.#first = first;
  }

  /**
   * @param places the servers that its phones take in turn; the first is the host's
   * @param first the number of its first phone among all phones of the load
   */
  static async open(places: readonly HostPlace[], documentId: string, first: number): Promise<LoadRoom> {
    const room = new LoadRoom(places, await Host.open(places[0] as HostPlace, documentId), first);
    room.#clockAhead = await room.#host.clockAhead();
    return room;
  }

  /** Lines of this room that the server cut. */
  get gone(): number {
    return this.#gone;
  }

  /** Frames of the game and of the line's upkeep so far, and the bytes of both, on the lines of phones. */
  traffic(): { game: number; upkeep: number; bytes: number } {
    const sum = { game: 0, upkeep: 0, bytes: 0 };
    for (const { wire } of this.#phones) {
      sum.game += wire.frames;
      sum.upkeep += wire.upkeep;
      sum.bytes += wire.bytes;
    }
    return sum;
  }

  /** Lets phones in, many at once; rejects when one of them is refused. */
  async join(count: number): Promise<void> {
    const until = this.#phones.length + count;
    const next = async (): Promise<void> => {
      while (this.#phones.length < until) if (!(await this.#joinOne())) throw new Error('a join was refused');
    };
    await Promise.all(Array.from({ length: JOINING_AT_ONCE }, next));
  }

  async #joinOne(): Promise<boolean> {
    const number = this.#phones.length;
    const place = this.#places[number % this.#places.length] as HostPlace;
    const phone: Phone = new Phone(
      { ...place, from: addressOf(this.#first + number) },
      this.#reader,
      (seen) => {
        this.#see(phone, seen);
      },
      () => (this.#gone += 1),
    );
    this.#phones.push(phone);
    await phone.wire.ready();
    return phone.ask('join', { code: this.#host.code, name: nameOf(number), secret: nanoid(22) });
  }

  /** Plays a question, answered by everybody within `spreadMs`. */
  async play(spreadMs: number): Promise<Played> {
    const played: Played = { clicks: [], acknowledgements: [], refused: 0, lost: 0 };
    played.clicks.push(await this.click(this.#asked > 0 ? 'next' : 'start', 'announced'));
    const answered = this.#answerAll(spreadMs, played);
    played.clicks.push(await this.click('skip', 'open'));
    const { moment } = this.#host;
    const revealed = this.#allSee('reveal');
    await answered;
    await revealed;
    await this.#host.after(moment);
    this.#asked += 1;
    played.clicks.push(await this.click('next', this.#asked === QUESTIONS ? 'podium' : 'leaderboard'));
    return played;
  }

  /** The ms from a click of the host until the last phone shows the phase that it leads to. */
  async click(step: 'start' | 'skip' | 'next' | 'pause' | 'resume', phase: string): Promise<number> {
    const shown = this.#allSee(phase);
    const clicked = performance.now();
    await this.#host.step(step);
    return (await shown) - clicked;
  }

  close(): void {
    this.#host.close();
    for (const { wire } of this.#phones) wire.close();
  }

  #allSee(phase: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const expected: Expected = { phase, seen: 0, resolve };
      this.#expected = expected;
      setTimeout(() => {
        reject(
          new Error(
            `${expected.seen} of ${this.#phones.length} phones saw ${phase}; ${this.#gone} lines are gone`,
          ),
        );
      }, PATIENCE_MS).unref();
    });
  }

  #see(phone: Phone, seen: Seen): void {
    if (seen.phase === 'open') this.#onOpen?.(phone, seen);
    if (this.#expected?.phase !== seen.phase) return;
    this.#expected.seen += 1;
    if (this.#expected.seen === this.#phones.length) this.#expected.resolve(performance.now());
  }

  async #answerAll(spreadMs: number, played: Played): Promise<void> {
    await new Promise<void>((resolve) => {
      let waiting = this.#phones.length;
      this.#onOpen = (phone, { step, opensAt }) => {
        const wait = opensAt - this.#clockAhead - Date.now() + THUMB_MS + Math.random() * spreadMs;
        setTimeout(() => {
          void this.#answer(phone, step, played).then(() => {
            waiting -= 1;
            if (waiting === 0) resolve();
          });
        }, wait);
      };
    });
    this.#onOpen = null;
  }

  async #answer(phone: Phone, step: number, played: Played): Promise<void> {
    const sent = performance.now();
    const reply = { kind: 'choice', option: Math.floor(Math.random() * 4) };
    const given = await Promise.race([
      phone.ask('answer', { step, reply, number: 1 }),
      new Promise<'lost'>((resolve) => void setTimeout(resolve, PATIENCE_MS, 'lost').unref()),
    ]);
    if (given === 'lost') played.lost += 1;
    else if (given) played.acknowledgements.push(performance.now() - sent);
    else played.refused += 1;
  }
}
