// What can be seen of an option without knowing the subject: the surface that guessing tricks go by.
import type { Language } from '../language/language.ts';
import { stemsOf, wordsOf } from '../text/words.ts';

export interface Looks {
  text: string;
  length: number;
  words: string[];
  stems: Set<string>;
  /** Outer signs, each of which can make an option the odd one out. */
  signs: ReadonlySet<string>;
}

const SIGNS: [string, RegExp][] = [
  ['parenthesis', /[()]/],
  ['digit', /\d/],
  ['code', /[_=<>{}[\]@`]|\w\.\w|\p{Ll}\p{Lu}/u],
  ['slash', /\//],
  ['comma', /,/],
  ['semicolon', /[;:]/],
  ['dash', / [—–-] |→/],
  ['plus', /[+&]/],
  ['quote', /[“”"]/],
  ['question', /\?/],
  ['capitals', /\b\p{Lu}{2,}/u],
  ['small start', /^\p{Ll}/u],
  ['article', /^(?:An?|The) /],
  ['gerund', /^\p{L}{3,}ing\b/u],
  ['third person', /^(?:\p{Lu}\p{L}{2,}[^s]s|Does|Has|Is) (?!are|is)/u],
];

export function looksOf(text: string, language: Language): Looks {
  const words = wordsOf(text);
  const signs = new Set(SIGNS.filter(([, sign]) => sign.test(text)).map(([name]) => name));
  if (words.some((word) => language.absolutes.has(word))) signs.add('absolute');
  if (words.some((word) => language.negations.has(word))) signs.add('negation');
  signs.add(`build: ${language.buildOf(text)}`);
  return { text, length: text.length, words, stems: stemsOf(text, language), signs };
}
