// The way to a connection and back, measured by the server again and again, and the credit an answer gets for it.
import { TIMING } from '@oneliner/shared';

/** Asks the other side for a word; `answered` is called once, with false when none came. */
export type Ask = (answered: (isAnswered: boolean) => void) => void;

/** The last few are remembered. */
const KEPT = 5;

export class RoundTrips {
  readonly #now: () => number;
  readonly #trips: number[] = [];
  /** When a heartbeat left that has no answer yet. */
  #beatAt: number | null = null;

  /** `now` gives ms of a clock that does not run backwards. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Asks at once, so that the first answer has its credit; the heartbeats bring the next measurements. */
  start(ask: Ask): void {
    const sentAt = this.#now();
    ask((isAnswered) => {
      if (isAnswered) this.#note(this.#now() - sentAt);
    });
  }

  /** A heartbeat is on its way. */
  beat(): void {
    this.#beatAt = this.#now();
  }

  /** The answer to a heartbeat is there. */
  beatAnswered(): void {
    if (this.#beatAt !== null) this.#note(this.#now() - this.#beatAt);
    this.#beatAt = null;
  }

  /** The credit in ms for the way of an answer: half the shortest of the last round trips, at most the cap. */
  credit(): number {
    return this.#trips.length === 0 ? 0 : Math.min(TIMING.creditCapMs, Math.min(...this.#trips) / 2);
  }

  #note(trip: number): void {
    this.#trips.push(trip);
    if (this.#trips.length > KEPT) this.#trips.shift();
  }
}
