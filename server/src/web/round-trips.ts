// The way to a connection and back, measured by the server again and again, and the credit an answer gets for it.
import { TIMING } from '@oneliner/shared';

export interface RoundTripsParts {
  /** ms of a clock that does not run backwards. */
  now(): number;
  /** Asks the other side for a word; `answered` is called once, with false when none came. */
  ask(answered: (isAnswered: boolean) => void): void;
}

/** The last few are remembered. */
const KEPT = 5;

export class RoundTrips {
  readonly #parts: RoundTripsParts;
  readonly #trips: number[] = [];
  #isStopped = false;

  constructor(parts: RoundTripsParts) {
    this.#parts = parts;
  }

  /** Asks at once, so that the first answer has its credit; the heartbeats bring the next measurements. */
  start(): void {
    const { now, ask } = this.#parts;
    const sentAt = now();
    ask((isAnswered) => {
      if (isAnswered && !this.#isStopped) this.note(now() - sentAt);
    });
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** A trip of so many ms that was measured by the way, such as a heartbeat's. */
  note(trip: number): void {
    this.#trips.push(trip);
    if (this.#trips.length > KEPT) this.#trips.shift();
  }

  /** The credit in ms for the way of an answer: half the shortest of the last round trips, at most the cap. */
  credit(): number {
    return this.#trips.length === 0 ? 0 : Math.min(TIMING.creditCapMs, Math.min(...this.#trips) / 2);
  }
}
