// Texts as sentences, as words, and as options short enough for a phone.
import { describe, expect, it } from 'vitest';
import { english } from '../../content/src/language/english.ts';
import { plainList, variantsOf } from '../../content/src/text/phrase.ts';
import { sentencesOf } from '../../content/src/text/sentences.ts';
import { normal, stemsOf } from '../../content/src/text/words.ts';

describe('sentences', () => {
  it('end at a stop before a capital, not at e.g. or a number', () => {
    const text = 'It waits, e.g. for 2.5 s. Then it goes on.\nThe end.';
    expect(sentencesOf(text, 4)).toEqual([
      { text: 'It waits, e.g. for 2.5 s.', line: 4 },
      { text: 'Then it goes on.', line: 4 },
      { text: 'The end.', line: 5 },
    ]);
  });

  it('go on over a line that ends in the midst of them', () => {
    expect(sentencesOf('It waits\nfor long. It goes.', 1)).toEqual([
      { text: 'It waits for long.', line: 1 },
      { text: 'It goes.', line: 2 },
    ]);
  });
});

describe('words', () => {
  it('are compared without case, marks and endings', () => {
    expect(normal('“The `yield` keyword!”')).toBe('the yield keyword');
    expect([...stemsOf('Waiting waits; the C++ of Bob’s', english)]).toEqual(['wait', 'c++', 'bob']);
  });
});

describe('wordings', () => {
  it('leave asides out and end where a clause ends', () => {
    const text =
      'a function that returns values lazily using the `yield` keyword instead of returning all values at once (e.g. a list)';
    expect(variantsOf(text, english)).toEqual([
      'A function that returns values lazily using the `yield` keyword',
      'A function that returns values lazily',
    ]);
  });

  it('never end in the air, nor before an opening clause has ended', () => {
    for (const way of variantsOf(
      'When a task waits for something that takes very long indeed, another task of the same program can go on with its own work',
      english,
    ))
      expect(way).not.toMatch(/(?:,| the| of| that| with)$|^When[^,]*$/);
  });

  it('never end before "but", without which a statement may be untrue', () => {
    const text = 'handling many tasks at the same time, but not necessarily executing all of them at once';
    expect(variantsOf(text, english)).toEqual([]);
  });

  it('of a list are as many members as fit, the later ones small', () => {
    expect(plainList(['Checks types', 'Applies constraints (all)', 'JSON output'])).toBe(
      'Checks types, applies constraints, JSON output',
    );
  });
});
