// The socket's edge: who may connect, over how many lines, and how much may be sent.
import type { Server as HttpServer } from 'node:http';
import { LIMITS, refused } from '@oneliner/shared';
import type { Reply } from '@oneliner/shared';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import type { Meter, SocketRole } from '../metrics/meter.ts';
import type { Later } from '../rooms/line.ts';
import { callerOf } from './caller.ts';
import { Connection } from './connection.ts';
import type { Handlers } from './connection.ts';
import { createHandlers } from './events.ts';
import type { Caller, EventParts } from './events.ts';
import { cutHeavySenders } from './heavy-senders.ts';
import { isAllowedOrigin } from './origin.ts';
import { watchOutgoing } from './outgoing.ts';
import type { Places } from './places.ts';
import type { GameServer, GameSocket } from './socket-line.ts';

/** How long somebody may hear that they hold too many lines, and when they should come again. */
const TURNED_AWAY_MS = 1000;
const TURNED_AWAY_SECONDS = 10;

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
    connectTimeout: LIMITS.secondsToBegin * 1000,
    // It would only end its own side, and wait without limit for the other.
    destroyUpgrade: false,
    allowRequest: ({ headers }, decide) => {
      decide(null, isAllowedOrigin(headers.origin, publicUrl));
    },
  });
  server.on('upgrade', ({ url }, socket) => {
    if (!url?.startsWith(io.path())) socket.destroy();
  });
  refuseUpgrades(io);
  watchOutgoing(io);
  return io;
}

/** Engine.IO moves a line to a second WebSocket if it is asked to, where nobody watches what is sent and what waits. */
function refuseUpgrades(io: GameServer): void {
  io.engine.use((request: { _query: { sid?: string } }, _response: unknown, next: (why?: Error) => void) => {
    next(request._query.sid === undefined ? undefined : new Error('a line has one socket'));
  });
}

interface SocketParts extends EventParts {
  serverId: string;
  /** How many proxies of one's own name the address they were called from. */
  proxies: number;
  /** For lines, by address. */
  places: Places;
  meter: Pick<Meter, 'replied'>;
}

/** How many of these connections have which role. */
export const rolesOf = (callers: Iterable<Caller>): Record<SocketRole, number> => {
  const roles: Record<SocketRole, number> = { player: 0, host: 0, screen: 0, none: 0 };
  for (const { room, line } of callers) roles[room?.whoIs(line)?.role ?? 'none'] += 1;
  return roles;
};

/** Answers every event of every connection, all of which it returns; no message can stop the process. */
export function answerSockets(
  io: GameServer,
  { proxies, places, meter, ...parts }: SocketParts,
  logger: Logger,
): ReadonlySet<Caller> {
  const serving = { ...parts, meter, logger, handlers: createHandlers(parts) as Handlers };
  const callers = new Set<Caller>();
  cutHeavySenders(io, parts.now);
  const openedAt = new WeakMap<object, number>();
  io.engine.on('connection', (connection: GameSocket['conn']) => {
    openedAt.set(connection, parts.now());
  });
  io.on('connection', (socket) => {
    const address = callerOf(socket.request, proxies);
    if (!places.take(address)) return turnAway(socket, parts.later);
    const caller = new Connection(socket, address, openedAt.get(socket.conn) ?? parts.now(), serving);
    callers.add(caller);
    socket.on('disconnect', () => {
      callers.delete(caller);
      places.giveBack(address);
      caller.end();
    });
  });
  return callers;
}

/** Tells whoever holds too many lines why nothing is done for them, for a moment, and hangs up. */
function turnAway(socket: GameSocket, later: Later): void {
  const reply = refused({ name: 'too-many', seconds: TURNED_AWAY_SECONDS });
  socket.onAny((...sent: unknown[]) => {
    const ack = sent.at(-1);
    if (typeof ack === 'function') (ack as (reply: Reply) => void)(reply);
  });
  const callOff = later(TURNED_AWAY_MS, () => void socket.conn.close());
  socket.on('disconnect', callOff);
}
