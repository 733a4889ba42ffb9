// The kind of question with one right option: what it shows before its reveal, how it grades and counts.
import { kinds } from '@oneliner/shared';
import type { ChoiceBody } from '@oneliner/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const { choice } = kinds;
const body: ChoiceBody = { kind: 'choice', options: ['list', 'tuple', 'set', 'dict'], key: 1 };
const reply = (option: number) => ({ kind: 'choice', option }) as const;

test('what is public before the reveal is the same whichever option is right', () => {
  for (const key of [0, 2, 3]) {
    expect(choice.shape({ ...body, key })).toEqual(choice.shape(body));
    expect(choice.public({ ...body, key })).toEqual(choice.public(body));
  }
  expect(choice.shape(body)).toEqual({ kind: 'choice', options: 4 });
  expect(choice.public(body)).toEqual({ kind: 'choice', options: body.options });
});

test('only the right option earns anything', () => {
  expect([0, 1, 2, 3].map((option) => choice.grade(body, reply(option)))).toEqual([0, 1, 0, 0]);
});

test('a reply fits when the question has that option', () => {
  expect(choice.fits(body, reply(3))).toBe(true);
  expect(choice.fits(body, reply(4))).toBe(false);
});

test('the reveal counts every reply once', () => {
  const replies = fc.array(fc.nat({ max: 3 }).map(reply));
  fc.assert(
    fc.property(replies, (all) => {
      const { chosen, key } = choice.reveal(body, all);
      expect(chosen).toHaveLength(body.options.length);
      expect(chosen.reduce((sum, count) => sum + count, 0)).toBe(all.length);
      expect(key).toBe(body.key);
    }),
  );
});
