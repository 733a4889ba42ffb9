// The contract of the log: how entries are numbered, and what is refused.
import { describe, expect, test } from 'vitest';
import { entriesOf, entryOf, join, names, opening, seqsOf, upTo } from '../samples.ts';
import type { HomeUnderTest } from './home.ts';

export const describeNumbering = (home: () => HomeUnderTest): void => {
  describe('numbers entries', () => {
    test('a room begins with entry 1, and the next are 2, 3, 4', async () => {
      const { log } = home();
      const first = entryOf(await log.create('ROOM', opening, 'server-1'));
      expect(first).toEqual({ epoch: first.epoch, seq: 1, at: first.at, by: 'server-1', command: opening });
      for (const seq of [2, 3, 4]) {
        expect(entryOf(await log.append('ROOM', join('Ada'), 'server-1')).seq).toBe(seq);
      }
    });

    test('appends of the same moment get their numbers in the order of the calls', async () => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      const appended = await Promise.all(names(300).map((name) => log.append('ROOM', join(name), 's')));
      expect(appended.map((each) => entryOf(each).seq)).toEqual(upTo(301).slice(1));
      const joined = (await entriesOf(log, 'ROOM', 2)).map(({ command }) => command);
      expect(joined).toEqual(names(300).map(join));
    });

    test('rooms are numbered each by itself, and none sees the entries of another', async () => {
      const { log } = home();
      await Promise.all([log.create('ONE', opening, 's'), log.create('TWO', opening, 's')]);
      await Promise.all(names(50).map((name, i) => log.append(i % 2 === 0 ? 'ONE' : 'TWO', join(name), 's')));
      for (const [code, remainder] of [
        ['ONE', 0],
        ['TWO', 1],
      ] as const) {
        const entries = await entriesOf(log, code);
        expect(seqsOf(entries)).toEqual(upTo(26));
        const own = names(50).filter((_, i) => i % 2 === remainder);
        expect(entries.slice(1).map(({ command }) => command)).toEqual(own.map(join));
      }
    });

    test('an append may be sent in the same moment as the create before it', async () => {
      const { log } = home();
      const [created, appended] = await Promise.all([
        log.create('ROOM', opening, 's'),
        log.append('ROOM', join('Ada'), 's'),
      ]);
      expect([entryOf(created).seq, entryOf(appended).seq]).toEqual([1, 2]);
    });
  });

  describe('refuses', () => {
    test('a code that is in use, and leaves its room as it was', async () => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      expect(await log.create('ROOM', { ...opening, hostHash: 'other' }, 's')).toBeNull();
      expect((await entriesOf(log, 'ROOM')).map(({ command }) => command)).toEqual([opening]);
    });

    test('one of two creates of the same moment', async () => {
      const { log } = home();
      const both = await Promise.all([log.create('ROOM', opening, 'a'), log.create('ROOM', opening, 'b')]);
      expect(both.filter((created) => created === null)).toHaveLength(1);
    });

    test('to append to a room that there is not, and others of the same moment pass', async () => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      const [missing, fine] = await Promise.all([
        log.append('NONE', join('Ada'), 's'),
        log.append('ROOM', join('Ada'), 's'),
      ]);
      expect(missing).toEqual({ ok: false, failure: 'no-such-room' });
      expect(entryOf(fine).seq).toBe(2);
      expect(await entriesOf(log, 'NONE')).toEqual([]);
    });
  });
};
