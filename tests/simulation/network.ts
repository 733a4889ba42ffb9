// The network between the pages, the servers and their log: dials, cuts, stalls, partitions, and the servers' deaths and returns.
import type { Dial } from '../../client/src/transport.ts';
import { MemoryDisk } from '../server/log/memory-disk.ts';
import { SharedDisk } from '../server/log/shared-disk.ts';
import { Hours } from '../server/hours.ts';
import { questions } from '../server/game/table.ts';
import type { DiskWeather } from './disk.ts';
import { Dice } from './dice.ts';
import type { Fault, KillMoment, Plan } from './plan.ts';
import type { Plant } from './plants.ts';
import { Server } from './server.ts';
import { Wire } from './wire.ts';
import type { Arrival } from './wire.ts';

/** How long a server may be silent before others take it for dead. */
const DEAD_AFTER_MS = 5000;

/** What a server held in memory when it died. */
export interface Remains {
  seq: number;
  state: string;
}

export class Network {
  readonly hours = new Hours();
  readonly kept: MemoryDisk;
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
  /** By their seats; a dead one keeps its seat until the next takes it. */
  readonly #servers: Server[] = [];
  readonly #silentSince = new Map<string, number>();
  #started = 0;
  #dialled = 0;
  #wall = 0;
  #killAt: { seat: number; side: 'before' | 'after'; kill: () => void } | null = null;

  constructor(plan: Plan, plant: Plant) {
    this.#plan = plan;
    this.#plant = plant;
    this.#dice = new Dice(`network ${plan.seed}`);
    this.weather = { isFull: false, isLying: false, each: 0, more: plan.diskMs };
    this.kept = plan.servers > 1 ? new SharedDisk(this.hours.now) : new MemoryDisk();
    for (let seat = 0; seat < plan.servers; seat += 1) this.#start(seat, 0);
  }

  get living(): Server[] {
    return this.#servers.filter(({ isAlive }) => isAlive);
  }

  /** Any server that is up, or else the first. */
  get server(): Server {
    return (this.living[0] ?? this.#servers[0]) as Server;
  }

  /** Who dials is known by name, so that a fault can mean them. */
  dial = (who: string): Dial => {
    let latest: Wire | null = null;
    return (client) => {
      this.#dialled += 1;
      const { hours } = this;
      const server = this.#drawn(who);
      if (!server) {
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

  /** A death that waits for a commit comes no more. */
  spareAll(): void {
    this.#killAt = null;
  }

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
        this.#die(fault.server, fault.when, fault.down);
        return;
      case 'stop':
        this.#stop(fault.server, fault.down);
        return;
      case 'partition':
        this.#cutOff(fault.server, fault.ms);
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

  /** What a balancer does: any server that is up. */
  #drawn(who: string): Server | undefined {
    const { living } = this;
    if (living.length < 2) return living[0];
    return living[this.#dice.of(`${who}, dial ${this.#dialled}`).whole(0, living.length - 1)];
  }

  #die(seat: number, when: KillMoment, down: number): void {
    const kill = (): void => {
      this.#killAt = null;
      if (this.#servers[seat]?.isAlive) this.#kill(seat, down);
    };
    if (when === 'now') kill();
    else this.#killAt = { seat, side: when === 'before a commit' ? 'before' : 'after', kill };
  }

  #kill(seat: number, down: number): void {
    const server = this.#servers[seat];
    if (!server) return;
    const { hours } = this;
    const dice = this.#dice.of(`death of ${server.name}`);
    server.kill();
    this.#silentSince.set(server.name, hours.now());
    void server.find(this.code).then((room) => {
      if (room) this.remains.push({ seq: room.state.version[1], state: JSON.stringify(room.state) });
    });
    for (const wire of this.#meant('all'))
      if (wire.server === server) wire.cut(dice.between(0, 6_000), 0, dice.chance(0.5));
    hours.later(down, () => this.#restart(seat));
  }

  #stop(seat: number, down: number): void {
    const server = this.#servers[seat];
    if (!server?.isAlive) return;
    void server.stop().then(() => {
      if (server.isAlive) this.#kill(seat, down);
    });
  }

  #cutOff(seat: number, ms: number): void {
    const server = this.#servers[seat];
    if (!server?.isReached) return;
    server.cutOff();
    this.#silentSince.set(server.name, this.hours.now());
    this.hours.later(ms, () => {
      server.reachAgain();
      if (server.isAlive) this.#silentSince.delete(server.name);
    });
  }

  #restart(seat: number): void {
    void this.kept.list().then((rooms) => {
      this.#start(seat, Math.max(0, ...rooms.map(({ lastAt }) => lastAt)));
    });
  }

  /** A successor knows that who had its seat is dead; of others it takes a while until their silence tells. */
  #isThoughtAlive(name: string): boolean {
    const since = this.#silentSince.get(name);
    return since === undefined || this.hours.now() - since < DEAD_AFTER_MS;
  }

  #start(seat: number, lastAt: number): void {
    this.#started += 1;
    const { hours, kept, weather } = this;
    const before = this.#servers[seat];
    if (before) this.#silentSince.set(before.name, -Infinity);
    const server: Server = new Server({
      name: `server ${this.#started}`,
      hours,
      kept,
      lastAt,
      weather,
      dice: this.#dice.of(`server ${this.#started}`),
      wall: this.#wall,
      prepareQuiz: ({ documentId, count }) =>
        Promise.resolve({ ok: true, title: documentId, questions: questions(count, 1) }),
      fleet: {
        living: (ids) => {
          const isSure = server.isReached;
          return Promise.resolve(new Set(ids.filter((id) => !isSure || this.#isThoughtAlive(id))));
        },
      },
      onCommit: (side) => {
        if (this.#killAt?.side === side && this.#servers[this.#killAt.seat] === server) this.#killAt.kill();
      },
      plant: this.#plant.handlers ?? ((handlers) => handlers),
    });
    this.#servers[seat] = server;
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
