// What one turn of the event loop says to a connection leaves in one write: at a reveal, everybody's view and one's own.
import type { Socket as NetSocket } from 'node:net';
import type { GameServer, GameSocket } from './socket-line.ts';

/** What is used here of an Engine.IO connection that its types keep to themselves. */
interface ConnectionBeneath {
  readonly request: { socket: NetSocket };
  readonly transport: {
    /** While it is false, Engine.IO keeps what is said until the transport is ready for more. */
    writable: boolean;
    send(packets: unknown[]): void;
  };
  flush(): void;
}

/** Several packets become several frames, and these one write. */
function corkSends({ request, transport }: ConnectionBeneath): void {
  const send = transport.send.bind(transport);
  transport.send = (packets) => {
    request.socket.cork();
    send(packets);
    request.socket.uncork();
  };
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
  io.engine.on('connection', (connection: GameSocket['conn']) => {
    const beneath = connection as unknown as ConnectionBeneath;
    corkSends(beneath);
    connection.on('packetCreate', () => {
      if (!beneath.transport.writable) return;
      beneath.transport.writable = false;
      if (held.push(beneath) === 1) process.nextTick(letGo);
    });
  });
}
