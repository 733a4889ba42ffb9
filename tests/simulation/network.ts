// The network between the pages and whichever server is up: dials, cuts, stalls, and the server's deaths and returns.
import type { Dial } from '../../client/src/transport.ts';
import { MemoryDisk } from '../server/log/memory-disk.ts';
import { Hours } from '../server/hours.ts';
import { questions } from '../server/game/table.ts';
import type { DiskWeather } from './disk.ts';
import { Dice } from './dice.ts';
import type { Fault, KillMoment, Plan } from './plan.ts';
import type { Plant } from './plants.ts';
import { Server } from './server.ts';
import { Wire } from './wire.ts';
import type { Arrival } from './wire.ts';

/** What a server held in memory when it died. */
export interface Remains {
  seq: number;
  state: string;
}

export class Network {
  readonly hours = new Hours();
  readonly kept = new MemoryDisk();
  readonly weather: DiskWeather;
  /** Every message that reached a server, by the object that the page sent, again and again. */
  readonly arrivals = new Map<object, Arrival[]>();
  readonly remains: Remains[] = [];
  /** What must never happen, and did. */
  readonly faults: string[] = [];
  readonly #plan: Plan;
  readonly #plant: Plant;
  readonly #dice: Dice;
  readonly #wires = new Map<string, Set<Wire>>();
  readonly code = 'ACDEFG';
  #server: Server;
  #servers = 0;
  #dialled = 0;
  #wall = 0;
  #killAt: { side: 'before' | 'after'; kill: () => void } | null = null;

  constructor(plan: Plan, plant: Plant) {
    this.#plan = plan;
    this.#plant = plant;
    this.#dice = new Dice(`network ${plan.seed}`);
    this.weather = { isFull: false, isLying: false, each: 0, more: plan.diskMs };
    this.#server = this.#start(0);
  }

  get server(): Server {
    return this.#server;
  }

  /** Who dials is known by name, so that a fault can mean them. */
  dial = (who: string): Dial => {
    let latest: Wire | null = null;
    return (client) => {
      this.#dialled += 1;
      const { hours } = this;
      const server = this.#server;
      if (!server.isAlive) {
        const close = hours.later(50, () => {
          client.closed();
        });
        return { send: () => undefined, close };
      }
      const wire: Wire = new Wire({
        id: `${server.name}:wire ${this.#dialled}`,
        hours,
        dice: this.#dice.of(`${who}, wire ${this.#dialled}`),
        server,
        client,
        lag: this.#plan.lag,
        onArrival: (message, receivedAt) => this.#noteArrival(message, receivedAt),
        onFault: (error) => {
          this.faults.push(
            `the server threw ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
          );
        },
        hasSuccessor: () => latest !== null && latest !== wire,
      });
      latest = wire;
      this.#wiresOf(who).add(wire);
      wire.connect();
      return {
        send: (event, message, answered) => {
          wire.send(event, message, answered);
        },
        close: () => {
          this.#wiresOf(who).delete(wire);
          if (latest === wire) latest = null;
          wire.letGo();
        },
      };
    };
  };

  /** Lets a fault of the plan happen, now. */
  strike(fault: Fault): void {
    switch (fault.fault) {
      case 'cut':
        for (const wire of this.#meant(fault.who)) wire.cut(fault.client, fault.server);
        return;
      case 'stall':
        for (const wire of this.#meant(fault.who)) wire.stall(fault.way, fault.ms);
        return;
      case 'kill':
        this.#wall += fault.wall;
        this.#die(fault.when, fault.down);
        return;
      case 'stop':
        this.#stop(fault.down);
        return;
      default:
        this.#spoilDisk(fault);
    }
  }

  #spoilDisk(fault: Extract<Fault, { fault: 'full' | 'lying' | 'slow' }>): void {
    const { weather, hours } = this;
    if (fault.fault === 'full') weather.isFull = true;
    if (fault.fault === 'lying') weather.isLying = true;
    if (fault.fault === 'slow') weather.each = fault.each;
    hours.later(fault.ms, () => {
      if (fault.fault === 'full') weather.isFull = false;
      if (fault.fault === 'lying') weather.isLying = false;
      if (fault.fault === 'slow') weather.each = 0;
    });
  }

  #die(when: KillMoment, down: number): void {
    const kill = (): void => {
      this.#killAt = null;
      if (this.#server.isAlive) this.#kill(down);
    };
    if (when === 'now') kill();
    else this.#killAt = { side: when === 'before a commit' ? 'before' : 'after', kill };
  }

  #kill(down: number): void {
    const { hours } = this;
    const dice = this.#dice.of(`death of ${this.#server.name}`);
    this.#server.kill();
    void this.#server.find(this.code).then((room) => {
      if (room) this.remains.push({ seq: room.state.version[1], state: JSON.stringify(room.state) });
    });
    for (const wire of this.#meant('all')) wire.cut(dice.between(0, 6_000), 0, dice.chance(0.5));
    hours.later(down, () => this.#restart());
  }

  #stop(down: number): void {
    const server = this.#server;
    if (!server.isAlive) return;
    void server.stop().then(() => {
      if (server.isAlive) this.#kill(down);
    });
  }

  #restart(): void {
    void this.kept.list().then((rooms) => {
      this.#server = this.#start(Math.max(...rooms.map(({ lastAt }) => lastAt)));
    });
  }

  #start(lastAt: number): Server {
    this.#servers += 1;
    const { hours, kept, weather } = this;
    return new Server({
      name: `server ${this.#servers}`,
      hours,
      kept,
      lastAt,
      weather,
      dice: this.#dice.of(`server ${this.#servers}`),
      wall: this.#wall,
      prepareQuiz: ({ documentId, count }) =>
        Promise.resolve({ ok: true, title: documentId, questions: questions(count, 1) }),
      onCommit: (side) => {
        if (this.#killAt?.side === side) this.#killAt.kill();
      },
      plant: this.#plant.handlers ?? ((handlers) => handlers),
    });
  }

  #noteArrival(message: object, receivedAt: number): Arrival {
    const arrival = { receivedAt, reply: null, repliedAt: Infinity };
    const earlier = this.arrivals.get(message);
    if (earlier) earlier.push(arrival);
    else this.arrivals.set(message, [arrival]);
    return arrival;
  }

  #wiresOf(who: string): Set<Wire> {
    const wires = this.#wires.get(who) ?? new Set<Wire>();
    this.#wires.set(who, wires);
    return wires;
  }

  #meant(who: string): Wire[] {
    const groups = who === 'all' ? [...this.#wires.values()] : [this.#wiresOf(who)];
    return groups.flatMap((wires) => [...wires]);
  }
}
