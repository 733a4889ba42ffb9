// What comes over a connection: events of the contract are read where they arrive, all else is left to Socket.IO.
import { clientEvents } from '@oneliner/shared';
import type { ClientEventName, Reply } from '@oneliner/shared';
import { outgoingOf } from './outgoing.ts';
import type { GameSocket } from './socket-line.ts';
import { textFrame } from './text-frame.ts';

/** Told of an event that waits for its answer, which is given once. */
export type Hear = (event: ClientEventName, message: unknown, answer: (reply: Reply) => void) => void;

type Listener = (data: Buffer, isBinary: boolean) => void;

/** What is used here of an Engine.IO connection that its types keep to themselves. */
interface ConnectionBeneath {
  readonly readyState: string;
  readonly pingTimeoutTimer: NodeJS.Timeout | null;
  hasRefreshedPingTimeout: boolean;
  readonly transport: {
    readonly socket: {
      listeners(event: 'message'): Listener[];
      removeAllListeners(event: 'message'): void;
      on(event: 'message', listener: Listener): void;
    };
  };
}

/**
 * An event of the main namespace that waits for an acknowledgement: `42`, its number, and its name and message as a JSON
 * array. The acknowledgement is `43`, the same number, and an array. https://socket.io/docs/v4/socket-io-protocol/
 */
const EVENT = /^42(\d{1,15})(\["([a-z-]{1,20})".*)$/s;

const isKnown = (event: string): event is ClientEventName => Object.hasOwn(clientEvents, event);

const parse = (json: string): unknown[] | null => {
  try {
    return JSON.parse(json) as unknown[];
  } catch {
    return null;
  }
};

/**
 * Hears the events of the contract on a socket that has connected. An answer's way through Engine.IO's and Socket.IO's
 * parsers, emitters and queues costs more than what the game does about it, and a full room sends thousands in a second.
 */
export function hearEvents(socket: GameSocket, hear: Hear): void {
  const connection = socket.conn as unknown as ConnectionBeneath;
  const outgoing = outgoingOf(socket.conn);
  const { socket: webSocket } = connection.transport;
  const [leaveToEngineIo] = webSocket.listeners('message');
  /** As Engine.IO does: whoever says something else first has as long again for the answer to a ping, once. */
  const grantTime = (): void => {
    if (connection.hasRefreshedPingTimeout) return;
    connection.pingTimeoutTimer?.refresh();
    connection.hasRefreshedPingTimeout = connection.pingTimeoutTimer !== null;
  };
  const isOpen = (): boolean => socket.connected && connection.readyState === 'open';
  /** Whether it was an event of the contract. */
  const isHeard = (text: string): boolean => {
    const [, number = '', json = '', event = ''] = EVENT.exec(text) ?? [];
    const sent = isKnown(event) && isOpen() ? parse(json) : null;
    if (sent === null) return false;
    grantTime();
    hear(event as ClientEventName, sent[1], (reply) => {
      if (isOpen()) outgoing.say(textFrame(`43${number}[${JSON.stringify(reply)}]`));
    });
    return true;
  };
  webSocket.removeAllListeners('message');
  webSocket.on('message', (data, isBinary) => {
    if (isBinary || !isHeard(data.toString())) leaveToEngineIo?.(data, isBinary);
  });
}
