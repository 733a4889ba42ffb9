// A real server whose heap can be asked for.
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { GameServer } from '../browser/house/game-server.ts';

const program = fileURLToPath(new URL('./measured-server.ts', import.meta.url));
const LOOK_EVERY_MS = 20;

export const openMeasured = (environment: NodeJS.ProcessEnv = {}): Promise<GameServer> =>
  GameServer.open({ program, flags: ['--expose-gc'], environment });

const heaps = ({ output }: GameServer): number[] =>
  Array.from(output.matchAll(/^heap (\d+)$/gm), ([, bytes]) => Number(bytes));

/** Bytes of the server's heap that are in use after a collection. */
export const heapOf = async (server: GameServer): Promise<number> => {
  const before = heaps(server).length;
  server.signal('SIGUSR2');
  while (heaps(server).length === before) {
    if (!server.isAlive) throw new Error(`the server has ended:\n${server.output}`);
    await delay(LOOK_EVERY_MS);
  }
  return heaps(server).at(-1) ?? 0;
};
