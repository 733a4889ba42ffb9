// A description as a clue: the described thing's own words masked, once at most, and enough left to go by.
import type { Fact } from '../facts/fact.ts';
import type { Language } from '../language/language.ts';
import { stemsOf, wordsOf } from '../text/words.ts';
import { variantsOf } from '../text/phrase.ts';

const CLUE_LENGTH = 150;
const CONTENT_WORDS = 3;
const BLANK = '___';

/** The clue, or null where too little of it remains. */
export function clueFrom({ subject, text }: Fact, language: Language): string | null {
  const whole = language.inSingular(
    text.length <= CLUE_LENGTH ? text : (variantsOf(text, language)[0] ?? ''),
  );
  const own = stemsOf(subject, language);
  const masked = whole.replace(/[\p{L}\p{N}]+(?:['_-][\p{L}\p{N}]+)*(?:\(\))?/gu, (word) =>
    wordsOf(word).some((part) => own.has(language.stem(part))) ? BLANK : word,
  );
  const merged = masked.replace(/___(?:[\s/&-]+___)+/g, BLANK);
  if (merged.split(BLANK).length > 2 || language.points(merged)) return null;
  return stemsOf(merged.replace(BLANK, ''), language).size >= CONTENT_WORDS ? merged.trim() : null;
}
