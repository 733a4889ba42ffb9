// The contract of the log: rooms are listed, expire, and the log closes without losing what was appended.
import { describe, expect, test } from 'vitest';
import { entriesOf, entryOf, join, names, opening, seqsOf, upTo } from '../samples.ts';
import type { HomeUnderTest } from './home.ts';

export const describeEnding = (home: () => HomeUnderTest): void => {
  describe('lists and expires', () => {
    test('all rooms with the time of their last entry', async () => {
      const { log, pass } = home();
      expect(await log.list()).toEqual([]);
      const one = entryOf(await log.create('ONE', opening, 's'));
      await log.create('TWO', opening, 's');
      await pass(5);
      const two = entryOf(await log.append('TWO', join('Ada'), 's'));
      const rooms = (await log.list()).toSorted((a, b) => a.lastAt - b.lastAt);
      expect(rooms).toEqual([
        { code: 'ONE', lastAt: one.at },
        { code: 'TWO', lastAt: two.at },
      ]);
    });

    test('rooms whose last entry is older, and no others', async () => {
      const { log, pass } = home();
      await log.create('OLD', opening, 's');
      await log.create('BUSY', opening, 's');
      await pass(10);
      const { at } = entryOf(await log.append('BUSY', join('Ada'), 's'));
      expect(await log.expire(at)).toEqual(['OLD']);
      expect((await log.list()).map(({ code }) => code)).toEqual(['BUSY']);
      expect(await entriesOf(log, 'OLD')).toEqual([]);
      expect(await log.append('OLD', join('Ada'), 's')).toEqual({ ok: false, failure: 'no-such-room' });
      expect(await log.expire(at)).toEqual([]);
    });

    test('however many there are', async () => {
      const { log, pass } = home();
      const codes = upTo(250).map((n) => `OLD${1000 + n}`);
      await Promise.all(codes.map((code) => log.create(code, opening, 's')));
      await pass(10);
      expect(await log.expire(log.now())).toEqual(codes);
      expect(await log.list()).toEqual([]);
    });

    test('whose code may be used again, unseen by followers of the old room', async () => {
      const { log, pass } = home();
      const seen: number[] = [];
      const ends: string[] = [];
      await log.create('ROOM', opening, 's');
      await log.follow(
        'ROOM',
        1,
        ({ seq }) => seen.push(seq),
        (why) => ends.push(why),
      );
      await pass(10);
      await log.expire(log.now());
      expect(ends).toEqual(['expired']);
      expect(entryOf(await log.create('ROOM', opening, 's')).seq).toBe(1);
      await log.append('ROOM', join('Ada'), 's');
      expect(seen).toEqual([1]);
      expect(seqsOf(await entriesOf(log, 'ROOM'))).toEqual([1, 2]);
    });
  });

  describe('closes', () => {
    test('after it has committed what was appended; what comes later is not saved', async () => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      const appends = names(20).map((name) => log.append('ROOM', join(name), 's'));
      await log.close();
      expect((await Promise.all(appends)).map((each) => entryOf(each).seq)).toEqual(upTo(21).slice(1));
      expect(log.isWritable()).toBe(false);
      expect(await log.append('ROOM', join('late'), 's')).toEqual({ ok: false, failure: 'not-saved' });
    });

    test('twice without harm', async () => {
      const { log } = home();
      await Promise.all([log.close(), log.close()]);
      await log.close();
    });
  });
};
