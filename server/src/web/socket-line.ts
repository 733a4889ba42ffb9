// A Socket.IO connection as a room sees it: a line to push to, whose way there and back is measured.
import type { ClientToServer, ServerToClient } from '@oneliner/shared';
import type { Server, Socket } from 'socket.io';
import type { Broadcast, Line } from '../rooms/line.ts';
import { RoundTrips } from './round-trips.ts';

export type GameServer = Server<ClientToServer, ServerToClient>;
export type GameSocket = Socket<ClientToServer, ServerToClient>;

const TRIP_TIMEOUT_MS = 5_000;

/** @param serverId stands in the line's name, so that the lines of a server that dies are known. */
export const socketLine = (socket: GameSocket, serverId: string): Line => ({
  id: `${serverId}:${socket.id}`,
  isOpen: () => socket.connected,
  push(event, message) {
    // The events' parameters are checked by `Line`; Socket.IO's overloads do not follow a generic name.
    (socket.emit as (event: string, message: unknown) => void)(event, message);
  },
  enter: (channel) => void socket.join(channel),
  leave: (channel) => void socket.leave(channel),
  hangUp: () => {
    socket.conn.close();
  },
});

export const broadcastOn =
  (io: GameServer): Broadcast =>
  (channel, event, message) => {
    const room = io.to(channel);
    (room.emit as (event: string, message: unknown) => void).call(room, event, message);
  };

/** Measures the way to this connection and back: a few times at once, and then with every heartbeat. */
export function measureSocket(socket: GameSocket, now: () => number): RoundTrips {
  const trips = new RoundTrips({
    now,
    ask: (answered) => {
      socket.timeout(TRIP_TIMEOUT_MS).emit('echo', (error: Error | null) => {
        answered(error === null);
      });
    },
  });
  let beatAt: number | null = null;
  socket.conn.on('flush', (packets: { type: string }[]) => {
    if (packets.some(({ type }) => type === 'ping')) beatAt = now();
  });
  socket.conn.on('heartbeat', () => {
    if (beatAt !== null) trips.note(now() - beatAt);
    beatAt = null;
  });
  socket.on('disconnect', () => {
    trips.stop();
  });
  trips.start();
  return trips;
}
