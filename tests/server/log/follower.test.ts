// A follower between what is stored and what is offered: once each, in order, whatever comes first.
import { expect, onTestFinished, test, vi } from 'vitest';
import { Follower } from '../../../server/src/log/follower.ts';
import { Followers } from '../../../server/src/log/followers.ts';
import type { Entry } from '../../../server/src/log/room-log.ts';
import { serving } from './samples.ts';

const entry = (seq: number): Entry => ({ epoch: 0, seq, at: seq, by: 's', command: serving });

test('an entry that is committed after the last read began is read, not lost', async () => {
  const stored: Entry[] = [];
  const seen: number[] = [];
  // Entries 1 and 2 are offered while a read is under way that has found nothing yet.
  const follower: Follower = new Follower(
    1,
    (from) => {
      const found = stored.filter(({ seq }) => seq >= from);
      if (stored.length === 0) {
        stored.push(entry(1), entry(2));
        for (const each of stored) follower.offer(each);
      }
      return Promise.resolve(found);
    },
    ({ seq }) => seen.push(seq),
  );
  await follower.catchUp();
  follower.offer(entry(3));
  expect(seen).toEqual([1, 2, 3]);
});

test('an entry that was read is not given again when it is offered', async () => {
  const seen: number[] = [];
  const follower = new Follower(
    1,
    (from) => Promise.resolve([entry(1), entry(2)].filter(({ seq }) => seq >= from)),
    ({ seq }) => seen.push(seq),
  );
  await follower.catchUp();
  follower.offer(entry(2));
  follower.offer(entry(3));
  follower.offer(entry(3));
  expect(seen).toEqual([1, 2, 3]);
});

test('a stopped follower reads no further', async () => {
  let reads = 0;
  const seen: number[] = [];
  const follower: Follower = new Follower(
    1,
    (from) => {
      reads += 1;
      return Promise.resolve([entry(from)]);
    },
    ({ seq }) => {
      seen.push(seq);
      if (seq === 3) follower.stop();
    },
  );
  await follower.catchUp();
  expect(seen).toEqual([1, 2, 3]);
  expect(reads).toBe(3);
});

test('a follower that throws keeps no other from its entry, and the fault surfaces', async () => {
  const surfaced: (() => void)[] = [];
  vi.stubGlobal('queueMicrotask', (task: () => void) => surfaced.push(task));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const followers = new Followers();
  const seen: number[] = [];
  const nothing = () => Promise.resolve([]);
  await followers.add('ROOM', 1, nothing, ({ seq }) => {
    if (seq === 1) throw new Error('a bug');
    seen.push(-seq);
  });
  await followers.add('ROOM', 1, nothing, ({ seq }) => seen.push(seq));
  followers.offer('ROOM', entry(1));
  followers.offer('ROOM', entry(2));
  expect(seen).toEqual([1, -2, 2]);
  expect(surfaced).toHaveLength(1);
  expect(surfaced[0]).toThrow('a bug');
});
