// The socket's edge: who may connect, how much may be sent, and every event parsed by the contract before it is acted on.
import type { Server as HttpServer } from 'node:http';
import { clientEvents, LIMITS, refused } from '@oneliner/shared';
import type { ClientEventName, Reply } from '@oneliner/shared';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import * as v from 'valibot';
import type { Meter, SocketRole } from '../metrics/meter.ts';
import { callerOf } from './caller.ts';
import { createHandlers } from './events.ts';
import type { Caller, EventParts } from './events.ts';
import { isAllowedOrigin } from './origin.ts';
import { cutSlowReaders } from './slow-readers.ts';
import { measureSocket, socketLine } from './socket-line.ts';
import type { GameServer } from './socket-line.ts';
import { createBucket } from './throttle.ts';

const EVENTS = Object.keys(clientEvents) as ClientEventName[];
const RATE = { burst: LIMITS.eventsBurst, perSecond: LIMITS.eventsPerSecond };

/** Opens the socket on the server that serves the pages: WebSocket only, small messages, our own pages alone. */
export function openSockets(server: HttpServer, publicUrl: string | null): GameServer {
  const io: GameServer = new Server(server, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: LIMITS.socketMessageBytes,
    perMessageDeflate: false,
    // A dead line is noticed after the two together, on both sides.
    pingInterval: 5000,
    pingTimeout: 4000,
    // It would only end its own side, and wait without limit for the other.
    destroyUpgrade: false,
    allowRequest: ({ headers }, decide) => {
      decide(null, isAllowedOrigin(headers.origin, publicUrl));
    },
  });
  server.on('upgrade', ({ url }, socket) => {
    if (!url?.startsWith(io.path())) socket.destroy();
  });
  cutSlowReaders(io);
  return io;
}

interface SocketParts extends EventParts {
  /** How many proxies of one's own name the address they were called from. */
  proxies: number;
  meter: Pick<Meter, 'replied'>;
}

type Handler = (caller: Caller, message: unknown, receivedAt: number) => Promise<Reply>;

/** How many of these connections have which role. */
export const rolesOf = (callers: Iterable<Caller>): Record<SocketRole, number> => {
  const roles: Record<SocketRole, number> = { player: 0, host: 0, screen: 0, none: 0 };
  for (const { room, line } of callers) roles[room?.whoIs(line)?.role ?? 'none'] += 1;
  return roles;
};

/** Answers every event of every connection, all of which it returns; no message can stop the process. */
export function answerSockets(
  io: GameServer,
  { proxies, meter, ...parts }: SocketParts,
  logger: Logger,
): ReadonlySet<Caller> {
  const handlers = createHandlers(parts) as Record<ClientEventName, Handler>;
  const callers = new Set<Caller>();
  io.on('connection', (socket) => {
    const line = socketLine(socket);
    const trips = measureSocket(socket, parts.now, parts.later);
    const address = callerOf(socket.request, proxies);
    const caller: Caller = { line, address, room: null, credit: () => trips.credit() };
    callers.add(caller);
    const bucket = createBucket(RATE, parts.now);
    const idle = setInterval(() => {
      if (!caller.room?.whoIs(line)) socket.conn.close();
    }, LIMITS.secondsWithoutRole * 1000);

    const answer = async (event: ClientEventName, message: unknown): Promise<Reply> => {
      const receivedAt = parts.now();
      const seconds = bucket.take();
      if (seconds > 0) return refused({ name: 'too-many', seconds });
      const parsed = v.safeParse(clientEvents[event], message);
      if (!parsed.success) return refused('malformed');
      return handlers[event](caller, parsed.output, receivedAt);
    };

    for (const event of EVENTS)
      (socket as { on(name: string, listener: (message: unknown, ack: unknown) => void): void }).on(
        event,
        (message, ack) => {
          if (typeof ack !== 'function') return;
          const begun = performance.now();
          answer(event, message)
            .catch((error: unknown): Reply => {
              logger.error({ err: error, event, room: caller.room?.code }, 'an event failed');
              return refused('fault');
            })
            .then((reply) => {
              (ack as (reply: Reply) => void)(reply);
              meter.replied(event, reply, (performance.now() - begun) / 1000);
            }, undefined);
        },
      );

    socket.on('disconnect', () => {
      clearInterval(idle);
      callers.delete(caller);
      caller.room?.detach(line);
      // Who only takes leave by word would keep a line to which no limit of time applies any more.
      socket.conn.close();
    });
  });
  return callers;
}
