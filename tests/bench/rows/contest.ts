// Servers that take turns on the same load, so that a machine that is busy for a while is so for all of them.
import { startContestant } from '../processes/contestant.ts';
import type { Contestant, Kind } from '../processes/contestant.ts';
import { Crowd } from '../processes/crowd.ts';

/** What every run of every server gave. */
export type Runs<T> = Record<Kind, T[]>;

/** Starts a server and a load of its own for `measure`, and ends both. */
export const withLoad = async <T>(
  kind: Kind,
  measure: (contestant: Contestant, crowd: Crowd) => Promise<T>,
): Promise<T> => {
  const contestant = await startContestant(kind);
  const crowd = await Crowd.gather();
  try {
    return await measure(contestant, crowd);
  } finally {
    await crowd.leave();
    await contestant.stop();
  }
};

/** Measures each kind of server in turn, `rounds` times over. */
export const contest = async <T>(
  entrants: readonly Kind[],
  rounds: number,
  measure: (contestant: Contestant, crowd: Crowd) => Promise<T>,
): Promise<Runs<T>> => {
  const runs: Runs<T> = { ws: [], 'socket.io': [], oneliner: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const kind of entrants) runs[kind].push(await withLoad(kind, measure));
  return runs;
};

/** One number of each run of one server. */
export const pick = <T>(runs: T[], value: (run: T) => number): number[] => runs.map(value);
