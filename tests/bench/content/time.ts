// How long banks take in fresh processes, where nothing is compiled or remembered yet, and how that grows.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('timed.ts', import.meta.url));
const RUNS = 7;
/** How much more than n log n is still noise. */
const NOISE = 1.15;

interface Timed {
  /** From the file's bytes to the bank; on a busy machine the time of its processor says more. */
  ms: number;
  cpuMs: number;
  /** From the start of the process until the file is read. */
  startMs: number;
  megabytes: number;
  questions: number;
}

const time = (what: string): Timed =>
  JSON.parse(execFileSync(process.execPath, [script, what], { encoding: 'utf8' })) as Timed;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The medians of several fresh processes. */
export function cold(file: string): string {
  const runs = Array.from({ length: RUNS }, () => time(file));
  const of = (pick: (one: Timed) => number): string => median(runs.map(pick)).toFixed(0);
  return `  cold: ${of(({ ms }) => ms)} ms (${of(({ cpuMs }) => cpuMs)} ms of processor) after ${of(({ startMs }) => startMs)} ms of start-up, ${of(({ megabytes }) => megabytes)} MB; medians of ${RUNS} processes`;
}

const nLogN = (size: number): number => size * Math.log(size);

/** Time and memory of synthetic documents, and whether they grow faster than n log n from the first size to the last. */
export function growth(sizes: readonly number[]): string[] {
  const runs = sizes.map((size) => ({ size, ...time(String(size)) }));
  const [first] = runs;
  const last = runs.at(-1);
  if (!first || !last) return [];
  const bound = (nLogN(last.size) / nLogN(first.size)) * NOISE;
  const verdict = (what: string, factor: number): string =>
    `  ${what} × ${factor.toFixed(1)} from ${first.size} to ${last.size} entries: ${factor <= bound ? 'no' : 'FASTER'} more than n log n (× ${bound.toFixed(1)})`;
  return [
    ...runs.map(
      ({ size, ms, cpuMs, megabytes, questions }) =>
        `  ${size} entries: ${(ms / 1000).toFixed(1)} s (${(cpuMs / 1000).toFixed(1)} s of processor), ${megabytes.toFixed(0)} MB, ${questions} questions`,
    ),
    verdict('time', last.cpuMs / first.cpuMs),
    verdict('memory', last.megabytes / first.megabytes),
  ];
}
