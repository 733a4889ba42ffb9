// Whose connection is missing, and what a question, a verdict and a place say.
import type { Result } from '@oneliner/shared';
import { commonWords, ordinal, playWords } from '@oneliner/shared';
import { describe, expect, it } from 'vitest';
import { footOf, optionsSize, optionState, promptSize } from '../../../client/play/question.ts';
import { isHostAway, statusOf } from '../../../client/play/scene.ts';
import { verdictOf } from '../../../client/play/verdict.ts';

describe('the status', () => {
  it('is of this phone first, since nothing is known of the host without a line', () => {
    expect(statusOf('offline', false, true)).toBe('offline');
    expect(statusOf('offline', true, true)).toBe('stopping');
    expect(statusOf('online', false, true)).toBe('host-away');
    expect(statusOf('online', false, false)).toBe('fine');
  });

  it('lets the host reload without anybody being told', () => {
    expect([isHostAway(1000, 5900), isHostAway(1000, 6100)]).toEqual([false, true]);
  });
});

describe('a question', () => {
  const open = { isOpen: true, isTimeUp: false, given: null, canTap: true };
  const given = (isLocked: boolean) => ({ ...open, given: { step: 1, option: 2, isLocked }, canTap: false });
  const words = playWords.question;

  it('says "locked in" only once the server has it', () => {
    expect(footOf({ ...given(false), isOffline: false })).toBe(words.sending);
    expect(footOf({ ...given(false), isOffline: true })).toBe(words.sendingOffline);
    expect(footOf({ ...given(true), isOffline: false })).toBe(words.locked);
  });

  it('shows which option was chosen, and what may be', () => {
    expect(optionState(2, given(false))).toBe('chosen');
    expect(optionState(1, given(false))).toBe('faded');
    expect(optionState(1, open)).toBe('ready');
    expect(optionState(1, { ...open, isOpen: false })).toBe('hidden');
    expect(optionState(1, { ...open, isTimeUp: true, canTap: false })).toBe('faded');
  });

  it('steps its type down for long texts', () => {
    expect([promptSize('x'.repeat(60)), promptSize('x'.repeat(173))]).toEqual(['short', 'longest']);
    expect([optionsSize(['Redis']), optionsSize(['Redis', 'x'.repeat(75)])]).toEqual(['short', 'longest']);
  });
});

describe('the verdict', () => {
  const result: Result = { step: 1, answered: true, right: true, points: 900, bonus: 0, elapsedMs: 1200 };

  it.each([
    [result, 'Right, and fast.'],
    [{ ...result, elapsedMs: 8000 }, 'Right.'],
    [{ ...result, right: false }, 'Not this time: it was B.'],
    [{ ...result, answered: false, right: false, elapsedMs: null }, 'It was B.'],
    [null, 'It was B.'],
  ])('of %o is %s', (given, sentence) => {
    expect(verdictOf(given, 'B')).toBe(sentence);
  });
});

it('knows no place while nobody has a point', () => {
  expect([playWords.standing.place(null, 3), playWords.standing.place(1, 3)]).toEqual([
    commonWords.noPoints,
    '1st of 3',
  ]);
});

it('says places as people do', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 113].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '102nd',
    '111th',
    '113th',
  ]);
});
