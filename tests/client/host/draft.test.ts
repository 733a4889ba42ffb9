// The plan that comes of the host's choices, and the order in which questions are listed.
import { defaultSettings } from '@oneliner/shared';
import { describe, expect, it } from 'vitest';
import { arranged, repeatsAmong } from '../../../client/host/setup/arrangement.ts';
import { Draft } from '../../../client/host/setup/draft.svelte.ts';
import { bankOf, question } from './questions.ts';

const ids = (questions: readonly { id: string }[]) => questions.map(({ id }) => id).join(' ');
const five = bankOf(['a', 'b', 'c', 'd', 'e'].map((id, index) => question(id, index + 1)));

const draftOf = (bank = five, leftOut: string[] = []) => {
  const draft = new Draft(null);
  draft.choose(bank, leftOut);
  return draft;
};

describe('a draft', () => {
  it('is no plan without a document, nor when everything is left out', () => {
    expect(new Draft(null).plan).toBeNull();
    expect(draftOf(five, ['a', 'b', 'c', 'd', 'e']).plan).toBeNull();
  });

  it('lets the game choose at first, with the defaults of a first-time host', () => {
    expect(draftOf().plan).toEqual({
      documentId: 'test',
      count: 5,
      leftOut: [],
      order: [],
      settings: defaultSettings,
    });
  });

  it('names what is left out, and asks no more than is left', () => {
    const draft = draftOf(five, ['b', 'gone']);
    draft.toggle('c');
    draft.toggle('d');
    draft.toggle('d');
    expect(draft.plan).toMatchObject({ count: 3, leftOut: ['b', 'c'], order: [] });
  });

  it('asks no more than a mix of this document can have, and says so where the host wants more', () => {
    const draft = draftOf({ ...five, most: 3 });
    expect([draft.most, draft.count, draft.isAtMost]).toEqual([3, 3, true]);
    draft.wanted = 2;
    expect([draft.count, draft.isAtMost]).toEqual([2, false]);
    draft.wanted = 5;
    draft.move('e', 0);
    expect([draft.most, draft.count, draft.isAtMost]).toEqual([5, 5, false]);
  });

  it('counts on two questions an entry at most, of those that are not left out', () => {
    const source = { document: 'test.md', entry: 'One', line: 1 };
    const bank = bankOf([
      ...['a', 'b', 'c'].map((id) => question(id, 1, { source })),
      ...['d', 'e'].map((id) => question(id, 2)),
    ]);
    const draft = draftOf(bank);
    expect([draft.most, draft.isAtMost]).toEqual([4, true]);
    draft.toggle('d');
    expect([draft.most, draft.kept.length]).toEqual([3, 4]);
  });

  it('sends the host’s own order once a question was moved, without what is left out', () => {
    const draft = draftOf(five, ['b']);
    draft.wanted = 2;
    draft.move('e', 0);
    expect(draft.plan).toMatchObject({ count: 2, leftOut: [], order: ['e', 'a', 'c', 'd'] });
    expect(draft.settings.shuffle).toBe(false);
  });

  it('keeps a move within the list, and takes one to the same place for none', () => {
    const draft = draftOf();
    draft.move('a', -1);
    expect(draft.hasOwnOrder).toBe(false);
    draft.move('a', 99);
    expect(ids(draft.questions)).toBe('b c d e a');
  });

  it('lets the game choose again', () => {
    const draft = draftOf();
    draft.move('e', 0);
    draft.mixAgain();
    expect(draft.plan).toMatchObject({ order: [], settings: { shuffle: true } });
    expect(ids(draft.questions)).toBe('a b c d e');
  });
});

describe('the order of the list', () => {
  it('puts second questions on a fact after all first ones, and warm-ups last', () => {
    const listed = arranged([
      question('a', 1),
      question('a2', 1, { factIds: ['a'] }),
      question('easy', 2, { tier: 'warm-up' }),
      question('b', 3),
    ]);
    expect(ids(listed)).toBe('a b a2 easy');
  });

  it('finds what asks the same as an earlier question', () => {
    const repeats = repeatsAmong([question('a', 1), question('b', 2), question('a2', 1, { factIds: ['a'] })]);
    expect([...repeats]).toEqual([['a2', 1]]);
  });
});
