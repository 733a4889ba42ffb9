// The connection of a real page in a real browser, with its line and its last notice as state to draw from.
import type { Notice } from '@oneliner/shared';
import { RoomClock } from './clock.ts';
import { Connection } from './connection.ts';
import type { LineState, Listeners } from './connection.ts';
import { dialSocket } from './socket.ts';
import type { After } from './transport.ts';
import { onWakeUps } from './wake-ups.ts';

const after: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export class Live {
  readonly clock = new RoomClock(() => Date.now());
  readonly connection: Connection;
  #line = $state<LineState>('connecting');
  #notice = $state<Notice | null>(null);

  /** @param listeners what the page does with what arrives; it may leave out `line` and `notice`. */
  constructor(listeners: Listeners) {
    const world = { dial: dialSocket, after, clock: this.clock, random: Math.random };
    this.connection = new Connection(world, {
      ...listeners,
      line: (state) => {
        this.#line = state;
        if (state === 'online') this.#notice = null;
        listeners.line?.(state);
      },
      notice: (notice) => {
        this.#notice = notice;
        listeners.notice?.(notice);
      },
    });
  }

  get line(): LineState {
    return this.#line;
  }

  /** Why the page lost its role, or that the server stops; null while all is well. */
  get notice(): Notice | null {
    return this.#notice;
  }

  /** Dials, now or again after a notice; the function returned ends it. */
  start(): () => void {
    this.#notice = null;
    this.connection.start();
    const forgetWakeUps = onWakeUps(() => this.connection.wake());
    return () => {
      forgetWakeUps();
      this.connection.stop();
    };
  }

  /** Takes the role back on this page after another one had it. */
  again(): void {
    this.#notice = null;
    this.connection.start();
  }
}
