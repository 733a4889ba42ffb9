// The contract of the log: followers get every entry once, in order, from any number on.
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../../server/src/log/room-log.ts';
import { entriesOf, entryOf, join, names, opening, seqsOf, serving, upTo } from '../samples.ts';
import type { HomeUnderTest } from './home.ts';

export const describeFollowing = (home: () => HomeUnderTest): void => {
  describe('gives to followers', () => {
    test('what stands in the log before the follow resolves, from any number on', async () => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      await Promise.all(names(9).map((name) => log.append('ROOM', join(name), 's')));
      for (const from of [1, 4, 10, 11, 500]) {
        expect(seqsOf(await entriesOf(log, 'ROOM', from))).toEqual(upTo(10).filter((seq) => seq >= from));
      }
    });

    test('what is appended later, before the append resolves', async () => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      const seen: Entry[] = [];
      await log.follow('ROOM', 2, (entry) => seen.push(entry));
      for (const name of names(5)) {
        const entry = entryOf(await log.append('ROOM', join(name), 's'));
        expect(seen.at(-1)).toEqual(entry);
      }
      expect(seqsOf(seen)).toEqual([2, 3, 4, 5, 6]);
    });

    test('every entry once and in order while appends go on', async () => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      const appends: Promise<unknown>[] = [];
      const followers: { from: number; seen: Entry[] }[] = [];
      const follows: Promise<unknown>[] = [];
      for (const [i, name] of names(400).entries()) {
        appends.push(log.append('ROOM', join(name), 's'));
        if (i % 40 === 20) {
          const follower = { from: 1 + (i % 3) * 50, seen: [] as Entry[] };
          followers.push(follower);
          follows.push(log.follow('ROOM', follower.from, (entry) => follower.seen.push(entry)));
        }
        if (i % 10 === 0) await log.append('ROOM', join('meanwhile'), 's');
      }
      await Promise.all([...appends, ...follows]);
      const all = await entriesOf(log, 'ROOM');
      expect(seqsOf(all)).toEqual(upTo(441));
      for (const { from, seen } of followers) expect(seen).toEqual(all.slice(from - 1));
    });

    test('a log that is longer than one read', async () => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      await Promise.all(names(4999).map((name) => log.append('ROOM', join(name), 's')));
      expect(seqsOf(await entriesOf(log, 'ROOM'))).toEqual(upTo(5000));
    });

    test('nothing more after they stop, even from within', async () => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      const seen: number[] = [];
      const subscription = await log.follow('ROOM', 2, ({ seq }) => {
        seen.push(seq);
        if (seq === 3) subscription.stop();
      });
      await Promise.all(names(5).map((name) => log.append('ROOM', join(name), 's')));
      expect(seen).toEqual([2, 3]);
    });

    test('a room that is created after the follow', async () => {
      const { log } = home();
      const seen: number[] = [];
      await log.follow('ROOM', 1, ({ seq }) => seen.push(seq));
      await log.create('ROOM', opening, 's');
      await log.append('ROOM', join('Ada'), 's');
      expect(seen).toEqual([1, 2]);
    });

    test('an append that a follower makes, after the entry that caused it', async () => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      const seen: Entry[] = [];
      let answer: Promise<unknown> | undefined;
      await log.follow('ROOM', 2, (entry) => {
        seen.push(entry);
        if (entry.seq === 2) answer = log.append('ROOM', serving, 's');
      });
      await log.append('ROOM', join('Ada'), 's');
      await answer;
      expect(seen.map(({ command }) => command.type)).toEqual(['join', 'serve']);
    });

    test('every one of many alike', async () => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      const followers = names(20).map(() => [] as number[]);
      await Promise.all(followers.map((seen) => log.follow('ROOM', 1, ({ seq }) => seen.push(seq))));
      await Promise.all(names(9).map((name) => log.append('ROOM', join(name), 's')));
      for (const seen of followers) expect(seen).toEqual(upTo(10));
    });
  });
};
