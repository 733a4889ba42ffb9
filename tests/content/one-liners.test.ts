// Entries to one-liners: under their labels, in the midst of a text, or bold; and what only looks like one.
import { describe, expect, it } from 'vitest';
import { sectionsOf } from '../../content/src/facts/sections.ts';
import { oneLinersOf } from '../../content/src/one-liners/one-liners.ts';
import { readDocument } from '../../content/src/read/document.ts';

/** The one-liners of an answer: line, how each was found, and its words. The answer begins in line 3. */
function found(answer: string, title = 'What is tea?'): string[] {
  const text = `## ${title}\n\n${answer}\n\n## What is salt?\n\nA mineral.\n`;
  const { entries, language } = readDocument('x.md', text);
  const [entry] = entries;
  if (!entry) throw new Error('no entry');
  const sections = sectionsOf(entry.blocks, entry.line);
  return oneLinersOf(sections, language).map((one) => `${one.line} ${one.found} ${one.text}`);
}

describe('labels', () => {
  it.each([
    'One-Line Summary',
    'One-line summary:',
    '⭐ **Perfect Interview One-Liner**',
    '⭐ Final One-Line Summary (Perfect Answer)',
    '**One-line difference**',
    'Difference in one line',
    'In one sentence',
    '*In short*',
    '“TL;DR”',
    'Summary',
    'Key takeaway',
    'Short answer',
  ])('“%s” as a heading announces one', (label) =>
    expect(found(`It wakes.\n\n# ${label}\n\nA drink of leaves.`)).toEqual(['7 label A drink of leaves.']),
  );

  it.each(['In short:', '**In short:**', '*Summary:*', '⭐ One-liner –', 'TL;DR:', 'In a nutshell,'])(
    '“%s” in the midst of a text announces one',
    (label) =>
      expect(found(`It wakes.\n\n${label} a drink of leaves.`)).toEqual(['5 label a drink of leaves.']),
  );

  it.each(['Summary of the trade in tea', 'Short story', 'Linear', 'Sum', 'Differences in taste'])(
    '“%s” announces none',
    (label) =>
      expect(found(`It wakes.\n\n### ${label}\n\nA drink of leaves.`)).toEqual(['3 sentence It wakes.']),
  );
});

describe('one-liners under a label', () => {
  it('are two where two things are told of, each in a line or an item of its own', () => {
    const title = 'What is the difference between tea and coffee?';
    const items = '# ⭐ **One-line summary**\n\n* **Tea** → leaves\n* **Coffee** → beans';
    expect(found(items, title)).toEqual(['5 label Tea → leaves', '6 label Coffee → beans']);
    const lines = '# In short\n\nTea is made of leaves.\nCoffee is made of beans.';
    expect(found(lines, title)).toEqual([
      '5 label Tea is made of leaves.',
      '6 label Coffee is made of beans.',
    ]);
  });

  it('come without their quotation marks, and without the tail of something else', () => {
    expect(found('In short: “leaves in hot water.”\nwer via voice.')).toEqual([
      '3 label leaves in hot water.',
    ]);
  });

  it('end where the next section begins', () => {
    expect(found('# In short\n\nA drink of leaves.\n\n# More\n\nIt wakes.')).toEqual([
      '5 label A drink of leaves.',
    ]);
  });
});

describe('one-liners without a label', () => {
  it('are the bold begin of an entry', () => {
    expect(found('**Tea is a drink of leaves.** It wakes.')).toEqual(['3 first Tea is a drink of leaves.']);
  });

  it('are the bold end of an entry, whatever its sections', () => {
    expect(found('It wakes.\n\n### Taste\n\nBitter.\n\n**So tea is a drink of leaves.**')).toEqual([
      '9 last So tea is a drink of leaves.',
    ]);
  });

  it('are no bold word within a sentence, and no bold heading', () => {
    expect(found('Tea **wakes** people.\n\n**Use cases:**\n\n- mornings')).toEqual([
      '3 sentence Tea wakes people.',
    ]);
  });

  it('are the first sentence where nothing is bold; a lead is none', () => {
    expect(found('Here it is:\n\nA drink of leaves. It wakes.')).toEqual(['5 sentence A drink of leaves.']);
  });
});
