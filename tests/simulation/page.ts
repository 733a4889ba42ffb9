// One open page: the shipped connection on a device, and a diary of what it sent, was told and was shown.
import type { ClientEvent, ClientEventName, Reply, ServerToClient } from '@oneliner/shared';
import { RoomClock } from '../../client/src/clock.ts';
import { Connection } from '../../client/src/connection.ts';
import type { Attachment, Listeners, LineState, Surroundings } from '../../client/src/connection.ts';
import type { Device } from './device.ts';
import type { Dice } from './dice.ts';
import type { Network } from './network.ts';
import type { Plant } from './plants.ts';

/** A message, and its verdict once there is one. */
export interface Sending<N extends ClientEventName = ClientEventName> {
  event: N;
  message: ClientEvent<N>;
  reply: Reply | null;
}

export type ViewName = 'room' | 'me' | 'host' | 'host-people' | 'screen' | 'screen-people';
export type ViewOf<N extends ViewName> = Parameters<ServerToClient[N]>[0];

/** A view as it was shown. */
export interface Shown<N extends ViewName = ViewName> {
  event: N;
  view: ViewOf<N>;
}

export interface World {
  network: Network;
  plant: Plant;
}

const VIEWS: readonly ViewName[] = ['room', 'me', 'host', 'host-people', 'screen', 'screen-people'];

const connectAsShipped = (world: Surroundings, listeners: Listeners): Connection =>
  new Connection(world, listeners);

export class Page {
  readonly who: string;
  readonly clock: RoomClock;
  readonly sent: Sending[] = [];
  readonly shown: Shown[] = [];
  /** Called after a view was written down. */
  onView: (event: ViewName) => void = () => undefined;
  readonly #latest = new Map<ViewName, unknown>();
  readonly #connection: Connection;
  #line: LineState = 'offline';
  /** Why the page is over: a notice, a refusal, or that somebody closed it. */
  #end: string | null = null;

  /** @param who its owner, by whose name faults find it. */
  constructor({ network, plant }: World, who: string, device: Device, dice: Dice) {
    this.who = who;
    this.clock = new RoomClock(device.now);
    const surroundings = {
      dial: device.dial(network.dial(who)),
      after: device.after,
      clock: this.clock,
      random: dice.next,
    };
    this.#connection = (plant.connect ?? connectAsShipped)(surroundings, this.#listeners());
    this.#connection.start();
  }

  get end(): string | null {
    return this.#end;
  }

  get isOnline(): boolean {
    return this.#line === 'online' && this.#end === null;
  }

  latest<N extends ViewName>(event: N): ViewOf<N> | undefined {
    return this.#latest.get(event) as ViewOf<N> | undefined;
  }

  async send<N extends ClientEventName>(event: N, message: ClientEvent<N>): Promise<Reply> {
    const sending: Sending = { event, message, reply: null };
    this.sent.push(sending);
    sending.reply = await this.#connection.send(event, message);
    return sending.reply;
  }

  attachWith(attachment: Attachment, hasRole = false): void {
    this.#connection.attachWith(attachment, hasRole);
  }

  wake(): void {
    this.#connection.wake();
  }

  close(why: string): void {
    this.#end ??= why;
    this.#connection.stop();
  }

  #listeners(): Listeners {
    const views = VIEWS.map((event) => [
      event,
      (view: ViewOf<ViewName>) => {
        this.#see(event, view);
      },
    ]);
    return {
      ...(Object.fromEntries(views) as Listeners),
      line: (state) => {
        this.#line = state;
      },
      refused: ({ name }) => (this.#end ??= name),
      notice: (notice) => {
        if (notice !== 'stopping') this.#end ??= notice;
      },
    };
  }

  #see(event: ViewName, view: ViewOf<ViewName>): void {
    this.shown.push({ event, view });
    this.#latest.set(event, view);
    this.onView(event);
  }
}
