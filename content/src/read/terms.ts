// Documents that are lists of terms: definition lists, tables of two columns, `term: definition` lines and items.
import { plain } from './blocks.ts';
import type { Block, Paragraph, Run } from './blocks.ts';
import type { RawEntry } from './dialects.ts';

const entry = (title: string, answer: string, line: number): RawEntry => ({
  title: title.trim(),
  line,
  blocks: [paragraph(answer, line)],
});

const paragraph = (text: string, line: number): Paragraph => ({
  kind: 'paragraph',
  runs: [{ text: text.trim(), isBold: false, isCode: false }],
  line,
});

/** `Term` with `: what it means` on the next line. */
export function definitions(blocks: readonly Block[]): RawEntry[] {
  const entries: RawEntry[] = [];
  let term: { text: string; line: number } | null = null;
  for (const block of blocks) {
    const text = block.kind === 'paragraph' ? plain(block.runs) : '';
    const [first = '', ...others] = text.split('\n');
    const meaning = /^:\s+/.test(first) ? text : others.join(' ');
    const name = /^:\s+/.test(first) ? term : { text: first, line: block.line };
    if (name && /^:\s+/.test(meaning))
      entries.push(entry(name.text, meaning.replace(/(^|\s):\s+/g, ' '), name.line));
    term = text !== '' && others.length === 0 && !/^:/.test(first) ? { text: first, line: block.line } : null;
  }
  return entries.filter(({ title }) => isTerm(title));
}

/** Tables of two columns whose first cells are short: term and meaning. */
export const termTables = (blocks: readonly Block[]): RawEntry[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' && block.head.length === 2
      ? block.rows.flatMap(({ cells: [term = '', meaning = ''], line }) =>
          isTerm(term) && meaning.split(/\s+/).length >= 3 ? [entry(term, meaning, line)] : [],
        )
      : [],
  );

const WORDS_IN_A_TERM = 6;
const isTerm = (text: string): boolean =>
  text.trim() !== '' && text.trim().split(/\s+/).length <= WORDS_IN_A_TERM && !/[.!?]$/.test(text.trim());

/** Splits `Term: meaning`, `**Term** – meaning` and `Term = meaning`; null where a line is none of these. */
export function termAndMeaning(runs: readonly Run[]): { term: string; meaning: string } | null {
  const text = plain(runs).trim();
  const bold = runs[0]?.isBold ? plain(runs.slice(0, firstPlain(runs))).trim() : '';
  const [, term = '', meaning = ''] =
    /^(.{1,60}?)(?:\s*:\s+|\s+[–—-]\s+|\s*=\s+|\s*→\s+)([\s\S]+)$/.exec(text) ?? [];
  if (isTerm(term) && meaning.split(/\s+/).length >= 2 && !/[,;]/.test(term)) return { term, meaning };
  const rest = text.slice(bold.length).replace(/^\s*[:–—-]?\s*/, '');
  const name = bold.replace(/\s*[:.–—-]$/, '');
  return bold && rest && isTerm(name) && rest !== text ? { term: name, meaning: rest } : null;
}

const firstPlain = (runs: readonly Run[]): number => {
  const at = runs.findIndex(({ isBold }) => !isBold);
  return at < 0 ? runs.length : at;
};

function fromLines(block: Paragraph): RawEntry[] {
  const text = plain(block.runs);
  return text.split('\n').flatMap((line, at) => {
    const told = termAndMeaning([{ text: line, isBold: false, isCode: false }]);
    return told ? [entry(told.term, told.meaning, block.line + at)] : [];
  });
}

/** Items or lines of the form `term: meaning`. */
export const termLists = (blocks: readonly Block[]): RawEntry[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return fromLines(block);
    if (block.kind !== 'list') return [];
    return block.items.flatMap(({ blocks: [first], line }) => {
      const told = first?.kind === 'paragraph' ? termAndMeaning(first.runs) : null;
      return told ? [entry(told.term, told.meaning, line)] : [];
    });
  });
