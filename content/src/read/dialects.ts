// The ways in which people write questions and answers, each a function from blocks to entries, the surest first.
import type { Language } from '../language/language.ts';
import { plain } from './blocks.ts';
import type { Block, Heading, Run } from './blocks.ts';
import { SUMMARY_DEPTH } from './prepare.ts';
import { definitions, termLists, termTables } from './terms.ts';
import { hasNumber, hasQuestionMark, titleOf } from './titles.ts';

export interface RawEntry {
  title: string;
  line: number;
  blocks: Block[];
}

/** The runs from a place in their plain text on. */
export function runsFrom(runs: readonly Run[], offset: number): Run[] {
  let left = offset;
  return runs.flatMap((run) => {
    const skip = Math.min(left, run.text.length);
    left -= skip;
    return skip < run.text.length ? [{ ...run, text: run.text.slice(skip) }] : [];
  });
}

/** What begins an entry at a block, with what of that block already belongs to the answer. */
type Start = { title: string; rest: Block[] } | null;

function cutAt(
  blocks: readonly Block[],
  startOf: (block: Block) => Start,
  ends: (block: Block) => boolean,
): RawEntry[] {
  const entries: RawEntry[] = [];
  let open: RawEntry | null = null;
  for (const block of blocks) {
    const start = startOf(block);
    if (start) entries.push((open = { title: start.title, line: block.line, blocks: start.rest }));
    else if (ends(block)) open = null;
    else open?.blocks.push(block);
  }
  return entries.filter((entry) => entry.blocks.length > 0);
}

const headingStart =
  (isStart: (heading: Heading) => boolean) =>
  (block: Block): Start =>
    block.kind === 'heading' && isStart(block) ? { title: plain(block.runs), rest: [] } : null;

const never = (): boolean => false;
const asks = (heading: Heading): boolean => /\?["”’)*\s]*$/.test(plain(heading.runs));

/** `### Q7. What is …?`: whatever depth the headings of its parts have, they stay inside. */
const markedHeadings = (blocks: readonly Block[]): RawEntry[] =>
  cutAt(
    blocks,
    headingStart((heading) => hasQuestionMark(plain(heading.runs))),
    never,
  ).map(withoutAnswerMark);

/** `**Q:** What is …?` with `**A:** …` in the same paragraph or the next. */
function markedParagraph(block: Block): Start {
  if (block.kind !== 'paragraph') return null;
  const text = plain(block.runs);
  if (!hasQuestionMark(text)) return null;
  const [, question = text] =
    /^([\s\S]*?)(?:\n\s*|\s+)(?=A(?:nswer)?\s*\d*\s*[.:)])/.exec(text) ?? /^([^\n]*)\n/.exec(text) ?? [];
  const runs = runsFrom(block.runs, question.length);
  const line = block.line + (question.match(/\n/g)?.length ?? 0) + (/^\s*\n/.test(plain(runs)) ? 1 : 0);
  return { title: question, rest: runs.length > 0 ? [{ kind: 'paragraph', runs: trimmed(runs), line }] : [] };
}

function trimmed(runs: Run[]): Run[] {
  const text = plain(runs);
  return runsFrom(runs, text.length - text.trimStart().length);
}

/** An answer begins with its own mark, `A:`, which is none of its words. */
function withoutAnswerMark(entry: RawEntry): RawEntry {
  const [first, ...others] = entry.blocks;
  if (first?.kind !== 'paragraph') return entry;
  const [mark] = /^A(?:nswer|ns)?\s*\d*\s*[.:)]\s*/i.exec(plain(first.runs)) ?? [];
  return mark
    ? { ...entry, blocks: [{ ...first, runs: runsFrom(first.runs, mark.length) }, ...others] }
    : entry;
}

const markedParagraphs = (blocks: readonly Block[]): RawEntry[] =>
  cutAt(blocks, markedParagraph, (block) => block.kind === 'heading').map(withoutAnswerMark);

const summaries = (blocks: readonly Block[]): RawEntry[] =>
  cutAt(
    blocks,
    headingStart(({ depth }) => depth === SUMMARY_DEPTH),
    (block) => block.kind === 'heading' && block.depth < 3,
  );

/** The depth that most of these headings have; the shallower where two have as many. */
function commonDepth(headings: readonly Heading[]): number {
  const counts = new Map<number, number>();
  for (const { depth } of headings) counts.set(depth, (counts.get(depth) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** Headings of one depth; a shallower one ends the entry unless it announces a one-liner. */
function headingsOf(
  blocks: readonly Block[],
  candidates: readonly Heading[],
  language: Language,
): RawEntry[] {
  const depth = commonDepth(candidates);
  const isLabel = (heading: Heading): boolean => {
    const title = titleOf(plain(heading.runs));
    return !asks(heading) && (language.isOneLinerLabel(title) || language.isPartLabel(title));
  };
  return cutAt(
    blocks,
    headingStart((heading) => heading.depth === depth && !isLabel(heading)),
    (block) => block.kind === 'heading' && block.depth < depth && !isLabel(block),
  );
}

const headings = (blocks: readonly Block[]): Heading[] => blocks.filter((block) => block.kind === 'heading');

/** `**1. What is …?**` as a paragraph, or as the bold begin of one. */
function boldQuestion(block: Block): Start {
  if (block.kind !== 'paragraph' || !block.runs[0]?.isBold) return null;
  const end = block.runs.findIndex(({ isBold, isCode }) => !isBold && !isCode);
  const title = plain(end < 0 ? block.runs : block.runs.slice(0, end)).trim();
  if (!/\?$/.test(title) && !(hasNumber(title) && end < 0)) return null;
  const runs = end < 0 ? [] : trimmed(block.runs.slice(end));
  return { title, rest: runs.length > 0 ? [{ kind: 'paragraph', runs, line: block.line }] : [] };
}

/** `1. **What is …?** Answer` as items of a list. */
const boldItems = (blocks: readonly Block[]): RawEntry[] =>
  cutAt(
    blocks.flatMap((block) => (block.kind === 'list' ? block.items.flatMap((item) => item.blocks) : [block])),
    boldQuestion,
    (block) => block.kind === 'heading',
  );

interface Cut {
  dialect: string;
  entries: RawEntry[];
}

/** The entries of a document, by the first way of writing that finds at least two. */
export function cut(blocks: readonly Block[], language: Language): Cut {
  const all = headings(blocks);
  const ways: [string, () => RawEntry[]][] = [
    ['marked headings', () => markedHeadings(blocks)],
    ['marked paragraphs', () => markedParagraphs(blocks)],
    ['folded details', () => summaries(blocks)],
    ['question headings', () => headingsOf(blocks, all.filter(asks), language)],
    ['bold questions', () => cutAt(blocks, boldQuestion, (block) => block.kind === 'heading')],
    ['bold questions in a list', () => boldItems(blocks)],
  ];
  for (const [dialect, way] of ways) {
    const entries = way();
    if (entries.length >= 2) return { dialect, entries };
  }
  return bestOfTerms(blocks, all, language);
}

/** No questions: a document of headings, or a list of terms with what they mean. */
function bestOfTerms(blocks: readonly Block[], all: readonly Heading[], language: Language): Cut {
  const titled = headingsOf(blocks, all, language);
  const lists: Cut[] = [
    { dialect: 'definition list', entries: definitions(blocks) },
    { dialect: 'table of terms', entries: termTables(blocks) },
    { dialect: 'list of terms', entries: termLists(blocks) },
  ];
  const best = lists.reduce((most, list) => (list.entries.length > most.entries.length ? list : most));
  if (best.entries.length >= Math.max(4, titled.length * 3)) return best;
  if (titled.length > 0) return { dialect: 'headings', entries: titled };
  return best.entries.length > 0 ? best : { dialect: 'plain text', entries: wholeText(blocks) };
}

const wholeText = (blocks: readonly Block[]): RawEntry[] =>
  blocks.some(({ kind }) => kind === 'paragraph' || kind === 'list')
    ? [{ title: '', line: blocks[0]?.line ?? 1, blocks: [...blocks] }]
    : [];
