// Many evenings at once: one worker for each core, each given the next seed when it is done with one.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

export interface BadEvening {
  seed: number;
  breaches: string[];
}

export interface Seeds {
  from: number;
  count: number;
  /** Told of each bad evening as it is found. */
  onBad?(bad: BadEvening): void;
}

/** A worker that dies takes its evening for a bad one, and the rest of its seeds are left to the others. */
const play = (worker: Worker, next: () => number | null, onBad: (bad: BadEvening) => void): Promise<void> =>
  new Promise((resolve) => {
    let seed = next();
    const goOn = (): void => {
      if (seed === null)
        void worker.terminate().then(() => {
          resolve();
        });
      else worker.postMessage(seed);
    };
    worker.on('message', (breaches: string[]) => {
      if (seed !== null && breaches.length > 0) onBad({ seed, breaches });
      seed = next();
      goOn();
    });
    worker.on('error', (error) => {
      onBad({
        seed: seed ?? 0,
        breaches: [`it threw ${error instanceof Error ? (error.stack ?? '') : String(error)}`],
      });
      resolve();
    });
    goOn();
  });

/** Plays the evenings of `count` seeds; returns the bad ones. */
export async function playSeeds({ from, count, onBad = () => undefined }: Seeds): Promise<BadEvening[]> {
  const bad: BadEvening[] = [];
  let seed = from;
  const next = (): number | null => {
    seed += 1;
    return seed > from + count ? null : seed - 1;
  };
  const note = (evening: BadEvening): void => {
    bad.push(evening);
    onBad(evening);
  };
  const crew = Array.from({ length: Math.min(availableParallelism(), count) }, () =>
    play(new Worker(new URL('./worker.ts', import.meta.url)), next, note),
  );
  await Promise.all(crew);
  return bad.sort((a, b) => a.seed - b.seed);
}
