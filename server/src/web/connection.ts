// One connection from its first event to its end: every event is bounded and parsed by the contract before it is acted on.
import { clientEvents, LIMITS, refused } from '@oneliner/shared';
import type { ClientEventName, Reply } from '@oneliner/shared';
import type { Logger } from 'pino';
import * as v from 'valibot';
import type { Meter } from '../metrics/meter.ts';
import type { Line } from '../rooms/line.ts';
import type { Room } from '../rooms/room.ts';
import type { Caller } from './events.ts';
import { hearEvents } from './incoming.ts';
import { RoundTrips } from './round-trips.ts';
import { SocketLine } from './socket-line.ts';
import type { GameSocket } from './socket-line.ts';
import { Bucket } from './throttle.ts';

type Handler = (caller: Caller, message: unknown, receivedAt: number) => Promise<Reply>;
export type Handlers = Record<ClientEventName, Handler>;

export interface Serving {
  handlers: Handlers;
  /** The name under which this server appends. */
  serverId: string;
  /** The log's clock. */
  now(): number;
  meter: Pick<Meter, 'replied'>;
  logger: Logger;
}

const RATE = { burst: LIMITS.eventsBurst, perSecond: LIMITS.eventsPerSecond };

/** Answers all that comes over a socket, for as long as it is open. A class, as there are thousands of connections. */
export class Connection implements Caller {
  readonly line: Line;
  readonly address: string;
  room: Room | null = null;
  readonly #socket: GameSocket;
  readonly #serving: Serving;
  readonly #trips: RoundTrips;
  readonly #bucket: Bucket;
  /** The last moment at which it was seen to have a role, or to have come. */
  #hadRoleAt: number;

  /** @param openedAt when the line was opened, to which its page's first word was the answer */
  constructor(socket: GameSocket, address: string, openedAt: number, serving: Serving) {
    this.line = new SocketLine(socket, serving.serverId);
    this.address = address;
    this.#socket = socket;
    this.#serving = serving;
    this.#trips = new RoundTrips(serving.now, openedAt);
    this.#bucket = new Bucket(RATE, serving.now);
    this.#hadRoleAt = serving.now();
    this.#listen();
  }

  credit(): number {
    return this.#trips.credit();
  }

  /** To be called when it has left. */
  end(): void {
    this.room?.detach(this.line);
    // Who only takes leave by word would keep a line to which no limit of time applies any more.
    this.line.hangUp();
  }

  #listen(): void {
    hearEvents(this.#socket, (event, message, answer) => {
      this.#hear(event, message, answer);
    });
    this.#socket.conn.on('packetCreate', ({ type }: { type: string }) => {
      if (type === 'ping') this.#trips.beat();
    });
    this.#socket.conn.on('heartbeat', () => {
      this.#trips.beatAnswered();
      this.#hangUpIfIdle();
    });
  }

  #hear(event: ClientEventName, message: unknown, answer: (reply: Reply) => void): void {
    const begun = performance.now();
    void this.#answer(event, message).then((reply) => {
      answer(reply);
      this.#serving.meter.replied(event, reply, (performance.now() - begun) / 1000);
    });
  }

  /** What becomes of an event; never rejects. */
  async #answer(event: ClientEventName, message: unknown): Promise<Reply> {
    const { handlers, now, logger } = this.#serving;
    try {
      const receivedAt = now();
      const seconds = this.#bucket.take();
      if (seconds > 0) return refused({ name: 'too-many', seconds });
      const parsed = v.safeParse(clientEvents[event], message);
      if (!parsed.success) return refused('malformed');
      return await handlers[event](this, parsed.output, receivedAt);
    } catch (error) {
      logger.error({ err: error, event, room: this.room?.code }, 'an event failed');
      return refused('fault');
    }
  }

  /** Looks with every heartbeat, as a timer for each of thousands of connections would cost more. */
  #hangUpIfIdle(): void {
    const now = this.#serving.now();
    if (this.room?.whoIs(this.line)) this.#hadRoleAt = now;
    else if (now - this.#hadRoleAt >= LIMITS.secondsWithoutRole * 1000) this.line.hangUp();
  }
}
