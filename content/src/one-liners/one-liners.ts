// One-liners: the sentences by which an author sums an entry up, found under their labels or where they stand bold.
import type { Section } from '../facts/sections.ts';
import type { Language } from '../language/language.ts';
import { plain } from '../read/blocks.ts';
import type { Block, Paragraph } from '../read/blocks.ts';
import type { Sentence } from '../text/sentences.ts';
import { sentencesOf } from '../text/sentences.ts';
import { undecorated } from '../read/titles.ts';

export interface OneLiner extends Sentence {
  /** Under a label, or the bold first or last sentence of an entry. */
  found: 'label' | 'first' | 'last';
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

const isWholeBold = ({ runs }: Paragraph): boolean => {
  const bold = runs.filter(({ isBold }) => isBold).reduce((sum, { text }) => sum + text.length, 0);
  return bold >= plain(runs).length * 0.5 && runs[0]?.isBold === true;
};

function boldParagraphs(sections: readonly Section[]): {
  first: Paragraph | undefined;
  last: Paragraph | undefined;
} {
  const paragraphs = sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'paragraph' && isWholeBold(block));
  const lead = sections[0]?.blocks.find((block) => block.kind === 'paragraph' && isWholeBold(block));
  return { first: lead as Paragraph | undefined, last: paragraphs.at(-1) as Paragraph | undefined };
}

/** The one-liners of an entry, those under labels first. */
export function oneLinersOf(sections: readonly Section[], language: Language): OneLiner[] {
  const labelled = sections.flatMap((section) =>
    language.isOneLinerLabel(section.title)
      ? sentencesIn(section.blocks)
      : inlineLabels(section.blocks, language),
  );
  if (labelled.length > 0) return labelled.map(found('label'));
  const { first, last } = boldParagraphs(sections);
  const bold = first ? fromText(first).map(found('first')) : last ? fromText(last).map(found('last')) : [];
  return bold.filter(({ text }) => !/:$/.test(text));
}
