// One connection from its first event to its end: every event is bounded and parsed by the contract before it is acted on.
import { clientEvents, LIMITS, refused } from '@oneliner/shared';
import type { ClientEventName, Reply } from '@oneliner/shared';
import type { Logger } from 'pino';
import * as v from 'valibot';
import type { Meter } from '../metrics/meter.ts';
import type { Later } from '../rooms/line.ts';
import type { Caller } from './events.ts';
import { measureSocket, socketLine } from './socket-line.ts';
import type { GameSocket } from './socket-line.ts';
import { createBucket } from './throttle.ts';

type Handler = (caller: Caller, message: unknown, receivedAt: number) => Promise<Reply>;
export type Handlers = Record<ClientEventName, Handler>;

export interface Serving {
  handlers: Handlers;
  /** The name under which this server appends. */
  serverId: string;
  /** The log's clock. */
  now(): number;
  later: Later;
  meter: Pick<Meter, 'replied'>;
  logger: Logger;
}

type Answer = (event: ClientEventName, message: unknown) => Promise<Reply>;

const isKnown = (event: string): event is ClientEventName => Object.hasOwn(clientEvents, event);
const RATE = { burst: LIMITS.eventsBurst, perSecond: LIMITS.eventsPerSecond };

/** Answers all that comes over a socket, for as long as it is open. */
export function serveSocket(socket: GameSocket, address: string, serving: Serving): Caller {
  const { serverId, now, later } = serving;
  const line = socketLine(socket, serverId);
  const trips = measureSocket(socket, now);
  const caller: Caller = { line, address, room: null, credit: () => trips.credit() };
  const endWatch = watchIdle(socket, caller, later);
  answerEvents(socket, answering(caller, serving), serving.meter);
  socket.on('disconnect', () => {
    endWatch();
    caller.room?.detach(line);
    // Who only takes leave by word would keep a line to which no limit of time applies any more.
    socket.conn.close();
  });
  return caller;
}

/** What becomes of an event of this caller; never rejects. */
function answering(caller: Caller, { handlers, now, logger }: Serving): Answer {
  const bucket = createBucket(RATE, now);
  return async (event, message) => {
    try {
      const receivedAt = now();
      const seconds = bucket.take();
      if (seconds > 0) return refused({ name: 'too-many', seconds });
      const parsed = v.safeParse(clientEvents[event], message);
      if (!parsed.success) return refused('malformed');
      return await handlers[event](caller, parsed.output, receivedAt);
    } catch (error) {
      logger.error({ err: error, event, room: caller.room?.code }, 'an event failed');
      return refused('fault');
    }
  };
}

/** Gives each event of the contract its answer; one that waits for none is nothing. */
function answerEvents(socket: GameSocket, answer: Answer, meter: Serving['meter']): void {
  // One listener for all of them: a dozen for each of thousands of connections would be a good part of its memory.
  socket.onAny((event: string, message: unknown, ack: unknown) => {
    if (!isKnown(event) || typeof ack !== 'function') return;
    const begun = performance.now();
    void answer(event, message).then((reply) => {
      (ack as (reply: Reply) => void)(reply);
      meter.replied(event, reply, (performance.now() - begun) / 1000);
    });
  });
}

/** Hangs up when it finds a page without a role, looking now and then; the function returned ends that. */
function watchIdle(socket: GameSocket, caller: Caller, later: Later): () => void {
  let callOff = (): void => undefined;
  const look = (): void => {
    callOff = later(LIMITS.secondsWithoutRole * 1000, () => {
      if (caller.room?.whoIs(caller.line)) look();
      else socket.conn.close();
    });
  };
  look();
  return () => {
    callOff();
  };
}
