// Deleting old rooms: nobody who appends waits for it.
import { expect, test } from 'vitest';
import { MemoryDisk, openMemoryHome } from './memory-disk.ts';
import { entryOf, join, opening, upTo } from './samples.ts';

/** Lists its rooms when the test says so. */
class SlowDisk extends MemoryDisk {
  answer = (): void => undefined;

  override async list(): ReturnType<MemoryDisk['list']> {
    await new Promise<void>((resolve) => (this.answer = resolve));
    return super.list();
  }
}

test('appends go on while old rooms are looked for; a room that was used meanwhile stays', async () => {
  let now = 1000;
  const disk = new SlowDisk();
  const { log } = openMemoryHome(() => now, undefined, disk);
  for (const code of ['OLD', 'USED']) await log.create(code, opening, 's');
  now = 2000;
  const expiring = log.expire(1500);
  expect(entryOf(await log.append('USED', join('Ada'), 's')).seq).toBe(2);
  await new Promise((resolve) => setImmediate(resolve));
  disk.answer();
  expect(await expiring).toEqual(['OLD']);
});

test('many are deleted some at a time, with room for appends between', async () => {
  const disk = new MemoryDisk();
  let now = 1000;
  const { log } = openMemoryHome(() => now, undefined, disk);
  await Promise.all(upTo(250).map((n) => log.create(`OLD${n}`, opening, 's')));
  now = 2000;
  disk.fullAfter(1);
  expect(await log.expire(1500)).toHaveLength(100);
});

test('none are where they cannot be looked for', async () => {
  const disk = new MemoryDisk();
  disk.list = () => Promise.reject(new Error('no read'));
  const { log } = openMemoryHome(undefined, undefined, disk);
  await log.create('ROOM', opening, 's');
  expect(await log.expire(Infinity)).toEqual([]);
});
