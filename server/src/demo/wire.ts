// A connection to a server as any client of the contract has it: typed events, every one answered, the room's clock.
import type {
  Accepted,
  ClientEvent,
  ClientEventName,
  ClientToServer,
  Reply,
  ServerToClient,
} from '@oneliner/shared';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';

type GameSocket = Socket<ServerToClient, ClientToServer>;

export interface Wire {
  socket: GameSocket;
  /** Sends an event and resolves to its answer; rejects when the connection is lost before. */
  ask<N extends ClientEventName>(event: N, message: ClientEvent<N>): Promise<Reply<Accepted[N]>>;
  /** The room's clock in ms, as far as this client has measured it. */
  now(): number;
  close(): void;
}

/** How long an answer may take before the connection counts as lost. */
const ANSWER_MS = 10_000;
const ROUND_TRIPS = 3;

/**
 * Connects to the server at `origin`, again and again when the line is cut, and calls `onConnect` each time the
 * clock is measured and the wire can be used.
 */
export const dial = (origin: string, onConnect: (wire: Wire) => Promise<void>): Wire => {
  // A browser tells the origin of its page; the server refuses who does not.
  const socket: GameSocket = io(origin, {
    transports: ['websocket'],
    extraHeaders: { origin },
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3000,
  });
  let offset = 0;
  const wire: Wire = {
    socket,
    ask: <N extends ClientEventName>(event: N, message: ClientEvent<N>) => {
      // Socket.IO's own types lose the link between an event's name and its answer.
      const ask = socket.timeout(ANSWER_MS).emitWithAck.bind(socket.timeout(ANSWER_MS)) as (
        event: string,
        message: unknown,
      ) => Promise<unknown>;
      return ask(event, message) as Promise<Reply<Accepted[N]>>;
    },
    now: () => performance.now() + offset,
    close: () => void socket.disconnect(),
  };

  const measure = async (): Promise<void> => {
    let best = Infinity;
    for (let trip = 0; trip < ROUND_TRIPS; trip += 1) {
      const sentAt = performance.now();
      const reply = await wire.ask('clock', {});
      const way = performance.now() - sentAt;
      if (!reply.ok || way >= best) continue;
      best = way;
      offset = reply.now - (sentAt + way / 2);
    }
  };

  socket.on('connect', () => {
    measure()
      .then(() => onConnect(wire))
      .catch(() => {
        // Cut meanwhile, it connects again by itself. Where only an answer was missing, it begins anew.
        if (socket.connected) socket.disconnect().connect();
      });
  });
  return wire;
};
