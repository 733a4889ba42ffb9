// The contract of the log: commands come back as they went in, under one clock.
import { describe, expect, test } from 'vitest';
import type { Command, Entry } from '../../../../server/src/log/room-log.ts';
import { entriesOf, entryOf, join, megabyteQuiz, names, oddNames, opening } from '../samples.ts';
import type { HomeUnderTest } from './home.ts';

export const describeKeeping = (home: () => HomeUnderTest): void => {
  describe('keeps commands as they are', () => {
    test.each(oddNames)('a name like %j', async (name) => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      const live: Entry[] = [];
      await log.follow('ROOM', 2, (entry) => live.push(entry));
      const appended = entryOf(await log.append('ROOM', join(name), 's'));
      expect(appended.command).toEqual(join(name));
      expect(await entriesOf(log, 'ROOM', 2)).toEqual([appended]);
      expect(live).toEqual([appended]);
    });

    test('a field named __proto__ stays a field and reaches no prototype', async () => {
      const { log } = home();
      await log.create('ROOM', opening, 's');
      const command = JSON.parse('{"type":"lock","locked":true,"__proto__":{"polluted":1}}') as Command;
      await log.append('ROOM', command, 's');
      const [entry] = await entriesOf(log, 'ROOM', 2);
      expect(JSON.stringify(entry?.command)).toBe(JSON.stringify(command));
      expect('polluted' in (entry?.command ?? {})).toBe(false);
    });

    test('a megabyte of questions', async () => {
      const { log } = home();
      const quiz = megabyteQuiz();
      await log.create('ROOM', opening, 's');
      await log.append('ROOM', quiz, 's');
      expect((await entriesOf(log, 'ROOM', 2))[0]?.command).toEqual(quiz);
    });

    test('what is changed in a command after the append changes nothing in the log', async () => {
      const { log } = home();
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
      const { log, pass } = home();
      await log.create('ONE', opening, 's');
      await log.create('TWO', opening, 's');
      const times: number[] = [];
      for (const [i, name] of names(30).entries()) {
        const { at } = entryOf(await log.append(i % 2 === 0 ? 'ONE' : 'TWO', join(name), 's'));
        times.push(at);
        await pass(i % 3);
      }
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.every(Number.isInteger)).toBe(true);
    });

    test('an entry stands between now before it and now after it', async () => {
      const { log, pass } = home();
      const before = log.now();
      const { at } = entryOf(await log.create('ROOM', opening, 's'));
      expect(at).toBeGreaterThanOrEqual(before);
      expect(at).toBeLessThanOrEqual(log.now());
      await pass(20);
      expect(log.now()).toBeGreaterThanOrEqual(at + 20);
    });
  });
};
