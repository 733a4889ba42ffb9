// The room's time as state: while something on the page reads it, it moves with every frame.
import { createSubscriber } from 'svelte/reactivity';
import type { RoomClock } from './clock.ts';

export class Now {
  readonly #clock: RoomClock;
  readonly #isOnline: () => boolean;
  readonly #subscribe = createSubscriber((update) => {
    let frame = requestAnimationFrame(function tick() {
      update();
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  });

  #last: number | null = null;

  /**
   * @param isOnline whether the page hears of what happens; while it does not, time stands still on it: the game may
   *   have stopped, and a clock that runs out would say what nobody knows.
   */
  constructor(clock: RoomClock, isOnline: () => boolean = () => true) {
    this.#clock = clock;
    this.#isOnline = isOnline;
  }

  /** ms of the room's clock. */
  get ms(): number {
    this.#subscribe();
    if (this.#last === null || this.#isOnline()) this.#last = this.#clock.now();
    return this.#last;
  }
}

/** How much of a span is left at `now`, from 1 to 0. */
export const shareLeft = (from: number, to: number, now: number): number =>
  to <= from ? 0 : Math.min(1, Math.max(0, (to - now) / (to - from)));

/** Whole seconds until `at`, counted the way people count down: 3, 2, 1, and 0 when it is there. */
export const secondsUntil = (at: number, now: number): number => Math.max(0, Math.ceil((at - now) / 1000));
