// A network in memory between the shipped client and the shipped server: late, cut and in order, as a seed decides.
import { clientEvents } from '@oneliner/shared';
import type { ClientEventName, Reply } from '@oneliner/shared';
import * as v from 'valibot';
import type { Dial, LineEvents } from '../../client/src/transport.ts';
import type { PushName, Pushed, Line as RoomLine } from '../../server/src/rooms/line.ts';
import { createHandlers } from '../../server/src/web/events.ts';
import type { Caller } from '../../server/src/web/events.ts';
import type { Hours } from '../server/hours.ts';
import type { House } from '../server/rooms/house.ts';

/** Numbers from 0 to 1, the same for the same seed. Source: mulberry32 by Tommy Ettinger, public domain. */
export const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** One TCP connection: both ends, what is under way between them, and whether it still carries. */
class Wire implements RoomLine {
  readonly id: string;
  readonly channels = new Set<string>();
  readonly #network: Network;
  readonly #client: LineEvents;
  #carries = true;
  #arrivesAt = { up: 0, down: 0 };
  caller: Caller = { line: this, address: '10.0.0.1', room: null, credit: () => 0 };

  constructor(network: Network, id: string, client: LineEvents) {
    this.#network = network;
    this.id = id;
    this.#client = client;
  }

  isOpen = (): boolean => this.#carries;
  enter = (channel: string): unknown => this.channels.add(channel);
  leave = (channel: string): unknown => this.channels.delete(channel);

  push<N extends PushName>(event: N, message: Pushed<N>): void {
    const copy = structuredClone(message);
    this.carry('down', () => {
      this.#client.heard(event, copy);
    });
  }

  /** Delivers after a while, never before what was sent earlier, and not at all once the wire is cut. */
  carry(way: 'up' | 'down', deliver: () => void): void {
    const { hours, random } = this.#network;
    const at = Math.max(this.#arrivesAt[way], hours.now() + 5 + random() * 200);
    this.#arrivesAt[way] = at;
    hours.later(at - hours.now(), () => {
      if (this.#carries) deliver();
    });
  }

  /** Both ends notice when they notice. */
  cut(): void {
    if (!this.#carries) return;
    this.#carries = false;
    const { hours, random } = this.#network;
    hours.later(random() * 6_000, () => {
      this.#client.closed();
    });
    hours.later(random() * 9_000, () => this.caller.room?.detach(this));
  }

  /** The client hung up by itself. */
  hangUp(): void {
    this.#carries = false;
    this.#network.hours.later(20, () => this.caller.room?.detach(this));
  }
}

export class Network {
  readonly hours: Hours;
  readonly random: () => number;
  #wires = new Set<Wire>();
  #house: House;
  #isUp = true;
  #dialled = 0;

  constructor(house: House, random: () => number) {
    this.#house = house;
    this.hours = house.hours;
    this.random = random;
  }

  dial: Dial = (events) => {
    this.#dialled += 1;
    const wire = new Wire(this, `wire ${this.#dialled}`, events);
    const handlers = this.#handlers();
    if (!this.#isUp) this.hours.later(50, events.closed);
    else {
      this.#wires.add(wire);
      this.#house.lines.push(wire);
      wire.carry('down', events.opened);
    }
    return {
      send: (event, message, answered) => {
        wire.carry('up', () => {
          void this.#answer(handlers, wire, event, message).then((reply) => {
            wire.carry('down', () => {
              answered(reply);
            });
          });
        });
      },
      close: () => {
        this.#wires.delete(wire);
        wire.hangUp();
      },
    };
  };

  cutSome(share: number): void {
    for (const wire of this.#wires) {
      if (this.random() >= share) continue;
      this.#wires.delete(wire);
      wire.cut();
    }
  }

  /** The server's process is gone with all it had in memory; the disk is not. */
  kill(): void {
    this.#isUp = false;
    this.#house.kill();
    this.cutSome(1);
  }

  restart(): void {
    this.#house = this.#house.restarted();
    this.#isUp = true;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  get house(): House {
    return this.#house;
  }

  #handlers() {
    const { rooms } = this.#house;
    const prepareQuiz = () => Promise.resolve({ ok: false, refusal: { name: 'unknown-document' } } as const);
    return createHandlers({ rooms, now: this.hours.now, later: this.hours.later, prepareQuiz });
  }

  async #answer(
    handlers: ReturnType<typeof createHandlers>,
    wire: Wire,
    event: ClientEventName,
    message: object,
  ): Promise<Reply> {
    const parsed = v.parse(clientEvents[event], JSON.parse(JSON.stringify(message)));
    const handler = handlers[event] as (caller: Caller, message: unknown, at: number) => Promise<Reply>;
    return handler(wire.caller, parsed, this.hours.now());
  }
}
