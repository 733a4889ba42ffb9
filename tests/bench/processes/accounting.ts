// What the kernel says that a process has used.
import { readFileSync } from 'node:fs';

/** Ticks of the kernel's accounting in a second: USER_HZ, which is 100 on every Linux. */
const TICKS = 100;

/** Processor time of all its threads so far, ms, to the kernel's 10 ms. */
export const cpuMsOf = (pid: number): number => {
  // The second field is the program's name in brackets, in which anything may stand.
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ');
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number);
  return ((user + system) * 1000) / TICKS;
};

/** Memory that is its own and in use, bytes. */
export const memoryBytesOf = (pid: number): number => {
  const [, kilobytes = '0'] =
    /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
  return Number(kilobytes) * 1024;
};
