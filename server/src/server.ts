// One running server: its parts put together around a log that is open, listening, and stopped in order.
import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { LIMITS } from '@oneliner/shared';
import type { Here } from '@oneliner/shared';
import type { Express } from 'express';
import type { Config } from './config.ts';
import { createServer } from './http.ts';
import type { Journal } from './journal.ts';
import type { Fleet } from './log/fleet.ts';
import type { RoomLog } from './log/room-log.ts';
import type { Shelf } from './log/shelf.ts';
import { watchEventLoop } from './metrics/event-loop.ts';
import type { Metrics } from './metrics/meter.ts';
import { timedLog } from './metrics/timed-log.ts';
import { paths } from './paths.ts';
import { Rooms } from './rooms/rooms.ts';
import { findHere, localOrigin } from './web/addresses.ts';
import { createApp } from './web/app.ts';
import type { Readiness } from './web/app.ts';
import { createDocuments } from './web/documents.ts';
import { createForge } from './web/forge.ts';
import { createCodeGuard } from './web/code-guard.ts';
import { createMayHost } from './web/host-password.ts';
import { createOpenRoom } from './web/open-room.ts';
import type { PrepareQuiz } from './web/host-command.ts';
import { Places } from './web/places.ts';
import { createReceipts } from './web/receipts.ts';
import type { Receipts } from './web/receipts.ts';
import { newCode, newKey, newSeed } from './web/secrets.ts';
import { createSharedPace } from './web/shared-pace.ts';
import { tellOfSaving } from './web/saving.ts';
import type { GameServer } from './web/socket-line.ts';
import { answerSockets, openSockets, rolesOf } from './web/sockets.ts';
import { createThrottle } from './web/throttle.ts';

export interface ServerParts {
  config: Config;
  log: RoomLog;
  shelf: Shelf;
  fleet: Fleet;
  /** The name under which this server appends; unique among servers and restarts. */
  serverId: string;
  journal: Journal;
  metrics: Metrics;
}

export interface RunningServer {
  /** Its origin on this machine, such as `http://localhost:3000`. */
  local: string;
  /** Where phones find it. */
  here: Here;
  /** To be called when the log can no longer be written, and when it can again. */
  savingChanged(): void;
  /** Tells everybody, lets them go and stops listening; the log stays open for whoever opened it to close. */
  stop(): Promise<void>;
}

const POSTS = { burst: LIMITS.postsBurst, perSecond: LIMITS.postsPerSecond };
const UPLOADS = { burst: LIMITS.uploadBytesBurst, perSecond: LIMITS.uploadBytesPerSecond };
const TIMEOUTS = {
  headersTimeout: LIMITS.secondsToBegin * 1000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2000,
};
const RECEIPT_KEY_MS = 10 * 365 * 24 * 3_600_000;
/** How long the last message to everybody has to leave this machine. */
const FAREWELL_MS = 200;
/** How long the other ends may take to close their side. A phone that is out of reach never would. */
const GOODBYE_MS = 500;

/** What every phone does again and again is written down only at the level `debug`. */
const isFrequent = (command: string): boolean => ['answer', 'came', 'left', 'join'].includes(command);

const later = (ms: number, action: () => void): (() => void) => {
  const timer = setTimeout(action, ms);
  return () => {
    clearTimeout(timer);
  };
};

const hereOn =
  (http: HttpServer, { publicUrl, host: listensOn }: Config) =>
  (host?: string): Here => {
    const { port } = http.address() as AddressInfo;
    return findHere({ publicUrl, interfaces: networkInterfaces(), listensOn, port, host });
  };

/** Resolves when it listens; rejects with the system's error (EADDRINUSE, EACCES, EADDRNOTAVAIL …). */
const listen = async (http: HttpServer, { port, host }: Config): Promise<void> => {
  http.listen(port, host ?? undefined);
  await once(http, 'listening');
};

/** The connections that are open at present, sockets of the game among them. */
const linesOf = (http: HttpServer): ReadonlySet<Socket> => {
  const lines = new Set<Socket>();
  // One function for all of them: there may be thousands.
  function forget(this: Socket): void {
    lines.delete(this);
  }
  http.on('connection', (line) => {
    lines.add(line);
    line.on('close', forget);
  });
  return lines;
};

/** The key of receipts is the same for all servers of a log: the first that needs one makes it. */
const openReceipts = async (shelf: Shelf): Promise<Receipts | null> => {
  const key = await shelf.claim('receipt-key', newKey(), RECEIPT_KEY_MS);
  return key === null ? null : createReceipts(key);
};

const hangUp = async (io: GameServer, http: HttpServer, lines: ReadonlySet<Socket>): Promise<void> => {
  await delay(FAREWELL_MS);
  const closed = io.close();
  http.closeAllConnections();
  await Promise.race([closed, delay(GOODBYE_MS)]);
  for (const line of lines) line.destroy();
  await closed;
};

/** Starts a server; rejects, with everything let go of, when it cannot listen. */
export const startServer = async (parts: ServerParts): Promise<RunningServer> => {
  const { config, shelf, fleet, serverId, journal, metrics } = parts;
  const log = timedLog(parts.log, metrics);
  let state: Exclude<Readiness, 'not-saving'> = 'starting';
  const now = () => log.now();
  const paceOf = (key: string) => (shelf.isShared ? createSharedPace(shelf, key) : null);
  const forge = createForge();
  const documents = await createDocuments({ folder: paths.documents, shelf, forge, now });

  // Socket.IO takes over the listeners that are there when it is opened, so the app's is; the app itself comes after.
  const http = createServer(TIMEOUTS, (request, response) => {
    app(request, response);
  });
  http.maxConnections = LIMITS.connectionsPerServer;
  const lines = linesOf(http);
  const io = openSockets(http, config.publicUrl);
  const rooms = new Rooms({
    log,
    shelf,
    fleet,
    later,
    serverId,
    newCode,
    keepMs: config.roomLifeMs,
    note: ({ command, ...entry }) => {
      journal[isFrequent(command) ? 'debug' : 'info']({ ...entry, command }, 'entry');
    },
  });
  const here = hereOn(http, config);
  const app: Express = createApp({
    ...config,
    documents,
    here,
    journal,
    pages: paths.client,
    openRoom: createOpenRoom(rooms, documents, journal),
    throttle: createThrottle(POSTS, now),
    uploads: createThrottle(UPLOADS, now),
    meter: metrics,
    mayHost: createMayHost(config.hostPassword, createCodeGuard(later, now, paceOf('wrong-passwords'))),
    readiness: () => (state === 'ready' && !log.isWritable() ? 'not-saving' : state),
  });
  const prepareQuiz: PrepareQuiz = (plan, asked) => documents.prepareQuiz(plan, asked, newSeed());
  const savingChanged = tellOfSaving(io, () => log.isWritable());
  const receipts = log.mayForget ? await openReceipts(shelf) : null;
  const places = new Places(LIMITS.linesPerAddress, LIMITS.linesPerServer);
  const callers = answerSockets(
    io,
    {
      serverId,
      receipts,
      wrongCodes: paceOf('wrong-codes'),
      rooms,
      now,
      later,
      prepareQuiz,
      places,
      proxies: config.proxies,
      meter: metrics,
    },
    journal,
  );
  const stopWatching = watchEventLoop((seconds) => {
    metrics.lagged(seconds);
  });
  metrics.watch({
    rooms: () => rooms.count,
    sockets: () => rolesOf(callers),
    logLag: () => log.lagMs() / 1000,
  });

  await listen(http, config);
  await fleet.takeSeat();
  state = 'ready';
  // Nobody need wait until the old rooms are found.
  void rooms.keepTidy();
  return {
    local: localOrigin(config.host, (http.address() as AddressInfo).port),
    here: here(),
    savingChanged,
    async stop() {
      state = 'stopping';
      stopWatching();
      await rooms.stop();
      await hangUp(io, http, lines);
      await forge.close();
    },
  };
};
