// A disk that saves a batch and dies before it can say so: refused, and in the log all the same.
import { expect, test, vi } from 'vitest';
import type { Committed, Write } from '../../../server/src/log/disk.ts';
import { House } from '../rooms/house.ts';
import { MemoryDisk, openMemoryHome } from './memory-disk.ts';
import { entryOf, join, opening, upTo } from './samples.ts';

class SilentDisk extends MemoryDisk {
  isSilent = false;
  /** How many reads fail before the next that does not. */
  failingReads = 0;

  override async commit(writes: Write[]): Promise<Committed> {
    const committed = await super.commit(writes);
    if (!this.isSilent) return committed;
    this.isSilent = false;
    return { ok: false, why: 'died before it could answer' };
  }

  override read(...asked: Parameters<MemoryDisk['read']>): ReturnType<MemoryDisk['read']> {
    this.failingReads -= 1;
    return this.failingReads >= 0 ? Promise.reject(new Error('no read')) : super.read(...asked);
  }
}

test('followers are given it before anybody may write again, however often it cannot be read', async () => {
  const disk = new SilentDisk();
  const { log } = openMemoryHome(undefined, undefined, disk);
  await log.create('ROOM', opening, 's');
  const seen: number[] = [];
  await log.follow('ROOM', 1, ({ seq }) => seen.push(seq));

  disk.isSilent = true;
  disk.failingReads = 1;
  expect(await log.append('ROOM', join('Ada'), 's')).toEqual({ ok: false, failure: 'not-saved' });
  expect(seen).toEqual([1]);
  await vi.waitUntil(() => log.isWritable(), { timeout: 5000 });
  expect(seen).toEqual([1, 2]);
  expect(entryOf(await log.append('ROOM', join('Bob'), 's')).seq).toBe(3);
  expect(seen).toEqual(upTo(3));
  await log.close();
});

test('an answer that was refused so counts once, and its retry gets its first verdict', async () => {
  const disk = new SilentDisk();
  const house = new House(undefined, undefined, disk);
  const room = await house.open({ seconds: 20 });
  const ada = await house.player(room, 'Ada');
  await house.player(room, 'Bob');
  await house.openFirst(room);

  disk.isSilent = true;
  expect(await house.answer(room, 1, 1)).toMatchObject({ ok: false, refusal: { name: 'not-saved' } });
  await house.hours.pass(1000);
  expect(await house.answer(room, 1, 1)).toEqual({ ok: true });
  expect(await house.answer(room, 2, 1)).toEqual({ ok: true });
  await house.hours.pass(1000);
  expect(room.phase).toBe('reveal');
  expect(room.state.run?.steps.at(-1)?.answered).toBe(2);
  expect(ada.room?.version).toEqual(room.state.version);
});
