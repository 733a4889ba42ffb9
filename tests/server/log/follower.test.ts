// A follower between what is stored and what is offered: once each, in order, whatever comes first.
import { expect, onTestFinished, test, vi } from 'vitest';
import { Follower } from '../../../server/src/log/follower.ts';
import { Followers } from '../../../server/src/log/followers.ts';
import type { Entry } from '../../../server/src/log/room-log.ts';
import { FakeLater } from './fake-later.ts';
import { MemoryDisk } from './memory-disk.ts';
import { serving } from './samples.ts';

const entry = (seq: number, epoch = 0): Entry => ({ epoch, seq, at: seq, by: 's', command: serving });

/** A follower from 1 on, of a log that holds `stored`. */
const follow = (stored: Entry[], onRead: (follower: Follower) => void = () => {}) => {
  const seen: number[] = [];
  const ends: string[] = [];
  const timers = new FakeLater();
  let reads = 0;
  const follower: Follower = new Follower(1, {
    read: (from) => {
      reads += 1;
      const found = stored.filter(({ seq }) => seq >= from);
      onRead(follower);
      return Promise.resolve({ epoch: stored[0]?.epoch ?? 0, entries: found });
    },
    later: timers.later,
    onEntry: ({ seq }) => seen.push(seq),
    onEnd: (why) => ends.push(why),
  });
  return { follower, seen, ends, timers, reads: () => reads };
};

test('an entry that is committed after the last read began is not lost', async () => {
  const stored: Entry[] = [];
  // Entries 1 and 2 are offered while a read is under way that has found nothing yet.
  const { follower, seen } = follow(stored, (reader) => {
    if (stored.length > 0) return;
    stored.push(entry(1), entry(2));
    for (const each of stored) reader.offer(each);
  });
  await follower.catchUp();
  follower.offer(entry(3));
  expect(seen).toEqual([1, 2, 3]);
});

test('an entry that was read is not given again when it is offered', async () => {
  const { follower, seen } = follow([entry(1), entry(2)]);
  await follower.catchUp();
  follower.offer(entry(2));
  follower.offer(entry(3));
  follower.offer(entry(3));
  expect(seen).toEqual([1, 2, 3]);
});

test('entries that come in another order are given in theirs', async () => {
  const { follower, seen, timers } = follow([]);
  await follower.catchUp();
  for (const seq of [2, 4, 1, 3]) follower.offer(entry(seq));
  expect(seen).toEqual([1, 2, 3, 4]);
  timers.fire();
});

test('an entry that does not come is read, and whoever waits for those behind it waits so long', async () => {
  const stored: Entry[] = [];
  const { follower, seen, timers } = follow(stored);
  await follower.catchUp();
  follower.offer(entry(1));
  let isReached = false;
  void follower.reached(3)?.then(() => (isReached = true));
  follower.offer(entry(3));
  expect(seen).toEqual([1]);
  stored.push(entry(1), entry(2), entry(3));
  timers.fire();
  await follower.catchUp();
  expect(seen).toEqual([1, 2, 3]);
  expect([isReached, follower.reached(3)]).toEqual([true, null]);
});

test('a catch-up that is asked for while one is under way reads what was stored in between', async () => {
  const stored: Entry[] = [];
  const { follower, seen } = follow(stored);
  const first = follower.catchUp();
  stored.push(entry(1));
  await follower.catchUp();
  expect(seen).toEqual([1]);
  await first;
});

test('a higher epoch ends what was given; an older word is not heard', async () => {
  const { follower, seen, ends } = follow([entry(1, 1)]);
  await follower.catchUp();
  follower.offer(entry(2, 0));
  expect([seen, ends]).toEqual([[1], []]);
  follower.offer(entry(2, 2));
  follower.offer(entry(2, 1));
  expect([seen, ends]).toEqual([[1], ['rewritten']]);
});

test('a stopped follower reads no further, and keeps nobody waiting', async () => {
  const { follower, seen, reads } = follow([entry(1), entry(2), entry(3)], (reader) => {
    if (seen.length === 3) reader.stop();
  });
  const waiting = follower.reached(9);
  await follower.catchUp();
  await waiting;
  expect(seen).toEqual([1, 2, 3]);
  expect(reads()).toBe(2);
});

test('a follower that throws keeps no other from its entry, and the fault surfaces', async () => {
  const surfaced: (() => void)[] = [];
  vi.stubGlobal('queueMicrotask', (task: () => void) => surfaced.push(task));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const followers = new Followers(new MemoryDisk(), new FakeLater().later);
  const seen: number[] = [];
  const onEnd = () => undefined;
  const faulty = ({ seq }: Entry) => {
    if (seq === 1) throw new Error('a bug');
    seen.push(-seq);
  };
  await followers.add('ROOM', 1, faulty, onEnd);
  await followers.add('ROOM', 1, ({ seq }) => seen.push(seq), onEnd);
  followers.offer('ROOM', entry(1));
  followers.offer('ROOM', entry(2));
  expect(seen).toEqual([1, -2, 2]);
  expect(surfaced).toHaveLength(1);
  expect(surfaced[0]).toThrow('a bug');
});
