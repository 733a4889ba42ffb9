// Entries to one-liners and facts: what is told of whom, from sentences, lists, tables and chains.
import { describe, expect, it } from 'vitest';
import { gather } from '../../content/src/facts/gather.ts';
import { toldBy, topicOf } from '../../content/src/language/grammar.ts';
import { purposeIn } from '../../content/src/language/purpose.ts';
import { readDocument } from '../../content/src/read/document.ts';
import { variantsOf } from '../../content/src/text/phrase.ts';
import { english } from '../../content/src/language/english.ts';
import { sentencesOf } from '../../content/src/text/sentences.ts';

const gathered = (text: string) => {
  const document = readDocument('x.md', `${text}\n\n## What is salt?\n\nA mineral.\n`);
  const [entry] = document.entries;
  if (!entry) throw new Error('no entry');
  return gather(entry, document.language);
};
const facts = (text: string): string[] =>
  gathered(text).facts.map(({ line, kind, subject, text: told }) => `${line} ${kind} | ${subject} | ${told}`);

describe('one-liners', () => {
  const found = (text: string): string[] =>
    gathered(text).oneLiners.map((one) => `${one.line} ${one.found} ${one.text}`);

  it('stand under a label, each item of a list for itself', () => {
    const text =
      '## What is the difference between tea and coffee?\n\nBoth wake.\n\n# ⭐ **One-line summary**\n\n* **Tea** → leaves\n* **Coffee** → beans\n';
    expect(found(text)).toEqual(['7 label Tea → leaves', '8 label Coffee → beans']);
  });

  it('stand behind "In short", and lose the tail of something else', () => {
    const text = '## What is tea?\n\nIn short: “leaves in hot water.”\nwer via voice.\n';
    expect(found(text)).toEqual(['3 label leaves in hot water.']);
  });

  it('are the bold begin of an entry without a label', () => {
    expect(found('## What is tea?\n\n**Tea is a drink of leaves.** It wakes.\n')).toEqual([
      '3 first Tea is a drink of leaves.',
    ]);
  });

  it('are the first sentence where nothing is bold; a lead is none', () => {
    expect(found('## What is tea?\n\nHere it is:\n\nA drink of leaves. It wakes.\n')).toEqual([
      '5 sentence A drink of leaves.',
    ]);
  });
});

describe('topics', () => {
  it.each([
    ['What is the difference between a list and a tuple in Python?', ['list', 'tuple']],
    [
      'What are decorators and generators in Python, and where do you use them?',
      ['decorators', 'generators'],
    ],
    ['Explain synchronous and asynchronous execution.', ['synchronous execution', 'asynchronous execution']],
    ['What is the capital of Australia?', ['capital of Australia']],
    ['What is the highest mountain in Africa?', ['highest mountain in Africa']],
    ['How do you reduce API latency?', []],
    ['Photosynthesis', ['Photosynthesis']],
  ])('of %s are %j', (title, subjects) => expect(topicOf(title).subjects).toEqual(subjects));
});

describe('cuts', () => {
  it('never fall before "but", without which a statement may be untrue', () => {
    const text = 'handling many tasks at the same time, but not necessarily executing all of them at once';
    expect(variantsOf(text, english)).toEqual([]);
  });
});

describe('purposes', () => {
  it.each([
    ['Use a ', ' for static files.', 'used for static files.'],
    ['Used ', ' to avoid computing twice', 'used to avoid computing twice'],
    ['Analyze slow queries using ', '.', 'used to analyze slow queries'],
  ])('%j … %j tell that it is %j', (before, after, purpose) =>
    expect(purposeIn(before, after)).toBe(purpose),
  );

  it.each([
    ['Use ', ' for:'],
    ['Use ', ' and others'],
    ['Avoid ', ' using joins'],
    ['Removed ', ' to save time'],
  ])('%j … %j tell nothing', (before, after) => expect(purposeIn(before, after)).toBeNull());

  it('are facts of the marked term, with the sentence as it stands', () => {
    const text =
      '## How do you serve tea?\n\n### Kitchen\n\n* Use a **kettle** to boil the water.\n* Smile\n';
    expect(facts(text)).toContain('5 purpose | kettle | used to boil the water');
  });
});

describe('sentences', () => {
  it('tell of a subject by "is", by a verb, or not at all', () => {
    expect(toldBy('A decorator is a function that wraps another.', ['decorators'])).toEqual({
      subject: 'decorators',
      predicate: 'a function that wraps another.',
      link: 'is',
    });
    expect(toldBy('Polymorphism allows one name for many things.', ['polymorphism'])?.link).toBe('verb');
    expect(toldBy('It is easy to see why.', ['decorators'])).toBeNull();
  });

  it('end at a stop before a capital, not at e.g. or a number', () => {
    const text = 'It waits, e.g. for 2.5 s. Then it goes on.\nThe end.';
    expect(sentencesOf(text, 4)).toEqual([
      { text: 'It waits, e.g. for 2.5 s.', line: 4 },
      { text: 'Then it goes on.', line: 4 },
      { text: 'The end.', line: 5 },
    ]);
  });
});

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

describe('wordings', () => {
  it('leave asides out and end where a clause ends', () => {
    const text =
      'a function that returns values lazily using the `yield` keyword instead of returning all values at once (e.g. a list)';
    expect(variantsOf(text, english)).toEqual([
      'A function that returns values lazily using the `yield` keyword',
      'A function that returns values lazily',
    ]);
  });

  it('never end in the air, nor before an opening clause has ended', () => {
    for (const way of variantsOf(
      'When a task waits for something that takes very long indeed, another task of the same program can go on with its own work',
      english,
    ))
      expect(way).not.toMatch(/(?:,| the| of| that| with)$|^When[^,]*$/);
  });
});
