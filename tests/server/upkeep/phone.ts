// A phone on the shipped connection over a real socket, which keeps the newest view that it was shown.
import type { RoomView } from '@oneliner/shared';
import { io } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import { RoomClock } from '../../../client/src/clock.ts';
import { Connection } from '../../../client/src/connection.ts';
import type { Dial } from '../../../client/src/transport.ts';

const dialTo =
  (origin: string): Dial =>
  (events) => {
    const socket = io(origin, {
      transports: ['websocket'],
      extraHeaders: { origin },
      reconnection: false,
      forceNew: true,
    });
    socket.on('connect', () => {
      events.opened();
    });
    for (const end of ['connect_error', 'disconnect'])
      socket.on(end, () => {
        events.closed();
      });
    socket.onAny((event: string, message: unknown) => {
      events.heard(event, message);
    });
    return {
      send: (event, message, answered) => socket.emit(event, message, answered),
      close: () => {
        socket.off();
        socket.offAny();
        socket.disconnect();
      },
    };
  };

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => {
    clearTimeout(timer);
  };
};

export class Phone {
  /** What it shows. */
  room: RoomView | null = null;
  readonly #connection: Connection;
  readonly #secret = 's'.repeat(22);

  constructor(origin: string) {
    const world = {
      dial: dialTo(origin),
      after,
      clock: new RoomClock(() => performance.now()),
      random: () => 0.5,
    };
    this.#connection = new Connection(world, { room: (view) => (this.room = view) });
    this.#connection.start();
    onTestFinished(() => {
      this.#connection.stop();
    });
  }

  /** Joins, and takes up its seat again on every line from now on. */
  async join(code: string, name: string): Promise<void> {
    const joined = await this.#connection.send('join', { code, name, secret: this.#secret });
    if (!joined.ok) throw new Error(`${name} was refused: ${joined.refusal.name}`);
    this.#connection.attachWith({ event: 'resume', message: { code, secret: this.#secret } }, true);
  }
}
