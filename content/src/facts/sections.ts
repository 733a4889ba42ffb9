// An entry as sections: what stands under each heading, or under a bold line that serves as one.
import { plain } from '../read/blocks.ts';
import type { Block, Paragraph } from '../read/blocks.ts';
import { titleOf } from '../read/titles.ts';

export interface Section {
  /** Without numbers and decoration; empty for what stands before the first heading. */
  title: string;
  /** Titles of the sections around it, the outermost first. */
  path: string[];
  line: number;
  blocks: Block[];
}

const BOLD_DEPTH = 7;
const TITLE_WORDS = 8;

/** `**Use cases:**` on a line of its own is a heading; a bold sentence is none. */
function isBoldTitle({ runs }: Paragraph): boolean {
  const text = plain(runs).trim();
  const isBold = runs.every((run) => run.isBold || run.text.trim() === '' || /^[^\p{L}]+$/u.test(run.text));
  return (
    isBold &&
    !/[.!?]$/.test(text) &&
    text.split(/\s+/).length <= TITLE_WORDS &&
    !text.includes('\n') &&
    !/[=→]/.test(text)
  );
}

const depthOf = (block: Block): number | null =>
  block.kind === 'heading'
    ? block.depth
    : block.kind === 'paragraph' && isBoldTitle(block)
      ? BOLD_DEPTH
      : null;

export function sectionsOf(blocks: readonly Block[], line: number): Section[] {
  let open: Section = { title: '', path: [], line, blocks: [] };
  const sections = [open];
  const around: { depth: number; title: string }[] = [];
  for (const block of blocks) {
    const depth = depthOf(block);
    if (depth === null) {
      open.blocks.push(block);
      continue;
    }
    const title = 'runs' in block ? titleOf(plain(block.runs)) : '';
    while ((around.at(-1)?.depth ?? 0) >= depth) around.pop();
    open = { title, path: around.map((outer) => outer.title), line: block.line, blocks: [] };
    around.push({ depth, title });
    sections.push(open);
  }
  return sections;
}
