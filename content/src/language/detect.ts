// Which language a document is in: what its front matter says, or else how many of its words are English stop words.
import { english } from './english.ts';
import type { Language } from './language.ts';
import { unknown } from './unknown.ts';

const SAMPLE = 4000;
const ENGLISH_SHARE = 0.12;

/** Common short words that English shares with no other language of Latin letters. */
const tellTales = new Set('the and of is to are that with which when for what how it'.split(' '));

export function languageOf(text: string, declared: string | undefined): Language {
  const code = declared?.toLowerCase().slice(0, 2);
  if (code) return code === 'en' ? english : unknown(code);
  const sample =
    text
      .slice(0, 40_000)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, SAMPLE) ?? [];
  const told = sample.filter((word) => tellTales.has(word)).length;
  return sample.length < 20 || told >= sample.length * ENGLISH_SHARE * 0.6 ? english : unknown('und');
}
