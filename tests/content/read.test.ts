// Text to entries: every way of writing questions and answers, with the line of each.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../content/src/read/document.ts';
import { titleOf } from '../../content/src/read/titles.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const read = (text: string) => {
  const { dialect, entries, title, tags, language } = readDocument('some-notes.md', text);
  return {
    dialect,
    title,
    tags,
    language: language.code,
    entries: entries.map((one) => `${one.line} ${one.title}`),
  };
};

describe('dialects', () => {
  it('reads marked headings in quotes, whatever depth their parts have', () => {
    const text =
      '>> ### Q1. What is tea?\n\n# One-liner\n\nA drink.\n\n>> ### Q2. What is salt?\n\nA mineral.\n';
    expect(read(text)).toMatchObject({
      dialect: 'marked headings',
      entries: ['1 What is tea?', '7 What is salt?'],
    });
  });

  it.each([
    ['faq.md', 'question headings', '9 What is the capital of Australia?', 10],
    ['qa.md', 'marked paragraphs', '3 What is a commit?', 5],
    ['numbered.md', 'bold questions', '1 What is a variable?', 5],
    ['details.md', 'folded details', '4 What is a cache?', 4],
    ['definitions.md', 'definition list', '3 Drizzle', 5],
    ['terms.md', 'list of terms', '3 Hefe', 6],
    ['table.md', 'table of terms', '5 Metre', 5],
    ['headings.md', 'headings', '3 Green tea', 4],
    ['bold-items.md', 'bold questions in a list', '3 What is a knot?', 4],
  ])('reads %s as %s', (name, dialect, first, count) => {
    const { entries, ...found } = read(fixture(name));
    expect(found.dialect).toBe(dialect);
    expect(entries).toHaveLength(count);
    expect(entries[0]).toBe(first);
  });

  const dialectOf = (text: string): string => read(text).dialect;
  const two = (first: string, second: string): string => `${first}\n\n${second}\n`;

  it.each([
    ['one marked heading alone', '## Q1. What is tea?\n\nA drink.\n', 'headings'],
    ['headings that begin with Q', two('## Quotas\n\nLimits.', '## Queues\n\nLines.'), 'headings'],
    ['paragraphs that begin with Q', two('Quite so.', 'Queues are lines.'), 'plain text'],
    ['folds without a summary', two('<details>\n\nTea.\n\n</details>', 'Salt.'), 'plain text'],
    ['bold sentences', two('**Tea wakes.** Really.', '**Salt keeps.** Really.'), 'plain text'],
    ['a line that begins with a colon under no term', two(': a drink', ': a mineral'), 'plain text'],
    [
      'a table of three columns',
      '| a | b | c |\n|-|-|-|\n' + '| tea | a warm drink | 1 |\n'.repeat(5) + '\nText.',
      'plain text',
    ],
    ['items whose begin is no term', '- and when it is late at night: sleep well\n'.repeat(5), 'plain text'],
  ])('takes %s for none', (_, text, dialect) => expect(dialectOf(text)).toBe(dialect));

  it('cuts an entry with its parts and lines, and what is none of it off', () => {
    const { entries } = readDocument('x.md', fixture('headings.md'));
    expect(entries[1]).toMatchObject({ index: 1, title: 'Black tea', line: 7 });
    expect(entries[1]?.blocks.map((block) => `${block.line} ${block.kind}`)).toEqual([
      '9 paragraph',
      '11 heading',
      '13 paragraph',
    ]);
  });

  it('takes no comment in a code fence for a heading', () => {
    const text =
      '## What is a?\n\nIt is.\n\n```sh\n# What is a comment?\n```\n\n## What is b?\n\nIt is, too.\n';
    expect(read(text).entries).toEqual(['1 What is a?', '9 What is b?']);
  });

  it('gives the whole of a plain text as one entry, and of an empty one none', () => {
    expect(read('Just a line.\n').entries).toHaveLength(1);
    expect(read('\n\n').entries).toEqual([]);
  });
});

describe('front matter', () => {
  it('names title, language and tags', () => {
    const text =
      '---\ntitle: "Tea"\nlanguage: de\ntags: [drinks, leaves]\n---\n\n## Was ist Tee?\n\nEin Getränk.\n';
    expect(read(text)).toMatchObject({ title: 'Tea', language: 'de', tags: ['drinks', 'leaves'] });
  });

  it('is none when it never ends; the file then gives the title', () => {
    expect(read('---\ntitle: Tea\n\n## What is tea?\n\nA drink.\n').title).toBe('Some notes');
  });
});

describe('titles', () => {
  it.each([
    ['**3.** ⭐ What is X?', 'What is X?'],
    ['Q7. What is X?', 'What is X?'],
    ['Question 12: What is X?', 'What is X?'],
    ['1984 was a book', '1984 was a book'],
    ['Quotas', 'Quotas'],
  ])('reads %s as %s', (title, bare) => expect(titleOf(title)).toBe(bare));
});

describe('what the author asks about their own life', () => {
  it('is left out of a title that asks for a fact first', () => {
    const text =
      '## How do you brew tea? What changes did you make in your projects?\n\nSlowly.\n\n## What is salt?\n\nA mineral.';
    expect(read(text).entries[0]).toBe('1 How do you brew tea?');
  });
});
