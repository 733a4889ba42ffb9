// What leaves for a connection: all that one turn of the event loop says to it in one write, and never more than may wait.
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

const framesOf = (packet: Packet, { parser }: ConnectionBeneath['transport']): Buffer[] => {
  const encoded = packet.options.wsPreEncodedFrame;
  if (encoded) return encoded;
  const frames: Buffer[] = [];
  parser.encodePacket(packet, true, (text) => frames.push(textFrame(text)));
  return frames;
};

/**
 * What is said to one connection, on its way out. A client that stops reading is cut off when too much waits for it: in
 * Engine.IO, because the system takes no more, and in the socket, the answers to its own pings included.
 */
function watchOutgoing(
  connection: ConnectionBeneath,
  holdBack: (connection: ConnectionBeneath) => void,
): void {
  const { transport, request } = connection;
  const { socket } = request;
  let keptBytes = 0;
  const look = (): void => {
    if (keptBytes + socket.writableLength > LIMITS.unsentBytes) socket.destroy();
  };
  // Several packets become several frames, and these one write.
  transport.send = (packets) => {
    const frames = packets.flatMap((packet) => framesOf(packet, transport));
    const [first] = frames;
    const isTaken = socket.write(frames.length === 1 && first ? first : Buffer.concat(frames));
    keptBytes = 0;
    transport.writable = isTaken;
    transport.emit('drain');
    if (isTaken) return;
    socket.once('drain', () => {
      transport.writable = true;
      transport.emit('ready');
    });
  };
  connection.on('packetCreate', ({ data }) => {
    if (socket.writableNeedDrain) {
      keptBytes += MESSAGE_BYTES + (data?.length ?? 0);
      look();
    } else if (transport.writable) {
      transport.writable = false;
      holdBack(connection);
    }
  });
  transport.socket.on('ping', look);
}

/** A write is the dearest part of saying something, so everything that is said in a turn waits for its end. */
export function writeOnceATurn(io: GameServer): void {
  let held: ConnectionBeneath[] = [];
  const letGo = (): void => {
    const connections = held;
    held = [];
    for (const connection of connections) {
      connection.transport.writable = true;
      connection.flush();
    }
  };
  const holdBack = (connection: ConnectionBeneath): void => {
    if (held.push(connection) === 1) process.nextTick(letGo);
  };
  // From its first moment, with a role or without.
  io.engine.on('connection', (connection: GameSocket['conn']) => {
    watchOutgoing(connection as unknown as ConnectionBeneath, holdBack);
  });
}
