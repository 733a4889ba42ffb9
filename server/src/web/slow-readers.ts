// A client that stops reading: what waits for it is bounded, and above the bound its line is cut.
import { LIMITS } from '@oneliner/shared';
import type { GameServer, GameSocket } from './socket-line.ts';

/** What a message takes that waits, besides its text: ten thousands of short ones are as bad as a few long ones. */
const MESSAGE_BYTES = 200;

/** What is used here of the WebSocket beneath an Engine.IO connection, which has no type for it. */
interface WebSocketBeneath {
  /** Bytes handed to the WebSocket that the system has not taken yet. */
  readonly bufferedAmount: number;
  on(event: 'ping', listener: () => void): void;
  /** Without a closing handshake, for which a client that does not read would let us wait. */
  terminate(): void;
}

/**
 * Watches every connection from its first moment, with a role or without. Messages wait in two places: in Engine.IO
 * until the ones before have left, and then in the WebSocket, where the answers to its own pings wait as well.
 */
export function cutSlowReaders(io: GameServer): void {
  io.engine.on('connection', (connection: GameSocket['conn']) => {
    const beneath = (connection.transport as unknown as { socket: WebSocketBeneath }).socket;
    let queued = 0;
    const look = (): void => {
      if (queued + beneath.bufferedAmount > LIMITS.unsentBytes) beneath.terminate();
    };
    connection.on('packetCreate', ({ data }: { data?: string | Buffer }) => {
      queued += MESSAGE_BYTES + (data?.length ?? 0);
      look();
    });
    connection.on('flush', () => {
      queued = 0;
    });
    beneath.on('ping', look);
  });
}
