// The way to a connection and back, measured by the server again and again, and the credit an answer gets for it.
import { TIMING } from '@oneliner/shared';

/** The last few are remembered. */
const KEPT = 5;

export class RoundTrips {
  readonly #now: () => number;
  readonly #trips: number[];
  /** When a heartbeat left that has no answer yet. */
  #beatAt: number | null = null;

  /**
   * The first is over by now, so that the first answer has its credit; heartbeats bring the next.
   * @param now ms of a clock that does not run backwards
   * @param saidAt when something was said on the line that its other side answers at once, as it just did
   */
  constructor(now: () => number, saidAt: number) {
    this.#now = now;
    this.#trips = [now() - saidAt];
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
    return Math.min(TIMING.creditCapMs, Math.min(...this.#trips) / 2);
  }

  #note(trip: number): void {
    this.#trips.push(trip);
    if (this.#trips.length > KEPT) this.#trips.shift();
  }
}
