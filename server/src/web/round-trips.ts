// The way to a connection and back, measured by the server again and again, and the credit an answer gets for it.
import { TIMING } from '@oneliner/shared';
import type { Later } from '../rooms/line.ts';

export interface RoundTripsParts {
  /** ms of a clock that does not run backwards. */
  now(): number;
  later: Later;
  /** Asks the other side for a word; `answered` is called once, with false when none came. */
  ask(answered: (isAnswered: boolean) => void): void;
}

/** The last few are remembered; the first few are taken in a row. */
const KEPT = 5;
const FIRST = 3;
const EVERY_MS = 10_000;

export class RoundTrips {
  readonly #parts: RoundTripsParts;
  readonly #trips: number[] = [];
  #measured = 0;
  #isStopped = false;
  #callOff: () => void = () => undefined;

  constructor(parts: RoundTripsParts) {
    this.#parts = parts;
  }

  start(): void {
    const { now, later, ask } = this.#parts;
    const sentAt = now();
    ask((isAnswered) => {
      if (this.#isStopped) return;
      if (isAnswered) this.#trips.push(now() - sentAt);
      if (this.#trips.length > KEPT) this.#trips.shift();
      this.#measured += 1;
      this.#callOff = later(this.#measured < FIRST ? 0 : EVERY_MS, () => {
        this.start();
      });
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#callOff();
  }

  /** The credit in ms for the way of an answer: half the shortest of the last round trips, at most the cap. */
  credit(): number {
    return this.#trips.length === 0 ? 0 : Math.min(TIMING.creditCapMs, Math.min(...this.#trips) / 2);
  }
}
