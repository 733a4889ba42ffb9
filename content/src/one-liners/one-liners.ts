// One-liners: the sentences by which an author sums an entry up, found under their labels or where they stand bold.
import type { Found } from '../facts/fact.ts';
import type { Section } from '../facts/sections.ts';
import type { Language } from '../language/language.ts';
import { plain } from '../read/blocks.ts';
import type { Block, Paragraph } from '../read/blocks.ts';
import type { Sentence } from '../text/sentences.ts';
import { sentencesOf } from '../text/sentences.ts';
import { undecorated } from '../read/titles.ts';

export interface OneLiner extends Sentence {
  found: Found;
}

/** "wer via voice.": what begins small after a full stop is the tail of something else. */
const isTail = (text: string): boolean => /^\p{Ll}/u.test(text) && !/[=→(]/.test(text);

const unquoted = (text: string): string => text.replace(/^[“"](.*)[”"]([.!?]?)$/s, '$1$2').trim();

function fromText(paragraph: Paragraph): Sentence[] {
  const text = plain(paragraph.runs).replace(/^(\s*)[“"]([^“”"]*)[”"](\s*)$/, '$1$2$3');
  return sentencesOf(text, paragraph.line).filter((sentence, at) => at === 0 || !isTail(sentence.text));
}

/** The sentences of paragraphs and items; each item of a list is a one-liner of its own. */
const sentencesIn = (blocks: readonly Block[]): Sentence[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? fromText(block)
      : block.kind === 'list'
        ? block.items.flatMap((item) => sentencesIn(item.blocks))
        : [],
  );

const found =
  (how: OneLiner['found']) =>
  (sentence: Sentence): OneLiner => ({ ...sentence, text: unquoted(undecorated(sentence.text)), found: how });

/** "In short: …" in the midst of a text: what follows the label, up to the end of its block. */
function inlineLabels(blocks: readonly Block[], language: Language): Sentence[] {
  return blocks.flatMap((block, at) => {
    if (block.kind === 'list') return block.items.flatMap((item) => inlineLabels(item.blocks, language));
    if (block.kind !== 'paragraph') return [];
    const sentences = fromText(block);
    return sentences.flatMap((sentence, nth) => {
      const [, label = '', rest = ''] =
        /^(.{2,40}?)\s*(?:[:—–]|,(?= ))\s*(.*)$/s.exec(undecorated(sentence.text)) ?? [];
      if (!language.isOneLinerLabel(label)) return [];
      if (rest !== '') return [{ text: rest, line: sentence.line }];
      return [...sentences.slice(nth + 1), ...sentencesIn(blocks.slice(at + 1))];
    });
  });
}

/** The bold words that a paragraph begins with. */
function boldStart({ runs }: Paragraph): string {
  const end = runs.findIndex(({ isBold, text }) => !isBold && text.trim() !== '');
  return runs[0]?.isBold ? plain(end < 0 ? runs : runs.slice(0, end)) : '';
}

const BOLD_WORDS = 4;

/** The sentences of a paragraph that begin in its bold start. */
function boldSentences(paragraph: Paragraph): Sentence[] {
  const bold = boldStart(paragraph);
  if (bold.split(/\s+/).length < BOLD_WORDS) return [];
  return fromText(paragraph)
    .slice(0, sentencesOf(bold.trim(), 0).length)
    .filter(({ text }) => !/:$/.test(text));
}

const paragraphsIn = (sections: readonly Section[]): Paragraph[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'paragraph'));

/** The bold begin of an entry, or else the bold end of its text. */
function boldOnes(sections: readonly Section[]): OneLiner[] {
  const first = paragraphsIn(sections.slice(0, 1))
    .map(boldSentences)
    .find(({ length }) => length > 0);
  if (first) return first.map(found('first'));
  const last = paragraphsIn(sections)
    .map(boldSentences)
    .findLast(({ length }) => length > 0);
  return (last ?? []).map(found('last'));
}

/** The first sentence of an entry that leads nothing in. */
function firstSentence(sections: readonly Section[], language: Language): OneLiner[] {
  const [sentence] = paragraphsIn(sections.slice(0, 1))
    .flatMap(fromText)
    .filter(({ text }) => !/[:?]$/.test(text) && !language.isPersonal(text));
  return sentence ? [found('sentence')(sentence)] : [];
}

/** The one-liners of an entry: under their labels, or else bold, or else its first sentence. */
export function oneLinersOf(sections: readonly Section[], language: Language): OneLiner[] {
  const labelled = sections.flatMap((section) =>
    language.isOneLinerLabel(section.title)
      ? sentencesIn(section.blocks)
      : inlineLabels(section.blocks, language),
  );
  if (labelled.length > 0) return labelled.map(found('label'));
  const bold = boldOnes(sections);
  return bold.length > 0 ? bold : firstSentence(sections, language);
}
