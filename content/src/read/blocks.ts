// Markdown as a flat list of blocks with their lines. Quotes are transparent; inline markup becomes runs of text.
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

/** A stretch of text with one look. A line break inside a paragraph stays as `\n`. */
export interface Run {
  text: string;
  isBold: boolean;
  isCode: boolean;
}

export interface Heading {
  kind: 'heading';
  depth: number;
  runs: Run[];
  line: number;
}
export interface Paragraph {
  kind: 'paragraph';
  runs: Run[];
  line: number;
}
export interface Item {
  blocks: Block[];
  line: number;
}
export interface List {
  kind: 'list';
  isOrdered: boolean;
  items: Item[];
  line: number;
}
export interface Row {
  cells: string[];
  line: number;
}
export interface Table {
  kind: 'table';
  head: string[];
  rows: Row[];
  line: number;
}
/** What is no prose: code, rules, markup. It ends whatever stood before it. */
export interface Break {
  kind: 'code' | 'rule';
  line: number;
}
export type Block = Heading | Paragraph | List | Table | Break;

export const plain = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

const markdown = new MarkdownIt('commonmark', { html: true, maxNesting: 24 }).enable('table');
markdown.disable(['image', 'autolink', 'entity', 'reference'], true);

function runsOf(inline: Token): Run[] {
  const runs: Run[] = [];
  let bold = 0;
  for (const { type, content } of inline.children ?? []) {
    if (type === 'strong_open') bold += 1;
    if (type === 'strong_close') bold -= 1;
    const text = type === 'softbreak' || type === 'hardbreak' ? '\n' : content;
    if (text === '' || type === 'html_inline') continue;
    runs.push({ text, isBold: bold > 0, isCode: type === 'code_inline' });
  }
  return runs;
}

/** Reads tokens one after the other; `lineOf` gives the line of the document for a line of the Markdown. */
class Reader {
  readonly #tokens: Token[];
  readonly #lineOf: (line: number) => number;
  #at = 0;

  constructor(tokens: Token[], lineOf: (line: number) => number) {
    this.#tokens = tokens;
    this.#lineOf = lineOf;
  }

  blocksUntil(close: string | null): Block[] {
    const blocks: Block[] = [];
    for (let token = this.#next(); token && token.type !== close; token = this.#next()) {
      const block = this.#block(token);
      if (block) blocks.push(block);
    }
    return blocks;
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  #line(token: Token): number {
    return this.#lineOf(token.map?.[0] ?? 0);
  }

  #inlineUntil(close: string): Run[] {
    let runs: Run[] = [];
    for (let token = this.#next(); token && token.type !== close; token = this.#next())
      if (token.type === 'inline') runs = runsOf(token);
    return runs;
  }

  #block(token: Token): Block | null {
    const line = this.#line(token);
    switch (token.type) {
      case 'heading_open':
        return {
          kind: 'heading',
          depth: Number(token.tag.slice(1)),
          runs: this.#inlineUntil('heading_close'),
          line,
        };
      case 'paragraph_open':
        return { kind: 'paragraph', runs: this.#inlineUntil('paragraph_close'), line };
      case 'bullet_list_open':
        return { kind: 'list', isOrdered: false, items: this.#items('bullet_list_close'), line };
      case 'ordered_list_open':
        return { kind: 'list', isOrdered: true, items: this.#items('ordered_list_close'), line };
      case 'table_open':
        return this.#table(line);
      case 'fence':
      case 'code_block':
        return { kind: 'code', line };
      case 'hr':
        return { kind: 'rule', line };
      default:
        return null;
    }
  }

  #items(close: string): Item[] {
    const items: Item[] = [];
    for (let token = this.#next(); token && token.type !== close; token = this.#next())
      items.push({ line: this.#line(token), blocks: this.blocksUntil('list_item_close') });
    return items;
  }

  #table(line: number): Table {
    const rows: Row[] = [];
    for (let token = this.#next(); token && token.type !== 'table_close'; token = this.#next()) {
      if (token.type === 'tr_open') rows.push({ cells: [], line: this.#line(token) });
      if (token.type === 'inline') rows.at(-1)?.cells.push(plain(runsOf(token)).trim());
    }
    return { kind: 'table', head: rows[0]?.cells ?? [], rows: rows.slice(1), line };
  }
}

/** The blocks of a Markdown text. `lineOf` maps its lines, counted from 0, to those of the document. */
export const blocksOf = (text: string, lineOf: (line: number) => number): Block[] =>
  new Reader(markdown.parse(text, {}), lineOf).blocksUntil(null);
