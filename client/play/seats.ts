// What a phone remembers of its rooms: its secret in each, whether it got in, and the name it used last.
import type { Memory } from '../src/storage.ts';

interface Seat {
  code: string;
  secret: string;
  /** The server has let this secret in, so that it can come back. */
  isTaken: boolean;
  /** As it was typed here; null where the game, or another phone, chose it. */
  name: string | null;
}

const SEATS_KEY = 'oneliner.seats';
const NAME_KEY = 'oneliner.name';
/** Secrets outlive removal, so that a removed phone stays known; the oldest go. */
const MOST_SEATS = 12;

const isSeat = (thing: unknown): thing is Seat => {
  const { code, secret, isTaken } = (thing ?? {}) as Partial<Record<keyof Seat, unknown>>;
  return typeof code === 'string' && typeof secret === 'string' && typeof isTaken === 'boolean';
};

const parseSeats = (kept: string | null): Seat[] => {
  try {
    const things: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(things) ? things.filter(isSeat) : [];
  } catch {
    return [];
  }
};

export class Seats {
  readonly #memory: Memory;
  readonly #makeSecret: () => string;

  constructor(memory: Memory, makeSecret: () => string) {
    this.#memory = memory;
    this.#makeSecret = makeSecret;
  }

  get name(): string {
    return this.#memory.get(NAME_KEY) ?? '';
  }

  set name(name: string) {
    this.#memory.set(NAME_KEY, name);
  }

  /** The room this phone was in last. */
  get lastCode(): string | null {
    return this.#all().find(({ isTaken }) => isTaken)?.code ?? null;
  }

  /** The name that was typed here for a room; null when none was. */
  nameIn(code: string): string | null {
    return this.#of(code)?.name ?? null;
  }

  isTaken(code: string): boolean {
    return this.#of(code)?.isTaken === true;
  }

  /** This phone's secret for a room: kept from before, or made now. */
  secretFor(code: string): string {
    const secret = this.#of(code)?.secret ?? this.#makeSecret();
    if (!this.#of(code)) this.#keep({ code, secret, isTaken: false, name: null });
    return secret;
  }

  /** A secret to claim another player's seat with: never one that sits on a seat of its own. */
  secretToClaim(code: string): string {
    return this.isTaken(code) ? this.#makeSecret() : this.secretFor(code);
  }

  /** @param name as it was typed; null where the game, or another phone, chose it. */
  take(code: string, secret: string, name: string | null): void {
    this.#keep({ code, secret, isTaken: true, name });
  }

  /** The room or the seat is gone; the secret stays. */
  leave(code: string): void {
    const seat = this.#of(code);
    if (seat) this.#keep({ ...seat, isTaken: false });
  }

  #all(): Seat[] {
    return parseSeats(this.#memory.get(SEATS_KEY));
  }

  #of(code: string): Seat | undefined {
    return this.#all().find((seat) => seat.code === code);
  }

  #keep(seat: Seat): void {
    const others = this.#all().filter(({ code }) => code !== seat.code);
    this.#memory.set(SEATS_KEY, JSON.stringify([seat, ...others].slice(0, MOST_SEATS)));
  }
}
