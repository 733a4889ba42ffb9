// Entries to facts: what is told of whom, from sentences, lists, tables and chains.
import { describe, expect, it } from 'vitest';
import { gather } from '../../content/src/facts/gather.ts';
import { readDocument } from '../../content/src/read/document.ts';

const gathered = (text: string) => {
  const document = readDocument('x.md', `${text}\n\n## What is salt?\n\nA mineral.\n`);
  const [entry] = document.entries;
  if (!entry) throw new Error('no entry');
  return gather(entry, document.language);
};
const facts = (text: string): string[] =>
  gathered(text).facts.map(({ line, kind, subject, text: told }) => `${line} ${kind} | ${subject} | ${told}`);

describe('facts', () => {
  it('come from sections about the sides of a comparison', () => {
    const text =
      '## What is the difference between tea and coffee?\n\n### Tea\n\n* Made from leaves\n* It calms people\n\n### Coffee\n\nCoffee is a drink of roasted beans.\n';
    expect(facts(text)).toEqual([
      '5 point | tea | Made from leaves',
      '6 point | tea | calms people',
      '10 meaning | coffee | a drink of roasted beans',
    ]);
  });

  it('come from terms in bold, not from bold sentences', () => {
    const text =
      '## How do you brew tea?\n\nMind these steps:\n\n1. **Water**\n   Boil it afresh\n2. **It is late**\n   Then sleep\n';
    expect(facts(text)).toContain('5 meaning | Water | Boil it afresh');
    expect(facts(text).join()).not.toContain('meaning | It is late');
  });

  it('come from tables, cell by cell, and from chains, step by step', () => {
    const text =
      '## What is the difference between tea and coffee?\n\n| | Tea | Coffee |\n|-|-|-|\n| Part | leaf | bean |\n\n### Summary\n\nBrewing = boil → pour → wait → drink\n';
    expect(facts(text)).toContain('5 cell | Tea | Part: leaf');
    expect(facts(text)).toContain('9 step | Brewing 3 | wait');
  });

  it('come from a marked term that a sentence gives a use to', () => {
    const text =
      '## How do you serve tea?\n\n### Kitchen\n\n* Use a **kettle** to boil the water.\n* Smile\n';
    expect(facts(text)).toContain('5 purpose | kettle | used to boil the water');
  });

  it('do not come from examples or boxes', () => {
    const text =
      '## What is tea?\n\n### Example\n\n* Tea is green here\n\n### More\n\n- [x] one\n- [ ] two\n';
    expect(facts(text)).toEqual([]);
  });

  it('keep their id when the document around them changes', () => {
    const text = '## What is tea?\n\nTea is a drink of leaves.\n';
    const [before] = gathered(text).facts;
    const [after] = gathered(`Some words before.\n\n${text}`).facts;
    expect(after?.id).toBe(before?.id);
    expect(after?.line).not.toBe(before?.line);
  });
});
