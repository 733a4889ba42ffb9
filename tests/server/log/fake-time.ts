// A source of time that a test moves by hand, its wall apart from its monotonic clock.
import type { TimeSource } from '../../../server/src/log/clock.ts';

export class FakeTime implements TimeSource {
  #wall = Date.UTC(2026, 0, 1);
  #monotonic = 1234.5;

  wall = (): number => this.#wall;
  monotonic = (): number => this.#monotonic;

  pass(ms: number): void {
    this.#wall += ms;
    this.#monotonic += ms;
  }

  /** Somebody sets the time of day. */
  setWall(ms: number): void {
    this.#wall = ms;
  }
}
