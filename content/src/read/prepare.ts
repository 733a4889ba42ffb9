// What is settled before Markdown is read: front matter, folded details, quotes and lines beyond all measure.

export interface Prepared {
  text: string;
  /** Line of the document, from 1, for a line of the text, from 0. */
  lineOf: (line: number) => number;
  front: Map<string, string>;
}

/** The depth that a `<summary>` gets as a heading: below all that authors write by hand. */
export const SUMMARY_DEPTH = 6;
const MARKS = 8;
const LINE_LENGTH = 20_000;

function frontMatter(lines: string[]): { front: Map<string, string>; end: number } {
  const front = new Map<string, string>();
  const end =
    lines[0]?.trim() === '---' ? lines.findIndex((line, at) => at > 0 && line.trim() === '---') : -1;
  if (end < 0 || end > 100) return { front, end: 0 };
  for (const line of lines.slice(1, end)) {
    const [, name, value] = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name && value !== undefined)
      front.set(name.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  return { front, end: end + 1 };
}

/** `<details><summary>What is X?</summary>` becomes a heading; the other tags of a fold become empty. */
function unfolded(line: string): string[] {
  if (!/<\/?(details|summary)/i.test(line)) return [line];
  const marked = line.replace(/<\/?details[^>]*>/gi, '').replace(/<\/?(b|strong|h\d)>/gi, '');
  return marked
    .replace(/\s*<summary[^>]*>\s*/gi, `\n${'#'.repeat(SUMMARY_DEPTH)} `)
    .replace(/\s*<\/summary>\s*/gi, '\n')
    .split('\n');
}

/** Quotes within quotes and lists within lists beyond eight are no writing, and cost the parser dearly. */
function bounded(line: string): string {
  const short = line.length > LINE_LENGTH ? line.slice(0, LINE_LENGTH) : line;
  const [marks = ''] = /^(?:\s*(?:[>*+-]|\d{1,9}[.)])(?=[\s>]|$)|\s*>)+/.exec(short) ?? [];
  const deep = marks.replace(/\s+/g, '').length > MARKS;
  return deep ? short.slice(marks.length).trimStart() : short;
}

/** The text as Markdown that is safe to parse, with the way back to the document's lines. */
export function prepare(text: string): Prepared {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const { front, end } = frontMatter(lines);
  const kept: string[] = [];
  const numbers: number[] = [];
  for (let at = end; at < lines.length; at += 1)
    for (const part of unfolded(bounded(lines[at] ?? ''))) {
      kept.push(part);
      numbers.push(at + 1);
    }
  return { text: kept.join('\n'), lineOf: (line) => numbers[line] ?? lines.length, front };
}
