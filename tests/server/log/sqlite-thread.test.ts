// The threads of the log: the writer may die at any moment, and no read waits for it.
import type { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Home } from '../../../server/src/log/home.ts';
import { entriesOf, entryOf, join, names, opening, seqsOf, upTo } from './samples.ts';
import { beside, openHome, scratchFolder } from './sqlite-scratch.ts';
import { commitEnds, firstBroken, withDatabase } from './stored.ts';

/** An open home, its threads in the order in which they began (the writer is the first), and what it said of its disk. */
const openWithThreads = async (folder: string) => {
  const threads: Worker[] = [];
  const note = (worker: Worker): void => void threads.push(worker);
  process.on('worker', note);
  onTestFinished(() => void process.off('worker', note));
  const said: string[] = [];
  const home = await openHome(folder, {
    onWritable: (isWritable, why) => said.push(isWritable ? 'writable' : why),
  });
  return { ...home, threads, said };
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Appends one after the other, again what was not saved, and returns the numbers of those that were. */
const keepAppending = async ({ log }: Home, count: number): Promise<number[]> => {
  const saved: number[] = [];
  while (saved.length < count) {
    const appended = await log.append('ROOM', join('x'.repeat(1000)), 's');
    if (appended.ok) saved.push(appended.entry.seq);
    else await vi.waitUntil(() => log.isWritable(), { timeout: 10_000 });
  }
  return saved;
};

test('a writer that dies under load is started again, and nothing that was acknowledged is lost', async () => {
  const folder = scratchFolder();
  const home = await openWithThreads(folder);
  const { log, threads } = home;
  await log.create('ROOM', opening, 's');
  const seen: number[] = [];
  await log.follow('ROOM', 1, ({ seq }) => {
    seen.push(seq);
    if (seq === 100) void threads[0]?.terminate();
  });

  const appending = Array.from({ length: 20 }, () => keepAppending(home, 20));
  const saved = (await Promise.all(appending)).flat();

  const stored = seqsOf(await entriesOf(log, 'ROOM'));
  expect(stored).toEqual(upTo(stored.length));
  expect(seen).toEqual(stored);
  expect(saved.filter((seq) => seq > stored.length)).toEqual([]);
  expect(new Set(saved).size).toBe(400);
  await log.close();
  expect(firstBroken(folder, 'ROOM')).toBeNull();
});

test('a writer that dies over a batch: nobody is told that it was saved, why is said, and it goes on', async () => {
  const folder = scratchFolder();
  const { log, threads, said } = await openWithThreads(folder);
  await log.create('ROOM', opening, 's');
  const other = beside(folder);
  other.exec('begin immediate');
  const appends = names(5).map((name) => log.append('ROOM', join(name), 's'));
  for (let i = 0; i < 10; i += 1) await turn();
  const ended = threads[0]?.terminate();
  other.exec('rollback');
  await ended;
  expect(await Promise.all(appends)).toEqual(names(5).map(() => ({ ok: false, failure: 'not-saved' })));
  await vi.waitUntil(() => log.isWritable(), { timeout: 5000 });
  expect(entryOf(await log.append('ROOM', join('Ada'), 's')).seq).toBe(2);
  expect(said).toEqual([expect.stringContaining('its thread has ended'), 'writable']);
  await log.close();
});

test('a writer or reader that dies in a quiet moment is back with the next request, and holds the folder', async () => {
  const folder = scratchFolder();
  const { log, threads, said } = await openWithThreads(folder);
  await log.create('ROOM', opening, 's');
  expect(await log.list()).toHaveLength(1);
  await Promise.all(threads.map((thread) => thread.terminate()));
  expect(await log.list()).toHaveLength(1);
  expect(entryOf(await log.append('ROOM', join('Ada'), 's')).seq).toBe(2);
  expect(said).toEqual([]);
  await expect(openHome(folder)).rejects.toThrow('in-use');
  await log.close();
  await (await openHome(folder)).log.close();
});

test('a log of which the writer is dead can be closed', async () => {
  const folder = scratchFolder();
  const { log, threads } = await openWithThreads(folder);
  await Promise.all(threads.map((thread) => thread.terminate()));
  await log.close();
  expect(await log.append('ROOM', join('Ada'), 's')).toEqual({ ok: false, failure: 'not-saved' });
});

test('reads do not wait for a write that is stuck', async () => {
  const folder = scratchFolder();
  const { log, shelf } = await openHome(folder);
  await log.create('ROOM', opening, 's');
  await shelf.put('key', 'value', 60_000);
  const other = beside(folder);
  other.exec('begin immediate');
  let isSaved = false;
  const append = log.append('ROOM', join('Ada'), 's').then(() => (isSaved = true));
  expect(seqsOf(await entriesOf(log, 'ROOM'))).toEqual([1]);
  expect(await shelf.get('key')).toBe('value');
  expect(isSaved).toBe(false);
  other.close();
  await append;
  expect(seqsOf(await entriesOf(log, 'ROOM'))).toEqual([1, 2]);
  await log.close();
});

test('what stands in the write-ahead log of a commit that failed is overwritten before anybody is refused', async () => {
  const folder = scratchFolder();
  const { log } = await openHome(folder);
  await log.create('ROOM', opening, 's');
  // A foreign key that is checked by the commit itself: it fails where a sync would.
  withDatabase(folder, (db) => {
    db.exec(`create table wanted (id integer primary key);
      create table wanting (id integer references wanted deferrable initially deferred);
      create trigger failing after insert on entry begin insert into wanting values (1); end`);
  });
  const before = commitEnds(folder).length;
  expect(await log.append('ROOM', join('Ada'), 's')).toEqual({ ok: false, failure: 'not-saved' });
  expect(commitEnds(folder)).toHaveLength(before + 1);
  expect(seqsOf(await entriesOf(log, 'ROOM'))).toEqual([1]);
  await log.close();
});

test('many rooms are read while many entries are written', async () => {
  const folder = scratchFolder();
  const home = await openHome(folder);
  const codes = names(20);
  await Promise.all([
    home.log.create('ROOM', opening, 's'),
    ...codes.map((code) => home.log.create(code, opening, 's')),
  ]);
  const appending = Array.from({ length: 10 }, () => keepAppending(home, 20));
  const read = await Promise.all(codes.map((code) => entriesOf(home.log, code)));
  expect(read.map(seqsOf)).toEqual(codes.map(() => [1]));
  expect((await Promise.all(appending)).flat().sort((a, b) => a - b)).toEqual(upTo(201).slice(1));
  await home.log.close();
});
