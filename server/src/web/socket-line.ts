// A Socket.IO connection as a room sees it: a line to push to.
import type { ClientToServer, ServerToClient } from '@oneliner/shared';
import type { Server, Socket } from 'socket.io';
import type { Broadcast, Line, Pushed, PushName } from '../rooms/line.ts';

export type GameServer = Server<ClientToServer, ServerToClient>;
export type GameSocket = Socket<ClientToServer, ServerToClient>;

/** A class, so that thousands of connections share its methods. */
export class SocketLine implements Line {
  readonly id: string;
  readonly #socket: GameSocket;

  /** @param serverId stands in the line's name, so that the lines of a server that dies are known. */
  constructor(socket: GameSocket, serverId: string) {
    this.id = `${serverId}:${socket.id}`;
    this.#socket = socket;
  }

  isOpen(): boolean {
    return this.#socket.connected;
  }

  push<N extends PushName>(event: N, message: Pushed<N>): void {
    // The events' parameters are checked by `Line`; Socket.IO's overloads do not follow a generic name.
    (this.#socket.emit as (event: string, message: unknown) => void).call(this.#socket, event, message);
  }

  enter(channel: string): void {
    void this.#socket.join(channel);
  }

  leave(channel: string): void {
    void this.#socket.leave(channel);
  }

  hangUp(): void {
    this.#socket.conn.close();
  }
}

export const broadcastOn =
  (io: GameServer): Broadcast =>
  (channel, event, message) => {
    const room = io.to(channel);
    (room.emit as (event: string, message: unknown) => void).call(room, event, message);
  };
