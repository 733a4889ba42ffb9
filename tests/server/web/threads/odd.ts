// A thread that does what it is told, such as never coming to an end.
import { parentPort, threadId } from 'node:worker_threads';

const deeds: Record<string, () => unknown> = {
  echo: () => 'echo',
  name: () => threadId,
  /** Takes a fifth of a second. */
  work: () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200),
  hang: () => {
    for (;;);
  },
  hoard: () => {
    const hoard: number[][] = [];
    for (;;) hoard.push(Array.from({ length: 100_000 }, Math.random));
  },
  throw: () => {
    throw new Error('a bug on the thread');
  },
  exit: () => process.exit(3),
};

parentPort?.on('message', (deed: string) => parentPort?.postMessage(deeds[deed]?.()));
