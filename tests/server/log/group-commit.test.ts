// When batches are begun, what is in them, and what happens when the disk does not take one.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Committed, Write } from '../../../server/src/log/disk.ts';
import {
  BATCH_MS,
  FULL_BATCH,
  GroupCommit,
  LONE_BATCHES,
  PROBE_MS,
} from '../../../server/src/log/group-commit.ts';
import { FakeLater } from './fake-later.ts';
import { MemoryDisk } from './memory-disk.ts';

/** A disk that answers when the test says so. */
class HeldDisk extends MemoryDisk {
  readonly batches: Write[][] = [];
  takesProbes = false;
  #answer: ((committed: Committed) => void) | null = null;

  override commit(writes: Write[]): Promise<Committed> {
    this.batches.push(writes);
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  override probe(): Promise<boolean> {
    return Promise.resolve(this.takesProbes);
  }

  async save(): Promise<void> {
    const outcomes = (this.batches.at(-1) ?? []).map(() => 'kept' as const);
    this.#answer?.({ ok: true, outcomes });
    await settled();
  }

  async fail(): Promise<void> {
    this.#answer?.({ ok: false, why: 'disk full' });
    await settled();
  }
}

/** All promises that can resolve have. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let disk: HeldDisk;
let timers: FakeLater;
let now: number;
let queue: GroupCommit;
let done: string[];
let changes: [boolean, string][];
let caughtUp: Promise<void>;

const put = (key: string): void => {
  queue.submit({ type: 'put', key, value: '', at: now, expiresAt: now }, (outcome) => {
    done.push(`${key} ${outcome}`);
  });
};
const keysOf = (batch: Write[] | undefined): string[] =>
  (batch ?? []).map((write) => (write.type === 'put' ? write.key : write.type));

beforeEach(() => {
  disk = new HeldDisk();
  timers = new FakeLater();
  now = 1000;
  done = [];
  changes = [];
  caughtUp = Promise.resolve();
  queue = new GroupCommit({
    disk,
    now: () => now,
    later: timers.later,
    onWritable: (...change) => changes.push(change),
    catchUp: () => caughtUp,
  });
});

describe('batches', () => {
  test('a write that comes when it is quiet is committed at once', async () => {
    put('a');
    expect(timers.waits).toEqual([0]);
    timers.fire();
    expect(keysOf(disk.batches[0])).toEqual(['a']);
    expect(done).toEqual([]);
    await disk.save();
    expect(done).toEqual(['a kept']);
    expect(timers.waits).toEqual([]);
  });

  test('one after the other, each at once: nobody waits for company that does not come', async () => {
    for (const key of ['a', 'b', 'c']) {
      put(key);
      expect(timers.waits).toEqual([0]);
      timers.fire();
      await disk.save();
    }
    expect(disk.batches.map(keysOf)).toEqual([['a'], ['b'], ['c']]);
  });

  test('what comes in one turn shares a batch, in order', () => {
    for (const key of ['a', 'b', 'c']) put(key);
    timers.fire();
    expect(disk.batches.map(keysOf)).toEqual([['a', 'b', 'c']]);
  });

  test('what comes while one with company is being committed waits 10 ms for more', async () => {
    put('a');
    put('b');
    timers.fire();
    now += 1;
    put('c');
    now += 3;
    put('d');
    expect(timers.waits).toEqual([]);
    await disk.save();
    expect(timers.waits).toEqual([BATCH_MS - 3]);
    put('e');
    expect(timers.waits).toEqual([BATCH_MS - 3]);
    timers.fire();
    expect(disk.batches.map(keysOf)).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
  });

  test('nobody waits longer for company than 10 ms, however long the disk took', async () => {
    put('a');
    put('b');
    timers.fire();
    put('c');
    now += BATCH_MS + 1;
    await disk.save();
    expect(timers.waits).toEqual([0]);
  });

  test('in a rush a full batch waits for nobody', async () => {
    put('a');
    put('b');
    timers.fire();
    await disk.save();
    for (let i = 1; i < FULL_BATCH; i += 1) put(String(i));
    expect(timers.waits).toEqual([BATCH_MS]);
    put('last');
    put('one more');
    expect(timers.waits).toEqual([0]);
    timers.fire();
    for (let i = 0; i < FULL_BATCH; i += 1) put(String(i));
    await disk.save();
    expect(timers.waits).toEqual([0]);
    expect(disk.batches.map((batch) => batch.length)).toEqual([2, FULL_BATCH + 1]);
  });

  /** Lets a batch go out and be saved. */
  const commit = async (): Promise<void> => {
    timers.fire();
    await disk.save();
  };

  test('after a batch with company the next ones wait as well, until several in a row had none', async () => {
    put('a');
    put('b');
    await commit();
    for (let lone = 0; lone < LONE_BATCHES; lone += 1) {
      put('lone');
      expect(timers.waits).toEqual([BATCH_MS]);
      await commit();
    }
    put('c');
    expect(timers.waits).toEqual([0]);
  });

  test('never more than one is under way', async () => {
    put('a');
    timers.fire();
    put('b');
    now += 1000;
    timers.fire();
    expect(disk.batches).toHaveLength(1);
    await disk.save();
    timers.fire();
    expect(disk.batches).toHaveLength(2);
  });
});

describe('a disk that fails', () => {
  beforeEach(async () => {
    put('a');
    put('b');
    timers.fire();
    put('c');
    await disk.fail();
  });

  test('saves nothing of the batch, nor of what waits behind it, and says why', () => {
    expect(done).toEqual(['a not-saved', 'b not-saved', 'c not-saved']);
    expect(disk.batches).toHaveLength(1);
    expect(queue.isWritable).toBe(false);
    expect(changes).toEqual([[false, 'disk full']]);
  });

  test('refuses at once while it fails', () => {
    put('d');
    expect(done.at(-1)).toBe('d not-saved');
    expect(disk.batches).toHaveLength(1);
  });

  test('is tried again and again, and goes on by itself when it takes writes', async () => {
    for (let i = 0; i < 3; i += 1) {
      expect(timers.waits).toEqual([PROBE_MS]);
      timers.fire();
      await settled();
      expect(queue.isWritable).toBe(false);
    }
    disk.takesProbes = true;
    timers.fire();
    await settled();
    expect(queue.isWritable).toBe(true);
    expect(changes.map(([isWritable]) => isWritable)).toEqual([false, true]);
    put('d');
    timers.fire();
    await disk.save();
    expect(done.at(-1)).toBe('d kept');
  });

  test('is not tried any more after closing', async () => {
    await queue.close();
    expect(timers.waits).toEqual([]);
  });
});

describe('a disk that is found to be away', () => {
  test('gets no more writes, which are refused, and is tried until it is back', async () => {
    put('a');
    queue.diskFailed('unplugged');
    expect(done).toEqual(['a not-saved']);
    expect(changes).toEqual([[false, 'unplugged']]);
    expect(timers.waits).toEqual([PROBE_MS]);
    disk.takesProbes = true;
    timers.fire();
    await settled();
    expect(queue.isWritable).toBe(true);
    expect(disk.batches).toEqual([]);
  });

  test('while a batch is under way: that one fails by itself, and all is told and tried once', async () => {
    put('a');
    timers.fire();
    put('b');
    queue.diskFailed('unplugged');
    queue.diskFailed('unplugged');
    expect(done).toEqual(['b not-saved']);
    await disk.fail();
    expect(done).toEqual(['b not-saved', 'a not-saved']);
    expect(changes).toEqual([[false, 'unplugged']]);
    expect(timers.waits).toEqual([PROBE_MS]);
  });
});

test('closing commits what waits, takes nothing more, and resolves when it is safe', async () => {
  put('a');
  timers.fire();
  put('b');
  const closing = queue.close().then(() => done.push('closed'));
  put('late');
  expect(done).toEqual(['late not-saved']);
  await disk.save();
  expect(keysOf(disk.batches[1])).toEqual(['b']);
  await disk.save();
  await closing;
  expect(done).toEqual(['late not-saved', 'a kept', 'b kept', 'closed']);
});
