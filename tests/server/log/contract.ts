// The contract of log and shelf: one suite for every home they have, in a database, over a network or in memory.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Command, Entry, RoomLog } from '../../../server/src/log/room-log.ts';
import type { Shelf } from '../../../server/src/log/shelf.ts';

export interface HomeUnderTest {
  log: RoomLog;
  shelf: Shelf;
  /** Lets this much time pass on the log's clock. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export type OpenHome = () => Promise<HomeUnderTest>;

/** The first command of a room. */
export const opening: Command = { type: 'open-room', rules: 1, hostHash: 'hash', joinKey: 'key' };
export const join = (name: string): Command => ({
  type: 'join',
  secretHash: `hash of ${name}`,
  name,
  nameKey: name,
});
export const names = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `player ${String(i + 1)}`);
export const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

/** The entry of an append that must have worked. */
export const entryOf = (appended: Awaited<ReturnType<RoomLog['append']>> | null): Entry => {
  if (!appended?.ok) throw new Error(`not appended: ${appended?.failure ?? 'code in use'}`);
  return appended.entry;
};

/** All entries of a room that stand in the log now. */
export const entriesOf = async (log: RoomLog, code: string, fromSeq = 1): Promise<Entry[]> => {
  const entries: Entry[] = [];
  const subscription = await log.follow(code, fromSeq, (entry) => entries.push(entry));
  subscription.stop();
  return entries;
};

const seqsOf = (entries: Entry[]): number[] => entries.map(({ seq }) => seq);

/** What people and machines send that must come back as it went in. */
const oddNames = [
  '',
  '__proto__',
  'constructor',
  'Zoë 🦄 e\u0301 \u202e ‮',
  'zero \u0000 and \u001f',
  'half a pair \ud83e',
  `'; drop table entry; --`,
  '"]}\\u0000\\',
  '\r\n\u2028\u2029',
];

const megabyteQuiz = (): Command => ({
  type: 'prepare',
  moment: 1,
  title: 'A megabyte of ünïcode',
  questions: Array.from({ length: 1000 }, (_, i) => ({
    id: `q${String(i)}`,
    family: 'hand-written',
    tier: 'standard',
    prompt: `What is ${String(i)}?`,
    body: { kind: 'choice', options: ['a', 'b', 'c'], key: 1 },
    explanation: 'é'.repeat(600),
    source: { document: 'd', entry: 'e', line: i + 1 },
    factIds: [],
    difficulty: 0.5,
    remarks: [],
  })),
  settings: {
    seconds: null,
    points: 'flat',
    streakBonus: false,
    shuffle: false,
    lateJoining: true,
    textOnPhones: true,
    changingAnswers: false,
    advance: 'host',
  },
  keepScores: false,
});

export const describeRoomLog = (home: string, open: OpenHome): void => {
  describe(`the room log in ${home}`, () => {
    let place: HomeUnderTest;
    let log: RoomLog;

    beforeEach(async () => {
      place = await open();
      log = place.log;
    });
    afterEach(() => place.close());

    describe('numbers entries', () => {
      test('a room begins with entry 1, and the next are 2, 3, 4', async () => {
        const first = entryOf(await log.create('ROOM', opening, 'server-1'));
        expect(first).toEqual({ epoch: first.epoch, seq: 1, at: first.at, by: 'server-1', command: opening });
        for (const seq of [2, 3, 4]) {
          expect(entryOf(await log.append('ROOM', join('Ada'), 'server-1')).seq).toBe(seq);
        }
      });

      test('appends of the same moment get their numbers in the order of the calls', async () => {
        await log.create('ROOM', opening, 's');
        const appended = await Promise.all(names(300).map((name) => log.append('ROOM', join(name), 's')));
        expect(appended.map((each) => entryOf(each).seq)).toEqual(upTo(301).slice(1));
        const joined = (await entriesOf(log, 'ROOM', 2)).map(({ command }) => command);
        expect(joined).toEqual(names(300).map(join));
      });

      test('rooms are numbered each by itself, and none sees the entries of another', async () => {
        await Promise.all([log.create('ONE', opening, 's'), log.create('TWO', opening, 's')]);
        await Promise.all(
          names(50).map((name, i) => log.append(i % 2 === 0 ? 'ONE' : 'TWO', join(name), 's')),
        );
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
        const [created, appended] = await Promise.all([
          log.create('ROOM', opening, 's'),
          log.append('ROOM', join('Ada'), 's'),
        ]);
        expect([entryOf(created).seq, entryOf(appended).seq]).toEqual([1, 2]);
      });
    });

    describe('refuses', () => {
      test('a code that is in use, and leaves its room as it was', async () => {
        await log.create('ROOM', opening, 's');
        expect(await log.create('ROOM', { ...opening, hostHash: 'other' }, 's')).toBeNull();
        expect((await entriesOf(log, 'ROOM')).map(({ command }) => command)).toEqual([opening]);
      });

      test('one of two creates of the same moment', async () => {
        const both = await Promise.all([log.create('ROOM', opening, 'a'), log.create('ROOM', opening, 'b')]);
        expect(both.filter((created) => created === null)).toHaveLength(1);
      });

      test('to append to a room that there is not, and others of the same moment pass', async () => {
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

    describe('gives to followers', () => {
      test('what stands in the log before the follow resolves, from any number on', async () => {
        await log.create('ROOM', opening, 's');
        await Promise.all(names(9).map((name) => log.append('ROOM', join(name), 's')));
        for (const from of [1, 4, 10, 11, 500]) {
          expect(seqsOf(await entriesOf(log, 'ROOM', from))).toEqual(upTo(10).filter((seq) => seq >= from));
        }
      });

      test('what is appended later, before the append resolves', async () => {
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
        await log.create('ROOM', opening, 's');
        await Promise.all(names(4999).map((name) => log.append('ROOM', join(name), 's')));
        expect(seqsOf(await entriesOf(log, 'ROOM'))).toEqual(upTo(5000));
      });

      test('nothing more after they stop, even from within', async () => {
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
        const seen: number[] = [];
        await log.follow('ROOM', 1, ({ seq }) => seen.push(seq));
        await log.create('ROOM', opening, 's');
        await log.append('ROOM', join('Ada'), 's');
        expect(seen).toEqual([1, 2]);
      });

      test('an append that a follower makes, after the entry that caused it', async () => {
        await log.create('ROOM', opening, 's');
        const seen: Entry[] = [];
        let answer: Promise<unknown> | undefined;
        await log.follow('ROOM', 2, (entry) => {
          seen.push(entry);
          if (entry.seq === 2) answer = log.append('ROOM', { type: 'wake' }, 's');
        });
        await log.append('ROOM', join('Ada'), 's');
        await answer;
        expect(seen.map(({ command }) => command.type)).toEqual(['join', 'wake']);
      });
    });

    describe('keeps commands as they are', () => {
      test.each(oddNames)('a name like %j', async (name) => {
        await log.create('ROOM', opening, 's');
        const live: Entry[] = [];
        await log.follow('ROOM', 2, (entry) => live.push(entry));
        const appended = entryOf(await log.append('ROOM', join(name), 's'));
        expect(appended.command).toEqual(join(name));
        expect(await entriesOf(log, 'ROOM', 2)).toEqual([appended]);
        expect(live).toEqual([appended]);
      });

      test('a field named __proto__ stays a field and reaches no prototype', async () => {
        await log.create('ROOM', opening, 's');
        const command = JSON.parse('{"type":"lock","locked":true,"__proto__":{"polluted":1}}') as Command;
        await log.append('ROOM', command, 's');
        const [entry] = await entriesOf(log, 'ROOM', 2);
        expect(JSON.stringify(entry?.command)).toBe(JSON.stringify(command));
        expect('polluted' in (entry?.command ?? {})).toBe(false);
      });

      test('a megabyte of questions', async () => {
        const quiz = megabyteQuiz();
        await log.create('ROOM', opening, 's');
        await log.append('ROOM', quiz, 's');
        expect((await entriesOf(log, 'ROOM', 2))[0]?.command).toEqual(quiz);
      });

      test('what is changed in a command after the append changes nothing in the log', async () => {
        await log.create('ROOM', opening, 's');
        const live: Entry[] = [];
        await log.follow('ROOM', 2, (entry) => live.push(entry));
        const players = [1, 2];
        const appending = log.append('ROOM', { type: 'remove', players }, 's');
        players.push(3);
        await appending;
        expect(live[0]?.command).toEqual({ type: 'remove', players: [1, 2] });
        expect(await entriesOf(log, 'ROOM', 2)).toEqual(live);
      });
    });

    describe('has one clock', () => {
      test('its times are whole ms and never decrease, over entries and rooms', async () => {
        await log.create('ONE', opening, 's');
        await log.create('TWO', opening, 's');
        const times: number[] = [];
        for (const [i, name] of names(30).entries()) {
          const { at } = entryOf(await log.append(i % 2 === 0 ? 'ONE' : 'TWO', join(name), 's'));
          times.push(at);
          await place.pass(i % 3);
        }
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(times.every(Number.isInteger)).toBe(true);
      });

      test('an entry stands between now before it and now after it', async () => {
        const before = log.now();
        const { at } = entryOf(await log.create('ROOM', opening, 's'));
        expect(at).toBeGreaterThanOrEqual(before);
        expect(at).toBeLessThanOrEqual(log.now());
        await place.pass(20);
        expect(log.now()).toBeGreaterThanOrEqual(at + 20);
      });
    });

    describe('lists and expires', () => {
      test('all rooms with the time of their last entry', async () => {
        expect(await log.list()).toEqual([]);
        const one = entryOf(await log.create('ONE', opening, 's'));
        await log.create('TWO', opening, 's');
        await place.pass(5);
        const two = entryOf(await log.append('TWO', join('Ada'), 's'));
        const rooms = (await log.list()).toSorted((a, b) => a.lastAt - b.lastAt);
        expect(rooms).toEqual([
          { code: 'ONE', lastAt: one.at },
          { code: 'TWO', lastAt: two.at },
        ]);
      });

      test('rooms whose last entry is older, and no others', async () => {
        await log.create('OLD', opening, 's');
        await log.create('BUSY', opening, 's');
        await place.pass(10);
        const { at } = entryOf(await log.append('BUSY', join('Ada'), 's'));
        expect(await log.expire(at)).toEqual(['OLD']);
        expect((await log.list()).map(({ code }) => code)).toEqual(['BUSY']);
        expect(await entriesOf(log, 'OLD')).toEqual([]);
        expect(await log.append('OLD', join('Ada'), 's')).toEqual({ ok: false, failure: 'no-such-room' });
        expect(await log.expire(at)).toEqual([]);
      });

      test('whose code may be used again, unseen by followers of the old room', async () => {
        const seen: number[] = [];
        await log.create('ROOM', opening, 's');
        await log.follow('ROOM', 1, ({ seq }) => seen.push(seq));
        await place.pass(10);
        await log.expire(log.now());
        expect(entryOf(await log.create('ROOM', opening, 's')).seq).toBe(1);
        await log.append('ROOM', join('Ada'), 's');
        expect(seen).toEqual([1]);
        expect(seqsOf(await entriesOf(log, 'ROOM'))).toEqual([1, 2]);
      });
    });

    describe('closes', () => {
      test('after it has committed what was appended; what comes later is not saved', async () => {
        await log.create('ROOM', opening, 's');
        const appends = names(20).map((name) => log.append('ROOM', join(name), 's'));
        await log.close();
        expect((await Promise.all(appends)).map((each) => entryOf(each).seq)).toEqual(upTo(21).slice(1));
        expect(log.isWritable()).toBe(false);
        expect(await log.append('ROOM', join('late'), 's')).toEqual({ ok: false, failure: 'not-saved' });
      });
    });
  });
};

export const describeShelf = (home: string, open: OpenHome): void => {
  describe(`the shelf in ${home}`, () => {
    let place: HomeUnderTest;
    let shelf: Shelf;

    beforeEach(async () => {
      place = await open();
      shelf = place.shelf;
    });
    afterEach(() => place.close());

    test('has nothing under a key that was never put', async () => {
      expect(await shelf.get('nothing')).toBeNull();
    });

    test('gives back what was put last, each under its key', async () => {
      expect(await shelf.put('a', 'one', 60_000)).toBe(true);
      expect(await shelf.put('b', 'two', 60_000)).toBe(true);
      await Promise.all([shelf.put('a', 'three', 60_000), shelf.put('a', 'four', 60_000)]);
      expect([await shelf.get('a'), await shelf.get('b')]).toEqual(['four', 'two']);
    });

    test('forgets a value when its time is over, and others not', async () => {
      await shelf.put('short', 'x', 20);
      await shelf.put('long', 'y', 60_000);
      await place.pass(25);
      expect([await shelf.get('short'), await shelf.get('long')]).toEqual([null, 'y']);
    });

    test('a value that is put again lives by its new time', async () => {
      await shelf.put('key', 'x', 20);
      await shelf.put('key', 'x', 60_000);
      await place.pass(25);
      expect(await shelf.get('key')).toBe('x');
      await shelf.put('key', 'y', 20);
      await place.pass(25);
      expect(await shelf.get('key')).toBeNull();
    });

    test.each([
      ['nothing', ''],
      ['the name of a prototype', '__proto__'],
      ['all alphabets', 'ünïcode 🦄'],
      ['SQL', `'; drop table shelf; --`],
      ['lines', 'line\nline\r\n'],
      ['control characters', 'nul \u0000 inside'],
      ['a megabyte', 'é'.repeat(500_000)],
    ])('keeps %s as it is, in key and value', async (_, text) => {
      const key = `key ${text.slice(0, 30)}`;
      await shelf.put(key, text, 60_000);
      expect(await shelf.get(key)).toBe(text);
    });
  });
};
