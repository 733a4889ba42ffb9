// A Socket.IO connection as a room sees it: a line to push to.
import type { ClientToServer, ServerToClient } from '@oneliner/shared';
import type { Server, Socket } from 'socket.io';
import type { Line, Pushed, PushName } from '../rooms/line.ts';
import { outgoingOf } from './outgoing.ts';
import type { Outgoing } from './outgoing.ts';
import { textFrame } from './text-frame.ts';

export type GameServer = Server<ClientToServer, ServerToClient>;
export type GameSocket = Socket<ClientToServer, ServerToClient>;

/** What was pushed last, as a frame: what a room tells all its players is encoded once. */
let last: { event?: PushName; message?: unknown; frame: Buffer } = { frame: Buffer.alloc(0) };

/** An event of the main namespace: https://socket.io/docs/v4/socket-io-protocol/ */
const frameOf = (event: PushName, message: unknown): Buffer => {
  if (last.message !== message || last.event !== event)
    last = { event, message, frame: textFrame(`42${JSON.stringify([event, message])}`) };
  return last.frame;
};

/** A class, so that thousands of connections share its methods. */
export class SocketLine implements Line {
  readonly id: string;
  readonly #socket: GameSocket;
  readonly #outgoing: Outgoing;

  /** @param serverId stands in the line's name, so that the lines of a server that dies are known. */
  constructor(socket: GameSocket, serverId: string) {
    this.id = `${serverId}:${socket.id}`;
    this.#socket = socket;
    this.#outgoing = outgoingOf(socket.conn);
  }

  isOpen(): boolean {
    return this.#socket.connected;
  }

  push<N extends PushName>(event: N, message: Pushed<N>): void {
    this.#outgoing.say(frameOf(event, message));
  }

  hangUp(): void {
    this.#socket.conn.close();
  }
}
