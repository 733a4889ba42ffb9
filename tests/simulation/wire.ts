// One TCP connection: both ends, what is under way between them, and whether it still carries.
import { TIMING } from '@oneliner/shared';
import type { ClientEventName, Reply } from '@oneliner/shared';
import type { LineEvents } from '../../client/src/transport.ts';
import type { Line as RoomLine, PushName, Pushed } from '../../server/src/rooms/line.ts';
import type { Caller } from '../../server/src/web/events.ts';
import type { Hours } from '../server/hours.ts';
import { isView } from './device.ts';
import type { Dice } from './dice.ts';
import type { Server } from './server.ts';

type Way = 'up' | 'down';

export interface WireParts {
  id: string;
  hours: Hours;
  dice: Dice;
  server: Server;
  client: LineEvents;
  lag: { least: number; more: number };
  /** Told of every message that reached the server; what is returned gets the answer. */
  onArrival(message: object, receivedAt: number): Arrival;
  onFault(error: unknown): void;
  /** Whether the page has another line by now. */
  hasSuccessor(): boolean;
}

/** A message that reached the server, by the server's clock, and what it answered if it lived to. */
export interface Arrival {
  receivedAt: number;
  reply: Reply | null;
  /** By the world's clock. */
  repliedAt: number;
}

export class Wire implements RoomLine {
  readonly id: string;
  readonly caller: Caller;
  readonly #parts: WireParts;
  readonly #arrivesAt = { up: 0, down: 0 };
  readonly #stalledUntil = { up: 0, down: 0 };
  readonly #carries = { up: true, down: true };
  #isOpen = true;
  #isHeard = true;

  constructor(parts: WireParts) {
    this.#parts = parts;
    this.id = parts.id;
    const credit = Math.min(TIMING.creditCapMs, parts.lag.least);
    this.caller = { line: this, address: '10.0.0.1', room: null, credit: () => credit };
  }

  /** What the server believes. */
  isOpen = (): boolean => this.#isOpen;

  push<N extends PushName>(event: N, message: Pushed<N>): void {
    if (!this.#parts.server.isAlive) return;
    const text = JSON.stringify(message);
    this.#carry('down', () => {
      const payload: unknown = JSON.parse(text);
      if (this.#isHeard || (isView(payload) && this.#parts.hasSuccessor()))
        this.#parts.client.heard(event, payload);
    });
  }

  get server(): Server {
    return this.#parts.server;
  }

  connect(): void {
    const { client } = this.#parts;
    this.#carry('down', client.opened);
  }

  send(event: ClientEventName, message: object, answered: (reply: unknown) => void): void {
    const { server, onArrival, onFault } = this.#parts;
    this.#carry('up', () => {
      if (!server.isAlive || !this.#isOpen) return;
      const receivedAt = server.now();
      const arrival = onArrival(message, receivedAt);
      server.answer(this, event, message, receivedAt).then((reply) => {
        if (!server.isAlive) return;
        arrival.reply = reply;
        arrival.repliedAt = this.#parts.hours.now();
        const text = JSON.stringify(reply);
        this.#carry('down', () => {
          if (this.#isHeard) answered(JSON.parse(text));
        });
      }, onFault);
    });
  }

  /** Nothing arrives for `ms`; what was under way comes after that, in order. */
  stall(way: Way, ms: number): void {
    this.#stalledUntil[way] = this.#parts.hours.now() + ms;
  }

  /** It takes nothing any more; both ends notice when they notice. What `lingers` down the line still arrives. */
  cut(client: number, server: number, lingers = false): void {
    if (!this.#carries.up) return;
    this.#carries.up = false;
    this.#carries.down = lingers;
    const { hours, client: page } = this.#parts;
    hours.later(client, () => {
      this.#carries.down = false;
      if (this.#isHeard) page.closed();
    });
    hours.later(server, () => {
      this.#endAtServer();
    });
  }

  /**
   * The page let go of it. Words for the page end here; but a view that is under way still comes if the page has
   * another line by then, as it would from a server that is behind: only its version says that it is old.
   */
  letGo(): void {
    this.#isHeard = false;
    this.#carry('up', () => {
      this.#endAtServer();
    });
  }

  /** The server ends it; the page hears so in its time. */
  hangUp(): void {
    if (!this.#isOpen) return;
    this.#endAtServer();
    this.#carry('down', () => {
      this.#carries.up = false;
      this.#carries.down = false;
      if (this.#isHeard) this.#parts.client.closed();
    });
  }

  #endAtServer(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (this.#parts.server.isAlive) this.caller.room?.detach(this);
  }

  /** Delivers after a while, never before what was sent earlier, and not at all once the wire is cut. */
  #carry(way: Way, deliver: () => void): void {
    const { hours, dice, lag } = this.#parts;
    const at = Math.max(this.#arrivesAt[way], hours.now() + lag.least + dice.between(0, lag.more));
    this.#arrivesAt[way] = at;
    this.#deliver(way, at - hours.now(), deliver);
  }

  #deliver(way: Way, ms: number, deliver: () => void): void {
    const { hours } = this.#parts;
    hours.later(ms, () => {
      const wait = this.#stalledUntil[way] - hours.now();
      if (wait > 0) this.#deliver(way, wait, deliver);
      else if (this.#carries[way]) deliver();
    });
  }
}
