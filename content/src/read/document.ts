// A document as a list of entries: each a question or term with the blocks that answer it.
import type { Repaired } from '../decode/mojibake.ts';
import { repair } from '../decode/mojibake.ts';
import { languageOf } from '../language/detect.ts';
import type { Language } from '../language/language.ts';
import { blocksOf, plain } from './blocks.ts';
import type { Block } from './blocks.ts';
import { cut } from './dialects.ts';
import { prepare } from './prepare.ts';
import { titleOf } from './titles.ts';

export interface Entry {
  index: number;
  /** The question or term as it is asked, without number and decoration. */
  title: string;
  line: number;
  blocks: Block[];
}

export interface Document {
  name: string;
  title: string;
  language: Language;
  tags: string[];
  dialect: string;
  entries: Entry[];
  repaired: Repaired;
}

const nameAsTitle = (name: string): string => {
  const bare = name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z]+$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return bare.charAt(0).toUpperCase() + bare.slice(1);
};

function titleFrom(
  front: Map<string, string>,
  blocks: Block[],
  entries: readonly { line: number }[],
  name: string,
): string {
  const first = blocks.find(({ kind }) => kind !== 'rule');
  const isTitle =
    first?.kind === 'heading' && first.depth === 1 && !entries.some(({ line }) => line === first.line);
  return front.get('title') ?? (isTitle ? titleOf(plain(first.runs)) : '') ?? nameAsTitle(name);
}

/** "How do you optimize code? What changes did you make in your projects?" asks for a fact in its first sentence alone. */
function askedIn(title: string, language: Language): string {
  const sentences = title.split(/(?<=[?.!])\s+(?=\p{Lu})/u);
  const impersonal = sentences.filter((sentence) => !language.isPersonal(sentence));
  return impersonal.length > 0 && impersonal.length < sentences.length && /\?$/.test(impersonal[0] ?? '')
    ? impersonal.join(' ')
    : title;
}

const tagsFrom = (front: Map<string, string>): string[] =>
  (front.get('tags') ?? '')
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);

/** Reads any text; a text without structure is one entry or none. */
export function readDocument(name: string, text: string): Document {
  const repaired = repair(text);
  const { text: markdown, lineOf, front } = prepare(repaired.text);
  const language = languageOf(markdown, front.get('language') ?? front.get('lang'));
  const blocks = blocksOf(markdown, lineOf);
  const { dialect, entries } = cut(blocks, language);
  const title = titleFrom(front, blocks, entries, name) || nameAsTitle(name);
  const numbered = entries.map((entry, index) => ({
    ...entry,
    index,
    title: askedIn(titleOf(entry.title), language) || title,
  }));
  return { name, title, language, tags: tagsFrom(front), dialect, entries: numbered, repaired };
}
