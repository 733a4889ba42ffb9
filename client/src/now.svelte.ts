// The room's time as state: while something on the page reads it, it moves with every frame.
import { createSubscriber } from 'svelte/reactivity';
import type { RoomClock } from './clock.ts';

export class Now {
  readonly #clock: RoomClock;
  readonly #subscribe = createSubscriber((update) => {
    let frame = requestAnimationFrame(function tick() {
      update();
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  });

  constructor(clock: RoomClock) {
    this.#clock = clock;
  }

  /** ms of the room's clock. */
  get ms(): number {
    this.#subscribe();
    return this.#clock.now();
  }
}

/** How much of a span is left at `now`, from 1 to 0. */
export const shareLeft = (from: number, to: number, now: number): number =>
  to <= from ? 0 : Math.min(1, Math.max(0, (to - now) / (to - from)));

/** Whole seconds until `at`, counted the way people count down: 3, 2, 1, and 0 when it is there. */
export const secondsUntil = (at: number, now: number): number => Math.max(0, Math.ceil((at - now) / 1000));
