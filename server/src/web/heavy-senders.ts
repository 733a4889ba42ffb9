// A client that sends more than anybody needs: all its bytes are counted, and above the limit its line is cut.
import { LIMITS } from '@oneliner/shared';
import type { GameServer, GameSocket } from './socket-line.ts';
import { Bucket } from './throttle.ts';

const RATE = { burst: LIMITS.bytesBurst, perSecond: LIMITS.bytesPerSecond };

/**
 * Watches every connection from its first moment, below the protocols: frames that carry nothing, pings and messages that
 * nobody listens to cost the server as well, and no event tells of them.
 */
export function cutHeavySenders(io: GameServer, now: () => number): void {
  io.engine.on('connection', ({ request: { socket } }: GameSocket['conn']) => {
    const bucket = new Bucket(RATE, now);
    socket.on('data', (bytes: Buffer) => {
      if (bucket.take(bytes.length) > 0) socket.destroy();
    });
  });
}
