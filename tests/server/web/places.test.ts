// Places: so many for each caller and for all together, free again when they are given back.
import { expect, test } from 'vitest';
import { createPlaces } from '../../../server/src/web/places.ts';

test('one caller has so many, and others are not kept out by it', () => {
  const places = createPlaces(2, 10);
  const first = places.take('a');
  expect(
    [first, places.take('a'), places.take('a'), places.take('b')].map((place) => place !== null),
  ).toEqual([true, true, false, true]);
  first?.giveBack();
  expect(places.take('a')).not.toBeNull();
  expect(places.take('a')).toBeNull();
});

test('all together have so many, whoever they are', () => {
  const places = createPlaces(2, 3);
  const taken = ['a', 'b', 'c'].map((key) => places.take(key));
  expect(places.take('d')).toBeNull();
  taken[1]?.giveBack();
  expect(places.take('d')).not.toBeNull();
});
