// Texts as words and stems: what two sentences share, and what a word is once its ending is off.
import type { Language } from '../language/language.ts';
import { remembered } from './remembered.ts';

/** The words of a text, lower case, with the marks that code puts inside them. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/’/g, "'")
    .match(/[\p{L}\p{N}]+(?:['_+#][\p{L}\p{N}]+)*(?:\+\+|#)?/gu) ?? [];

function stems(text: string, language: Language): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of wordsOf(text))
    if (!language.stopWords.has(word)) found.add(language.stem(word.replace(/'s$/, '')));
  return found;
}

const byLanguage = new WeakMap<Language, (text: string) => ReadonlySet<string>>();

/** The stems of the words that carry meaning, each once, in their order. */
export function stemsOf(text: string, language: Language): ReadonlySet<string> {
  const known = byLanguage.get(language) ?? remembered((one) => stems(one, language));
  byLanguage.set(language, known);
  return known(text);
}

export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const stem of a) if (b.has(stem)) count += 1;
  return count;
}

/** Shared stems over all stems, 0 to 1. */
export const jaccard = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const both = shared(a, b);
  return both === 0 ? 0 : both / (a.size + b.size - both);
};

/** How much of `part` stands in `whole`, 0 to 1. */
export const containment = (part: ReadonlySet<string>, whole: ReadonlySet<string>): number =>
  part.size === 0 ? 0 : shared(part, whole) / part.size;

/** A text as it is compared with another: words alone, in lower case. */
export const normal = remembered((text) => wordsOf(text).join(' '));
