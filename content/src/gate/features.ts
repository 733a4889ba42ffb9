// What can be seen of an option without knowing the subject: the surface that guessing tricks go by.
import type { Sign } from '@oneliner/shared';
import type { Language } from '../language/language.ts';
import { jaccard, stemsOf, wordsOf } from '../text/words.ts';

export interface Looks {
  text: string;
  length: number;
  /** Its words in lower case, joined: two options with the same are the same. */
  normal: string;
  words: number;
  commas: number;
  stems: ReadonlySet<string>;
  /** Runs of three letters. */
  letters: ReadonlySet<string>;
  /** Outer signs as bits, by their place in SIGNS: each can make an option the odd one out. */
  signs: number;
}

const BUILDS = ['thing', 'deed', 'quality', 'place', 'question', 'sentence'];

const marks: [Sign, RegExp][] = [
  ['parenthesis', /[()]/],
  ['digit', /\d/],
  ['code', /[_=<>{}[\]@`]|\w\.\w|\w\(|^\p{Ll}+\p{Lu}/u],
  ['slash', /\//],
  ['comma', /,/],
  ['colon', /[;:]/],
  ['dash', / [—–-] |→/],
  ['plus', /[+&]/],
  ['quote', /[“”"]/],
  ['question mark', /\?/],
  ['small start', /^\p{Ll}/u],
  ['article', /^(?:An?|The) /],
  // "Hiding internals" is a phrase of its kind; "Clickjacking" alone is a name like any other.
  ['gerund', /^\p{L}{3,}ing\b./u],
];

/** The names of all signs; a sign is the bit at its place. */
export const SIGNS: Sign[] = [
  ...marks.map(([name]) => name),
  'absolute',
  'negation',
  ...BUILDS.map((build) => `build of a ${build}` as Sign),
];

/** What experts' names have anyway: a trick to watch, but no reason to refuse. */
export const hasCapitals = ({ text }: Looks): boolean => /\p{Lu}{2,}/u.test(text);

export const bitOf = (sign: Sign): number => 1 << SIGNS.indexOf(sign);

/** Signs so plain that an option which is alone with one is picked or ruled out for it. */
const loud: Sign[] = [
  'absolute',
  'negation',
  'question mark',
  ...SIGNS.filter((sign) => sign.startsWith('build')),
];
export const LOUD = loud.reduce((bits, sign) => bits | bitOf(sign), 0);

export const bitCount = (bits: number): number => {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
};

/** The signs that an option is alone with, or alone without. */
export function oddSigns(option: Looks, all: readonly Looks[]): number {
  let some = 0;
  let every = ~0;
  for (const other of all)
    if (other !== option) {
      some |= other.signs;
      every &= other.signs;
    }
  return (option.signs & ~some) | (every & ~option.signs);
}

function signsOf(text: string, words: readonly string[], language: Language): number {
  let signs = 0;
  for (const [at, [, mark]] of marks.entries()) if (mark.test(text)) signs |= 1 << at;
  if (words.some((word) => language.absolutes.has(word))) signs |= bitOf('absolute');
  if (words.some((word) => language.negations.has(word))) signs |= bitOf('negation');
  const build = BUILDS.indexOf(language.buildOf(text));
  return build < 0 ? signs : signs | (1 << (marks.length + 2 + build));
}

function lettersOf(text: string): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at += 1) runs.add(text.slice(at, at + 3));
  return runs;
}

function looksOf(text: string, language: Language): Looks {
  const words = wordsOf(text);
  return {
    text,
    length: text.length,
    normal: words.join(' ') || text,
    words: words.length,
    commas: text.split(',').length - 1,
    stems: stemsOf(text, language),
    letters: lettersOf(text.toLowerCase()),
    signs: signsOf(text, words, language),
  };
}

const KEPT = 4000;

/** Looks at texts, each once: the same option stands in many candidates. */
export class Eye {
  readonly #language: Language;
  readonly #seen = new Map<string, Looks>();
  readonly #alike = new Map<Looks, Map<Looks, number>>();

  constructor(language: Language) {
    this.#language = language;
  }

  look(text: string): Looks {
    const known = this.#seen.get(text);
    if (known) return known;
    if (this.#seen.size >= KEPT) this.#forget();
    const looks = looksOf(text, this.#language);
    this.#seen.set(text, looks);
    return looks;
  }

  /** How many stems two options share, 0 to 1. */
  likeness(a: Looks, b: Looks): number {
    const [first, second] = a.text < b.text ? [a, b] : [b, a];
    const row = this.#alike.get(first) ?? new Map<Looks, number>();
    this.#alike.set(first, row);
    const known = row.get(second) ?? jaccard(first.stems, second.stems);
    row.set(second, known);
    return known;
  }

  #forget(): void {
    this.#seen.clear();
    this.#alike.clear();
  }
}
