// A follower between what is stored and what is offered: once each, in order, whatever comes first.
import { expect, test } from 'vitest';
import { Follower } from '../../../server/src/log/follower.ts';
import type { Entry } from '../../../server/src/log/room-log.ts';

const entry = (seq: number): Entry => ({ epoch: 0, seq, at: seq, by: 's', command: { type: 'wake' } });

test('an entry that is committed after a read began is read, not lost', async () => {
  const stored = [entry(1), entry(2)];
  const seen: number[] = [];
  // Entries 3 and 4 are offered while a read is under way that does not hold them yet.
  const follower: Follower = new Follower(
    1,
    (from) => {
      const found = stored.filter(({ seq }) => seq >= from);
      if (stored.length === 2) {
        stored.push(entry(3), entry(4));
        follower.offer(entry(3));
        follower.offer(entry(4));
      }
      return Promise.resolve(found);
    },
    ({ seq }) => seen.push(seq),
  );
  await follower.catchUp();
  follower.offer(entry(5));
  expect(seen).toEqual([1, 2, 3, 4, 5]);
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
