// What a page remembers, in browsers that keep it, keep nothing, or break.
import { expect, it } from 'vitest';
import { Memory } from '../../client/src/storage.ts';
import type { Shelf } from '../../client/src/storage.ts';

const shelf = (kept = new Map<string, string>()): Shelf => ({
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
});
const full: Shelf = {
  ...shelf(new Map([['name', 'Ada']])),
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

it('keeps, gives back and forgets', () => {
  const kept = new Map<string, string>();
  const memory = new Memory(() => shelf(kept));
  memory.set('name', 'Ada');
  expect([memory.get('name'), kept.get('name')]).toEqual(['Ada', 'Ada']);
  memory.set('name', null);
  expect([memory.get('name'), kept.size]).toEqual([null, 0]);
});

it.each([
  ['is missing', () => null],
  [
    'is forbidden',
    () => {
      throw new DOMException('denied', 'SecurityError');
    },
  ],
  ['is full', () => full],
])('remembers until the page closes when storage %s', (_, open) => {
  const memory = new Memory(open);
  memory.set('name', 'Grace');
  expect(memory.get('name')).toBe('Grace');
  memory.set('name', null);
  expect(memory.get('other')).toBeNull();
});
