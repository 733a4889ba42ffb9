// What leaves for a connection: all that one turn of the event loop says to it in one write, and whoever does not read it is cut off.
import type { Socket as NetSocket } from 'node:net';
import { LIMITS } from '@oneliner/shared';
import type { GameServer, GameSocket } from './socket-line.ts';
import { textFrame } from './text-frame.ts';

type PacketType = 'message' | 'ping';

/** What is used here of an Engine.IO connection that its types keep to themselves. */
interface ConnectionBeneath {
  readonly readyState: string;
  readonly request: { socket: NetSocket };
  readonly transport: { readonly socket: { on(event: 'ping', listener: () => void): void } };
  sendPacket(type: PacketType, data?: string): void;
  close(discard?: boolean): void;
  emit(event: 'packetCreate', packet: { type: PacketType }): void;
  once(event: 'close', listener: () => void): void;
}

/** What Engine.IO's packets begin with: https://github.com/socketio/engine.io-protocol#packet-encoding */
const FIRST_LETTER: Record<PacketType, string> = { message: '4', ping: '2' };

/** What a message takes that waits, besides its text: ten thousands of short ones are as bad as a few long ones. */
const MESSAGE_BYTES = 400;

/** Who does not read has so long for what waits once the line is at its end; the WebSocket would wait for half a minute. */
const LEAVE_TAKING_MS = 5000;

/** Short buffers share a pool of some kB, all of which each of them keeps for as long as it waits. */
const alone = (bytes: Buffer): Buffer => {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
};

/** Those that something was said to in this turn. A write is the dearest part of saying something, so it waits for the end. */
let spokenTo: Outgoing[] = [];

const endTurn = (): void => {
  const all = spokenTo;
  spokenTo = [];
  for (const outgoing of all) outgoing.leave();
};

/** What is said to one connection, on its way out. A class, so that thousands of connections share its methods. */
export class Outgoing {
  readonly #connection: ConnectionBeneath;
  readonly #frames: Buffer[] = [];
  /** What messages take that wait in the socket, beyond their text. */
  #keptBytes = 0;

  constructor(connection: ConnectionBeneath) {
    this.#connection = connection;
  }

  /** Says a WebSocket frame, unless the connection is about to end or has ended. */
  say(frame: Buffer): void {
    if (this.#connection.readyState !== 'open' || this.#frames.push(frame) > 1) return;
    if (spokenTo.push(this) === 1) process.nextTick(endTurn);
  }

  /** Writes what was said. */
  leave(): void {
    const frames = this.#frames;
    const [first] = frames;
    if (!first) return;
    const { socket } = this.#connection.request;
    const said = frames.length > 1 ? Buffer.concat(frames) : first;
    socket.write(socket.writableNeedDrain ? alone(said) : said);
    this.count(frames.length);
    // The array was there long before they were. A collection of what is young takes all that an old one holds for living,
    // dead or not: the heap would fill up with what everybody was told last.
    frames.length = 0;
  }

  /** So many messages were written. Who does not read is cut off when too much waits. */
  count(messages: number): void {
    const { socket } = this.#connection.request;
    this.#keptBytes = socket.writableNeedDrain ? this.#keptBytes + messages * MESSAGE_BYTES : 0;
    if (this.#keptBytes + socket.writableLength > LIMITS.unsentBytes) socket.destroy();
  }
}

const outgoings = new WeakMap<object, Outgoing>();

/** @param connection of a server whose outgoing messages are watched */
export const outgoingOf = (connection: GameSocket['conn']): Outgoing => {
  const outgoing = outgoings.get(connection);
  if (!outgoing) throw new Error('nobody watches what is said to this connection');
  return outgoing;
};

/** Takes the place of Engine.IO's own way out, whose packets, queues and events cost more than a write, from the first moment. */
export function watchOutgoing(io: GameServer): void {
  io.engine.on('connection', (connection: ConnectionBeneath) => {
    const { socket } = connection.request;
    const outgoing = new Outgoing(connection);
    outgoings.set(connection, outgoing);
    connection.sendPacket = (type, data = '') => {
      if (type === 'ping') connection.emit('packetCreate', { type });
      outgoing.say(textFrame(FIRST_LETTER[type] + data));
    };
    const { close } = connection;
    connection.close = (discard) => {
      outgoing.leave();
      close.call(connection, discard);
    };
    connection.once('close', () => {
      if (socket.writableNeedDrain) setTimeout(() => socket.destroy(), LEAVE_TAKING_MS).unref();
    });
    // The socket answers by itself.
    connection.transport.socket.on('ping', () => {
      outgoing.count(1);
    });
  });
}
