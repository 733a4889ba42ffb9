// The gate and the balance: what gives a key away is refused by name, and what is left gives no trick an edge.
import { describe, expect, it } from 'vitest';
import { objection } from '../../content/src/gate/checks.ts';
import { Debts } from '../../content/src/gate/debts.ts';
import { Eye } from '../../content/src/gate/features.ts';
import { TRICKS, gains } from '../../content/src/gate/tricks.ts';
import { english } from '../../content/src/language/english.ts';

const eye = new Eye(english);
const ask = (prompt: string, key: string, ...others: string[]): string | null =>
  objection(
    { prompt: eye.look(prompt), key: eye.look(key), others: others.map((text) => eye.look(text)) },
    eye,
  );

describe('the gate', () => {
  it('lets a fair question pass', () => {
    expect(
      ask(
        'Which drink is it?',
        'Herbs in hot water',
        'Beans in a small cup',
        'Grapes kept in a barrel',
        'Barley with some hops',
      ),
    ).toBeNull();
  });

  it.each([
    ['two options are the same', 'Hot leaves', 'Cold milk', 'cold milk!', 'Warm beer'],
    ['lengths differ', 'Tea', 'A drink of roasted beans from far away', 'Milk', 'Beer'],
    [
      'key alone echoes the question',
      'The drinking of leaves',
      'Roasted beans in a cup',
      'Grapes kept in a barrel',
      'Barley with some hops',
    ],
    [
      'key alone with absolute',
      'It always wakes people',
      'It often calms people',
      'It can help a throat',
      'It may stain a shirt',
    ],
    [
      'key alone with slash',
      'Green/black herbs',
      'Dark beans here',
      'Fresh grapes here',
      'Plain barley grain',
    ],
    [
      'a distractor says nearly what the key says',
      'Hot leaves, water',
      'Hot water, leaves',
      'Grapes, barrels',
      'Barley, some hops',
    ],
    [
      'key alone lacks a word of the others',
      'Leaves and cups',
      'Beans in barrels',
      'Grapes in barrels',
      'Barley in barrels',
    ],
  ])('refuses where %s', (reason, key, ...others) => {
    expect(ask('Which drink is it?', key, ...others)).toBe(reason);
  });

  it('lets the key be odd where a distractor is as odd', () => {
    expect(
      ask(
        'Which drink is it?',
        'Green/black leaves',
        'Roasted beans (dark)',
        'Grapes from barrels',
        'Barley and some hops',
      ),
    ).toBeNull();
  });
});

describe('tricks', () => {
  const all = ['Tea', 'Coffee', 'Water!', 'Cocoas'].map((text) => eye.look(text));
  const gain = (name: string): number =>
    gains(all, eye.look('Which?'), eye)[TRICKS.findIndex((trick) => trick.name === name)] ?? 0;

  it('gain what they hit beyond chance', () => {
    expect(gain('shortest')).toBe(0.75);
    expect(gain('longest')).toBe(-0.25);
  });

  it('share a hit among ties', () => expect(gain('absolutes')).toBe(0));
});

describe('debts', () => {
  it('cost most where a trick is ahead already', () => {
    const debts = new Debts();
    const ahead = TRICKS.map((_, at) => (at === 0 ? 0.75 : 0));
    const behind = TRICKS.map((_, at) => (at === 0 ? -0.25 : 0));
    debts.count('contrast', ahead);
    expect(debts.with('contrast', behind)).toBeLessThan(debts.with('contrast', ahead));
    debts.count('contrast', ahead, -1);
    expect(debts.with('contrast', behind)).toBeCloseTo(0.25 ** 2 * 1.5);
  });
});
