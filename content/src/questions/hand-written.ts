// Questions that an author wrote out: a list of `- [x]` and `- [ ]` options, used as it stands.
import { LIMITS, documentWords } from '@oneliner/shared';
import type { Question } from '@oneliner/shared';
import { objection } from '../gate/checks.ts';
import type { Eye } from '../gate/features.ts';
import { plain } from '../read/blocks.ts';
import type { Block } from '../read/blocks.ts';
import { box, isBoxed, isChecked, itemText } from '../read/boxes.ts';
import type { Entry } from '../read/document.ts';
import { fingerprint } from '../text/hash.ts';
import { normal } from '../text/words.ts';

/** A paragraph as it stands, or nothing where the block is another. */
const paragraph = (block: Block | undefined): string =>
  block?.kind === 'paragraph' ? plain(block.runs).replace(/\s+/g, ' ').trim() : '';

interface Written {
  prompt: string;
  options: string[];
  key: number;
  explanation: string;
  line: number;
}

function writtenIn({ title, blocks }: Entry): Written[] {
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'list' || !isBoxed(block)) return [];
    const texts = block.items.map(itemText);
    const before = paragraph(blocks[at - 1]);
    const options = texts.map((text) => text.replace(box, ''));
    const key = texts.findIndex(isChecked);
    if (texts.filter(isChecked).length !== 1) return [];
    const explanation = paragraph(blocks[at + 1]) || (options[key] ?? '');
    return [{ prompt: /[?:…]$/.test(before) ? before : title, options, key, explanation, line: block.line }];
  });
}

const fits = ({ prompt, options }: Written): boolean =>
  prompt.length > 0 &&
  prompt.length <= LIMITS.promptLength &&
  options.length <= LIMITS.optionsPerQuestion &&
  options.every((option) => option.length > 0 && option.length <= LIMITS.optionLength);

/** The hand-written questions of an entry, as they are; what the gate has against them stands in their remarks. */
export function handWritten(entry: Entry, document: string, eye: Eye): Question[] {
  return writtenIn(entry)
    .filter(fits)
    .map(({ prompt, options, key, explanation, line }) => {
      const id = `hand-written-${fingerprint([normal(prompt), ...options.map(normal)].join('\n'))}`;
      const [right = '', ...others] = [options[key] ?? '', ...options.filter((_, at) => at !== key)];
      const reason = objection(
        { prompt: eye.look(prompt), key: eye.look(right), others: others.map((text) => eye.look(text)) },
        eye,
      );
      return {
        id,
        family: 'hand-written',
        tier: 'standard',
        prompt,
        body: { kind: 'choice', options, key },
        explanation: explanation.slice(0, LIMITS.explanationLength),
        source: { document, entry: entry.title, line },
        factIds: [id],
        difficulty: 0.5,
        remarks: reason ? [documentWords.givesItselfAway(right, reason)] : [],
      };
    });
}

/** The boxed lists of an entry that are no question, by their lines: no box or several are checked, or a text is too long. */
export const unusable = (entry: Entry): number[] => {
  const usable = new Set(
    writtenIn(entry)
      .filter(fits)
      .map(({ line }) => line),
  );
  return entry.blocks.flatMap((block) =>
    block.kind === 'list' && isBoxed(block) && !usable.has(block.line) ? [block.line] : [],
  );
};
