// The words of the filter: looking for all at once finds what looking for each by itself does.
import fc from 'fast-check';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { expect, test } from 'vitest';
import { hasUnfitWord } from '../../../server/src/web/unfit-words.ts';

const { blacklistedTerms, whitelistedTerms = [] } = englishDataset.build();
const matcher = new RegExpMatcher({ blacklistedTerms, whitelistedTerms, ...englishRecommendedTransformers });
/** The letters of every word's pattern. */
const words = blacklistedTerms.map(({ pattern }) =>
  pattern.nodes.flatMap((node) => ('chars' in node ? String.fromCodePoint(...node.chars) : [])).join(''),
);

test('every word is found that the library finds', () => {
  const found = words.filter((word) => matcher.hasMatch(word));
  expect(found.length).toBeGreaterThan(blacklistedTerms.length / 2);
  expect(found.filter((word) => !hasUnfitWord(word))).toEqual([]);
});

test('a text has a word or has none, however it is put together', () => {
  const piece = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(...whitelistedTerms),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
    fc.constantFrom(' ', '.', '1', '$', 'ss'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
      const text = pieces.join('');
      expect(hasUnfitWord(text)).toBe(matcher.hasMatch(text));
    }),
    { numRuns: 2000 },
  );
});
