// Notices within eight seconds that a line has died without a word, and measures the room's clock on the way.
import type { Reply } from '@oneliner/shared';
import type { RoomClock } from './clock.ts';
import type { After, Line } from './transport.ts';

/** Nothing heard for this long: ask. No answer for this long: the line is dead. */
const QUIET_MS = 4000;
const PATIENCE_MS = 4000;
/** On a phone that was just woken the answer is due sooner. */
const WOKEN_PATIENCE_MS = 1500;
const REMEASURE_MS = 20_000;
const FIRST_MEASUREMENTS = 4;

export class Pulse {
  readonly #line: Line;
  readonly #clock: RoomClock;
  readonly #after: After;
  readonly #died: () => void;
  #forgetWatch: () => void = () => {};
  #forgetMeasure: () => void = () => {};

  constructor(line: Line, clock: RoomClock, after: After, died: () => void) {
    this.#line = line;
    this.#clock = clock;
    this.#after = after;
    this.#died = died;
  }

  start(): void {
    this.#clock.forget();
    this.#measure(FIRST_MEASUREMENTS);
    this.heard();
  }

  stop(): void {
    this.#forgetWatch();
    this.#forgetMeasure();
  }

  /** Something came from the server: the line lives. */
  heard(): void {
    this.#watch(QUIET_MS, () => this.#probe(PATIENCE_MS));
  }

  /** Asks at once and waits less: the device may have slept. */
  woken(): void {
    this.#clock.forget();
    this.#probe(WOKEN_PATIENCE_MS);
  }

  #probe(patienceMs: number): void {
    this.#watch(patienceMs, this.#died);
    this.#ask();
  }

  /** Measures a few times in a row, then now and then. */
  #measure(times: number): void {
    this.#forgetMeasure = this.#after(REMEASURE_MS, () => this.#measure(1));
    this.#ask(() => {
      if (times > 1) this.#measure(times - 1);
    });
  }

  #ask(done: () => void = () => {}): void {
    const sentAt = this.#clock.here();
    this.#line.send('clock', {}, (answer) => {
      const reply = answer as Reply<{ now: number }>;
      this.heard();
      if (!reply.ok) return;
      this.#clock.measured(sentAt, reply.now);
      done();
    });
  }

  #watch(ms: number, run: () => void): void {
    this.#forgetWatch();
    this.#forgetWatch = this.#after(ms, run);
  }
}
