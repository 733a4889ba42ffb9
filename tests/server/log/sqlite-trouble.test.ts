// A disk that is slow, full or failing under the real database: delays, refusals, and going on afterwards.
import { expect, test, vi } from 'vitest';
import { AppendingChild } from './child.ts';
import { entriesOf, entryOf, join, names, opening, seqsOf, upTo } from './samples.ts';
import { beside, openHome, scratchFolder } from './sqlite-scratch.ts';
import { commitEnds, firstBroken, withDatabase } from './stored.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('appends of one moment share a few commits, and quiet ones have each their own', async () => {
  const folder = scratchFolder();
  const { log } = await openHome(folder);
  await log.create('ROOM', opening, 's');
  const start = commitEnds(folder).length;
  for (const name of names(20)) await log.append('ROOM', join(name), 's');
  const quiet = commitEnds(folder).length;
  await Promise.all(names(300).map((name) => log.append('ROOM', join(name), 's')));
  const busy = commitEnds(folder).length;
  await log.close();
  expect(quiet - start).toBe(20);
  expect(busy - quiet).toBe(1);
});

test('a disk that is slow delays acknowledgements, while the event loop turns', async () => {
  const folder = scratchFolder();
  const { log } = await openHome(folder);
  await log.create('ROOM', opening, 's');
  const other = beside(folder);
  other.exec('begin immediate');

  let acknowledged = 0;
  const appends = names(50).map(async (name) => {
    entryOf(await log.append('ROOM', join(name), 's'));
    acknowledged += 1;
  });
  for (let i = 0; i < 1000; i += 1) await turn();
  expect(acknowledged).toBe(0);
  expect(log.isWritable()).toBe(true);

  other.exec('rollback');
  await Promise.all(appends);
  expect(seqsOf(await entriesOf(log, 'ROOM'))).toEqual(upTo(51));
  await log.close();
});

test('a batch that fails in its middle leaves nothing behind, and the next follows without a gap', async () => {
  const folder = scratchFolder();
  const changes: boolean[] = [];
  const { log, shelf } = await openHome(folder, { onWritable: (isWritable) => changes.push(isWritable) });
  await log.create('ROOM', opening, 's');
  const seen: number[] = [];
  await log.follow('ROOM', 1, ({ seq }) => seen.push(seq));
  const other = beside(folder);
  other.exec(`create trigger failing before insert on entry when new.seq = 5
              begin select raise(abort, 'disk I/O error'); end`);

  const appends = await Promise.all([
    ...names(8).map((name) => log.append('ROOM', join(name), 's')),
    log.append('NONE', join('Ada'), 's'),
  ]);
  expect(new Set(appends.map((each) => each.ok || each.failure))).toEqual(new Set(['not-saved']));
  expect(log.isWritable()).toBe(false);
  expect(await log.create('MORE', opening, 's')).toEqual({ ok: false, failure: 'not-saved' });
  expect(await shelf.put('key', 'value', 1000)).toBe(false);
  expect(await log.expire(log.now() + 1)).toEqual([]);
  expect(seqsOf(await entriesOf(log, 'ROOM'))).toEqual([1]);

  other.exec('drop trigger failing');
  await vi.waitUntil(() => log.isWritable(), { timeout: 5000 });
  expect(entryOf(await log.append('ROOM', join('Ada'), 's')).seq).toBe(2);
  expect(seen).toEqual([1, 2]);
  expect(changes).toEqual([false, true]);
  await log.close();
  expect(firstBroken(folder, 'ROOM')).toBeNull();
});

test('a disk that is full: nothing of what was not saved is there, and it goes on when there is room', async () => {
  const folder = scratchFolder();
  const child = new AppendingChild({ folder, atOnce: 20, fileBlocks: 2000 });
  await child.says('failing');
  const atFailure = child.acknowledged;
  // Its write-ahead log has reached the size that it may have; another process empties it.
  withDatabase(folder, (db) => db.exec('pragma wal_checkpoint(truncate)'));
  await child.says('writable');
  await child.says(atFailure.length + 20);
  await child.kill();

  const { log } = await openHome(folder);
  const seqs = seqsOf(await entriesOf(log, 'ROOM'));
  expect(seqs).toEqual(upTo(seqs.length));
  expect(child.acknowledged).toEqual(upTo(child.acknowledged.length + 1).slice(1));
  expect(seqs.length).toBeGreaterThanOrEqual(child.acknowledged.length + 1);
  await log.close();
  expect(firstBroken(folder, 'ROOM')).toBeNull();
});
