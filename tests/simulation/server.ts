// One life of the server: the shipped rooms and handlers on a clock, timers and a disk of the simulation, until it dies.
import { clientEvents, LIMITS, refused } from '@oneliner/shared';
import type { ClientEventName, Reply } from '@oneliner/shared';
import * as v from 'valibot';
import { startClock } from '../../server/src/log/clock.ts';
import type { Fleet } from '../../server/src/log/fleet.ts';
import type { RoomLog } from '../../server/src/log/room-log.ts';
import type { Room } from '../../server/src/rooms/room.ts';
import { Rooms } from '../../server/src/rooms/rooms.ts';
import { createHandlers } from '../../server/src/web/events.ts';
import type { Caller } from '../../server/src/web/events.ts';
import type { PrepareQuiz } from '../../server/src/web/host-command.ts';
import { Bucket } from '../../server/src/web/throttle.ts';
import type { Hours } from '../server/hours.ts';
import { openMemoryHome } from '../server/log/memory-disk.ts';
import type { MemoryDisk } from '../server/log/memory-disk.ts';
import { ServersDisk } from './disk.ts';
import type { DiskWeather } from './disk.ts';
import type { Dice } from './dice.ts';
import type { Wire } from './wire.ts';

export type Handlers = Record<
  ClientEventName,
  (caller: Caller, message: unknown, receivedAt: number) => Promise<Reply>
>;

export interface ServerParts {
  name: string;
  hours: Hours;
  kept: MemoryDisk;
  /** The time of the kept disk's last entry. */
  lastAt: number;
  weather: DiskWeather;
  dice: Dice;
  /** By how much the wall's clock is off. */
  wall: number;
  prepareQuiz: PrepareQuiz;
  fleet: Pick<Fleet, 'living'>;
  onCommit(side: 'before' | 'after'): void;
  /** A planted bug may stand between the handlers and the network. */
  plant(handlers: Handlers, later: Hours['later']): Handlers;
}

const RATE = { burst: LIMITS.eventsBurst, perSecond: LIMITS.eventsPerSecond };

export class Server {
  readonly rooms: Rooms;
  readonly name: string;
  readonly now: () => number;
  readonly #log: RoomLog;
  readonly #handlers: Handlers;
  readonly #buckets = new Map<Wire, Bucket>();
  readonly #disk: ServersDisk;
  #isAlive = true;
  #isReached = true;

  constructor({ hours, kept, name, lastAt, wall, plant, prepareQuiz, fleet, ...parts }: ServerParts) {
    const later: Hours['later'] = (ms, action) =>
      hours.later(ms, () => {
        if (this.#isAlive) action();
      });
    const disk = new ServersDisk({
      ...parts,
      kept,
      later,
      now: hours.now,
      isAlive: () => this.#isAlive,
      isReached: () => this.#isReached,
    });
    this.#disk = disk;
    this.name = name;
    const ownClock = startClock({ wall: () => hours.now() + wall, monotonic: hours.now }, lastAt);
    this.now = kept.isShared ? () => Math.floor(hours.now()) : ownClock;
    const { log, shelf } = openMemoryHome(this.now, later, disk);
    this.#log = log;
    this.rooms = new Rooms({
      log,
      shelf,
      fleet,
      later,
      serverId: name,
      newCode: () => 'ACDEFG',
      keepMs: 24 * 3_600_000,
      note: () => undefined,
    });
    void this.rooms.keepTidy();
    const handlers = createHandlers({ rooms: this.rooms, now: this.now, later, prepareQuiz, receipts: null });
    this.#handlers = plant(handlers as Handlers, later);
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Whether it and the log hear each other. */
  get isReached(): boolean {
    return this.#isReached;
  }

  cutOff(): void {
    this.#isReached = false;
  }

  reachAgain(): void {
    this.#isReached = true;
    this.#disk.healed();
  }

  /** As the socket's edge does: bounded, parsed, handled. */
  async answer(wire: Wire, event: ClientEventName, message: object, receivedAt: number): Promise<Reply> {
    const seconds = this.#bucketOf(wire).take();
    if (seconds > 0) return refused({ name: 'too-many', seconds });
    return this.#handlers[event](wire.caller, v.parse(clientEvents[event], message), receivedAt);
  }

  /** The room in its memory, if it has it open. */
  async find(code: string): Promise<Room | null> {
    const found = await this.rooms.find(code);
    return found.ok ? found.room : null;
  }

  /** Nothing that it had planned happens any more. */
  kill(): void {
    this.#isAlive = false;
  }

  /** As at SIGTERM: tells everybody, and commits what it was given. */
  async stop(): Promise<void> {
    await this.rooms.stop();
    await this.#log.close();
  }

  #bucketOf(wire: Wire): Bucket {
    const bucket = this.#buckets.get(wire) ?? new Bucket(RATE, this.now);
    this.#buckets.set(wire, bucket);
    return bucket;
  }
}
