// A Socket.IO connection as a room sees it: a line to push to, and the way there and back that the server measured.
import { TIMING } from '@oneliner/shared';
import type { ClientToServer, ServerToClient } from '@oneliner/shared';
import type { Server, Socket } from 'socket.io';
import type { Broadcast, Line } from '../rooms/line.ts';

export type GameServer = Server<ClientToServer, ServerToClient>;
export type GameSocket = Socket<ClientToServer, ServerToClient>;

/** How many round trips are remembered, and how long between two measurements. */
const TRIPS_KEPT = 5;
const FIRST_TRIPS = 3;
const TRIP_EVERY_MS = 10_000;
const TRIP_TIMEOUT_MS = 5_000;

export const socketLine = (socket: GameSocket): Line => ({
  id: socket.id,
  isOpen: () => socket.connected,
  push(event, message) {
    // The events' parameters are checked by `Line`; Socket.IO's overloads do not follow a generic name.
    (socket.emit as (event: string, message: unknown) => void)(event, message);
  },
  enter: (channel) => void socket.join(channel),
  leave: (channel) => void socket.leave(channel),
});

export const broadcastOn =
  (io: GameServer): Broadcast =>
  (channel, event, message) => {
    const room = io.to(channel);
    (room.emit as (event: string, message: unknown) => void).call(room, event, message);
  };

/**
 * Measures the round trip of a connection again and again while it is open, first a few times in a row.
 * @returns the credit in ms for the way of an answer: half the lowest of the last round trips, at most the cap.
 */
export function measureTrips(socket: GameSocket, now: () => number): () => number {
  const trips: number[] = [];
  let timer: NodeJS.Timeout | undefined;
  let measured = 0;
  const measure = (): void => {
    const sentAt = now();
    socket.timeout(TRIP_TIMEOUT_MS).emit('echo', (error: Error | null) => {
      if (!error) trips.push(now() - sentAt);
      if (trips.length > TRIPS_KEPT) trips.shift();
      measured += 1;
      timer = setTimeout(measure, measured < FIRST_TRIPS ? 0 : TRIP_EVERY_MS);
      if (!socket.connected) clearTimeout(timer);
    });
  };
  socket.on('disconnect', () => {
    clearTimeout(timer);
  });
  measure();
  return () => (trips.length === 0 ? 0 : Math.min(TIMING.creditCapMs, Math.min(...trips) / 2));
}
