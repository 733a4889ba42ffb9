// Any text at all gives a bank or remarks: it never throws, hangs, or makes a question that breaks the contract.
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { makeBank } from '@oneliner/content';
import { questionSchema } from '@oneliner/shared';
import { normal } from '../../content/src/text/words.ts';

const seed = readFileSync(
  new URL('../../content/documents/python-backend-interview.md', import.meta.url),
  'utf8',
);

function check(text: string): void {
  for (const question of makeBank({ name: 'fuzz.md', text }).questions) {
    v.parse(questionSchema, question);
    expect(question.body.key).toBeLessThan(question.body.options.length);
    expect(new Set(question.body.options.map(normal)).size).toBe(question.body.options.length);
  }
}

describe('any text', () => {
  it('may be cut out of a document and spliced', () => {
    const cut = fc
      .tuple(fc.nat(seed.length), fc.nat(3000))
      .map(([from, length]) => seed.slice(from, from + length));
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (parts) => check(parts.join('\n'))),
      { numRuns: 40 },
    );
  });

  it('may be made of Markdown’s own marks', () => {
    const piece = fc.constantFrom(
      '# ',
      '## Q1. What is ',
      '**',
      '```\n',
      '> ',
      '- ',
      '| a | b |\n',
      '|-|-|\n',
      '\n',
      '\n\n',
      'a',
      ' = ',
      ' → ',
      '(',
      ')',
      '?',
      ': ',
      'The x is a y.',
      '- [x] ',
      '- [ ] ',
      '<summary>',
      '\u0000',
      '\ud800',
      'é',
      '__proto__',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
        check,
      ),
      { numRuns: 150 },
    );
  });
});

const HEAVY: [string, string][] = [
  ['one line of 1 MB', 'a '.repeat(500_000)],
  ['quotes without end', '>'.repeat(300_000)],
  ['lists within lists', '- '.repeat(300_000)],
  ['an unclosed fence', `\`\`\`\n${'# What is x?\n'.repeat(70_000)}`],
  ['brackets', '[('.repeat(300_000)],
  ['stars', '*a **b '.repeat(100_000)],
  ['very many headings', '## What is a thing?\n\nA thing is a kind of stuff.\n\n'.repeat(18_000)],
  ['a one-liner of very many clauses', `## What is x?\n\nIn short: x is ${'a, '.repeat(300_000)}`],
  ['a very wide table', `${'| a '.repeat(20_000)}|\n${'|-'.repeat(20_000)}|\n`],
  ['arrows', 'Flow = '.concat('a → '.repeat(200_000))],
];

/** Processor time: what else the machine does makes no difference. */
const LONGEST_MS = 10_000;

describe('a heavy text', () => {
  it.each(HEAVY)('may be %s', (_name, text) => {
    const before = process.cpuUsage();
    check(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(LONGEST_MS);
  });

  /** Linear: 128 bytes for each of the megabyte that a document may have. */
  const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 };
  it.each(HEAVY)('takes no more than linear memory where it is %s', async (_name, text) => {
    const thread = new Worker(new URL('bank-thread.ts', import.meta.url), {
      workerData: text,
      resourceLimits,
    });
    const ended = await new Promise((resolve) => {
      thread.once('error', resolve).once('exit', resolve);
    });
    expect(ended).toBe(0);
  });
});
