// A process of its own that appends to a room as fast as it is let, and prints what was acknowledged, until it is killed.
import { openSqliteHome } from '../../../server/src/log/sqlite/home.ts';
import { join, opening } from './samples.ts';

const [folder = '', atOnce = '1', most = 'Infinity'] = process.argv.slice(2);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const opened = await openSqliteHome({
  folder,
  synchronous: 'FULL',
  onWritable: (isWritable) => {
    say(isWritable ? 'writable' : 'failing');
    if (isWritable) void keepAppending();
  },
});
if (!opened.ok) throw new Error(opened.why);
const { log } = opened;

/** Appends one after the other until the log is long enough or the disk fails. */
async function keepAppending(): Promise<void> {
  for (;;) {
    const appended = await log.append('ROOM', join('x'.repeat(1000)), 'child');
    if (!appended.ok) return;
    say(String(appended.entry.seq));
    if (appended.entry.seq >= Number(most)) return;
  }
}

await log.create('ROOM', opening, 'child');
await Promise.all(Array.from({ length: Number(atOnce) }, keepAppending));
say('done');
