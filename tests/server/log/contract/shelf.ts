// The contract of the shelf: values under keys, each until its time is over.
import { describe, expect, test } from 'vitest';
import { freshHome } from './home.ts';
import type { OpenHome } from './home.ts';

export const describeShelf = (name: string, open: OpenHome): void => {
  describe(`the shelf in ${name}`, () => {
    const home = freshHome(open);

    test('has nothing under a key that was never put', async () => {
      const { shelf } = home();
      expect(await shelf.get('nothing')).toBeNull();
    });

    test('gives back what was put last, each under its key', async () => {
      const { shelf } = home();
      expect(await shelf.put('a', 'one', 60_000)).toBe(true);
      expect(await shelf.put('b', 'two', 60_000)).toBe(true);
      await Promise.all([shelf.put('a', 'three', 60_000), shelf.put('a', 'four', 60_000)]);
      expect([await shelf.get('a'), await shelf.get('b')]).toEqual(['four', 'two']);
    });

    test('forgets a value when its time is over, and others not', async () => {
      const { shelf, pass } = home();
      await shelf.put('short', 'x', 20);
      await shelf.put('long', 'y', 60_000);
      await pass(25);
      expect([await shelf.get('short'), await shelf.get('long')]).toEqual([null, 'y']);
    });

    test('a value that is put again lives by its new time', async () => {
      const { shelf, pass } = home();
      await shelf.put('key', 'x', 20);
      await shelf.put('key', 'x', 60_000);
      await pass(25);
      expect(await shelf.get('key')).toBe('x');
      await shelf.put('key', 'y', 20);
      await pass(25);
      expect(await shelf.get('key')).toBeNull();
    });

    test('keeps the first of several claims until its time is over, then the next', async () => {
      const { shelf, pass } = home();
      const claims = ['one', 'two', 'three'].map((value) => shelf.claim('key', value, 20));
      expect(await Promise.all(claims)).toEqual(['one', 'one', 'one']);
      expect(await shelf.get('key')).toBe('one');
      await pass(25);
      expect(await shelf.claim('key', 'four', 60_000)).toBe('four');
      expect(await shelf.claim('key', 'five', 60_000)).toBe('four');
    });

    test('a claim stands behind what was put', async () => {
      const { shelf } = home();
      await shelf.put('key', 'put', 60_000);
      expect(await shelf.claim('key', 'claimed', 60_000)).toBe('put');
    });

    test('swaps what stands there, what has expired for nothing, and nothing that was changed meanwhile', async () => {
      const { shelf, pass } = home();
      expect(await shelf.swap('key', 'x', 'one', 60_000)).toBe('changed');
      expect(await shelf.get('key')).toBeNull();
      expect(await shelf.swap('key', null, 'one', 60_000)).toBe('kept');
      expect(await shelf.swap('key', null, 'two', 60_000)).toBe('changed');
      expect(await shelf.swap('key', 'one', '', 60_000)).toBe('kept');
      expect(await shelf.swap('key', 'one', 'three', 60_000)).toBe('changed');
      expect(await shelf.swap('key', null, 'three', 60_000)).toBe('changed');
      expect(await shelf.swap('key', '', 'four', 20)).toBe('kept');
      expect(await shelf.get('key')).toBe('four');
      await pass(25);
      expect(await shelf.swap('key', 'four', 'five', 60_000)).toBe('changed');
      expect(await shelf.swap('key', null, 'five', 60_000)).toBe('kept');
    });

    test('of many swaps of the same value one is kept', async () => {
      const { shelf } = home();
      await shelf.put('key', '0', 60_000);
      const swaps = Array.from({ length: 20 }, (_, n) => shelf.swap('key', '0', `value ${n}`, 60_000));
      const kept = (await Promise.all(swaps)).flatMap((swapped, n) => (swapped === 'kept' ? [n] : []));
      expect(kept).toHaveLength(1);
      expect(await shelf.get('key')).toBe(`value ${kept[0]}`);
    });

    test('takes times that are no whole ms', async () => {
      const { shelf } = home();
      expect(await shelf.put('key', 'x', 60_000.7)).toBe(true);
      expect(await shelf.get('key')).toBe('x');
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
      const { shelf } = home();
      const key = `key ${text.slice(0, 30)}`;
      await shelf.put(key, text, 60_000);
      expect(await shelf.get(key)).toBe(text);
    });
  });
};
