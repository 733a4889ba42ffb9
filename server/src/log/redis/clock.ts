// Redis's clock as this server knows it: an offset to the monotonic clock, never ahead and never running backwards.
import type { TimeSource } from '../clock.ts';

const SAMPLES = 8;

export class RedisClock {
  readonly #time: Pick<TimeSource, 'monotonic'>;
  #offsets: number[] = [];
  #offset = 0;
  #latest = 0;

  constructor(time: Pick<TimeSource, 'monotonic'>) {
    this.#time = time;
  }

  /**
   * Whole ms. Behind Redis's own by at most the way of the fastest of the last measurements, so that an entry never
   * gets a time before the moment it was sent; and not behind any entry that was seen.
   */
  now(): number {
    this.#latest = Math.max(this.#latest, Math.floor(this.#time.monotonic() + this.#offset));
    return this.#latest;
  }

  /** Redis said just now that it was `redisMs`: it is at least that by now. */
  measured(redisMs: number): void {
    this.#offsets = [...this.#offsets.slice(1 - SAMPLES), redisMs - this.#time.monotonic()];
    this.#offset = Math.max(...this.#offsets);
  }

  /** An entry has this time. */
  saw(at: number): void {
    this.#latest = Math.max(this.#latest, at);
  }

  /** Another Redis may have taken over, with a clock of its own. */
  forget(): void {
    this.#offsets = [];
  }
}
