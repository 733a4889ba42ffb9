// The server's process, which on SIGUSR2 collects its garbage and prints how much is left: `heap 12345678`.
import { setTimeout as delay } from 'node:timers/promises';

/** A second collection finds what finalizers of the first have let go. */
const measure = async (): Promise<void> => {
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc?.();
    await delay(20);
  }
  console.log(`heap ${process.memoryUsage().heapUsed}`);
};

process.on('SIGUSR2', () => void measure());
await import('../../server/src/main.ts');
