// Places: so many for each caller and for all together, free again when they are given back.
import { expect, test } from 'vitest';
import { Places } from '../../../server/src/web/places.ts';

test('one caller has so many, and others are not kept out by it', () => {
  const places = new Places(2, 10);
  expect(['a', 'a', 'a', 'b'].map((key) => places.take(key))).toEqual([true, true, false, true]);
  places.giveBack('a');
  expect(places.take('a')).toBe(true);
  expect(places.take('a')).toBe(false);
});

test('all together have so many, whoever they are', () => {
  const places = new Places(2, 3);
  for (const key of ['a', 'b', 'c']) places.take(key);
  expect(places.take('d')).toBe(false);
  places.giveBack('b');
  expect(places.take('d')).toBe(true);
});
