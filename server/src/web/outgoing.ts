// What leaves for a connection: all that one turn of the event loop says to it in one write, and whoever does not read it is cut off.
import type { Socket as NetSocket } from 'node:net';
import { LIMITS } from '@oneliner/shared';
import type { GameServer, GameSocket } from './socket-line.ts';
import { textFrame } from './text-frame.ts';

interface Packet {
  type: string;
  data?: string;
  options: {
    /** Of a broadcast: head and text of the frame, encoded once for all. */
    wsPreEncodedFrame?: Buffer[];
  };
}

/** What is used here of an Engine.IO connection that its types keep to themselves. */
interface ConnectionBeneath {
  readonly request: { socket: NetSocket };
  readonly transport: {
    /** While it is false, Engine.IO keeps what is said until the transport is ready for more. */
    writable: boolean;
    send(packets: Packet[]): void;
    emit(event: 'drain' | 'ready'): void;
    readonly parser: { encodePacket(packet: Packet, isBinary: boolean, done: (text: string) => void): void };
    readonly socket: { on(event: 'ping', listener: () => void): void };
  };
  on(event: 'packetCreate', listener: (packet: Packet) => void): void;
  flush(): void;
}

/** What a message takes that waits, besides its text: ten thousands of short ones are as bad as a few long ones. */
const MESSAGE_BYTES = 200;
const NOTHING = Buffer.alloc(0);

/** A broadcast's frame is the same for everybody, so its head and text are joined once. */
const joined = new WeakMap<Buffer[], Buffer>();

const join = (parts: Buffer[]): Buffer => {
  const frame = joined.get(parts) ?? Buffer.concat(parts);
  joined.set(parts, frame);
  return frame;
};

const frameOf = (packet: Packet, { parser }: ConnectionBeneath['transport']): Buffer => {
  const encoded = packet.options.wsPreEncodedFrame;
  if (encoded) return join(encoded);
  let frame: Buffer = NOTHING;
  parser.encodePacket(packet, true, (text) => {
    frame = textFrame(text);
  });
  return frame;
};

/**
 * What is said to one connection, on its way out. A client that stops reading is cut off when too much waits for it: in
 * Engine.IO, because the system takes no more, and in the socket, the answers to its own pings included.
 */
function watchLine(connection: ConnectionBeneath, holdBack: (connection: ConnectionBeneath) => void): void {
  const { transport, request } = connection;
  const { socket } = request;
  let keptBytes = 0;
  const forgetWhatLeft = (): void => {
    if (!socket.writableNeedDrain) keptBytes = 0;
  };
  // Several packets become several frames, and these one write.
  transport.send = (packets) => {
    forgetWhatLeft();
    const frames = packets.map((packet) => frameOf(packet, transport));
    // The array was there long before they were. A collection of what is young takes all that an old one holds for living,
    // dead or not: the heap would fill up with what everybody was told last.
    packets.length = 0;
    const isTaken = socket.write(frames.length > 1 ? Buffer.concat(frames) : (frames[0] ?? NOTHING));
    transport.writable = isTaken;
    transport.emit('drain');
    if (isTaken) return;
    socket.once('drain', () => {
      transport.writable = true;
      transport.emit('ready');
    });
  };
  /** Something is said, or a ping answered. */
  const count = (bytes: number): void => {
    forgetWhatLeft();
    if (socket.writableNeedDrain) keptBytes += MESSAGE_BYTES + bytes;
    if (keptBytes + socket.writableLength > LIMITS.unsentBytes) socket.destroy();
  };
  connection.on('packetCreate', ({ data }) => {
    count(data?.length ?? 0);
    if (!transport.writable) return;
    transport.writable = false;
    holdBack(connection);
  });
  transport.socket.on('ping', () => {
    count(0);
  });
}

/** A write is the dearest part of saying something, so everything that is said in a turn waits for its end. */
export function watchOutgoing(io: GameServer): void {
  let held: ConnectionBeneath[] = [];
  const letGo = (): void => {
    const connections = held;
    held = [];
    // All of them first: a bug in what comes of one flush must not leave the others held for good.
    for (const { transport } of connections) transport.writable = true;
    for (const connection of connections) connection.flush();
  };
  const holdBack = (connection: ConnectionBeneath): void => {
    if (held.push(connection) === 1) process.nextTick(letGo);
  };
  // From its first moment, with a role or without.
  io.engine.on('connection', (connection: GameSocket['conn']) => {
    watchLine(connection as unknown as ConnectionBeneath, holdBack);
  });
}
