// What comes over a connection: events of the contract are read where they arrive, all else is left to Socket.IO.
import { clientEvents } from '@oneliner/shared';
import type { ClientEventName, Reply } from '@oneliner/shared';
import type { GameSocket } from './socket-line.ts';

/** Told of an event that waits for its answer, which is given once. */
export type Hear = (event: ClientEventName, message: unknown, answer: (reply: Reply) => void) => void;

/** What is used here of an Engine.IO connection. */
interface ConnectionBeneath {
  listeners(event: 'data'): ((data: unknown) => void)[];
  removeAllListeners(event: 'data'): void;
  on(event: 'data', listener: (data: unknown) => void): void;
  write(packet: string): void;
}

/**
 * An event of the main namespace that waits for an acknowledgement: `2`, its number, and its name and message as a JSON
 * array. The acknowledgement is `3`, the same number, and an array. https://socket.io/docs/v4/socket-io-protocol/
 */
const EVENT = /^2(\d{1,15})(\["([a-z-]{1,20})".*)$/s;

const isKnown = (event: string): event is ClientEventName => Object.hasOwn(clientEvents, event);

const parse = (json: string): unknown[] | null => {
  try {
    return JSON.parse(json) as unknown[];
  } catch {
    return null;
  }
};

/**
 * Hears the events of the contract on a socket that has connected. An answer's way through Socket.IO's parser, emitters and
 * queues costs more than what the game does about it, and a full room sends thousands in a second.
 */
export function hearEvents(socket: GameSocket, hear: Hear): void {
  const connection = socket.conn as unknown as ConnectionBeneath;
  const [leaveToSocketIo] = connection.listeners('data');
  /** Whether it was an event of the contract. */
  const isHeard = (data: unknown): boolean => {
    const found = typeof data === 'string' && socket.connected ? EVENT.exec(data) : null;
    const [, number = '', json = '', event = ''] = found ?? [];
    const sent = isKnown(event) ? parse(json) : null;
    if (sent === null) return false;
    hear(event as ClientEventName, sent[1], (reply) => {
      if (socket.connected) connection.write(`3${number}[${JSON.stringify(reply)}]`);
    });
    return true;
  };
  connection.removeAllListeners('data');
  connection.on('data', (data) => {
    if (!isHeard(data)) leaveToSocketIo?.(data);
  });
}
