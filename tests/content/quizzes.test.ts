// What holds for every quiz of every document, whatever the seed and the host's wishes.
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBank, makeQuiz, quizSize } from '@oneliner/content';
import { DEFAULT_QUESTIONS } from '@oneliner/shared';
import type { Question } from '@oneliner/shared';
import { stepOf } from '../../content/src/quiz/mix.ts';

const folder = new URL('../../content/documents/', import.meta.url);
const bundled = readdirSync(folder).filter((file) => file.endsWith('.md'));
const small = ['faq.md', 'qa.md', 'definitions.md'].map((file) => `../../tests/content/fixtures/${file}`);
const bankOf = (file: string): Question[] =>
  makeBank({ name: file, text: readFileSync(new URL(file, folder), 'utf8') }).questions;

const banks = new Map([...bundled, ...small].map((file) => [file, bankOf(file)]));
const isSignature = ({ family }: Question): boolean => family === 'question-to-one-liner';
const keyOf = ({ body }: Question): string => body.options[body.key] ?? '';
const words = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;

const anyBank = fc.constantFrom(...banks.values());
const bundledBank = fc.constantFrom(...bundled.map((file) => banks.get(file) ?? []));
const seed = fc.string({ minLength: 1, maxLength: 8 });
const count = fc.integer({ min: 1, max: 40 });

describe('any quiz', () => {
  it('asks a fact once, an entry at most twice, and gives nothing away', () => {
    fc.assert(
      fc.property(anyBank, seed, count, (questions, seed, count) => {
        const asked = makeQuiz({ questions, count, shuffle: true, seed });
        expect(new Set(asked.flatMap(({ factIds }) => factIds)).size).toBe(asked.length);
        for (const entry of Map.groupBy(asked, ({ source }) => source.entry).values())
          expect(entry.length).toBeLessThanOrEqual(2);
        for (const one of asked)
          for (const other of asked)
            if (one !== other) expect(words(other.prompt)).not.toContain(words(keyOf(one)));
      }),
      { numRuns: 60 },
    );
  });

  it('has as many questions as it was said to be able to have', () => {
    fc.assert(
      fc.property(anyBank, seed, count, fc.integer({ min: 0, max: 9 }), (questions, seed, count, every) => {
        const leftOut = questions.filter((_, at) => at % 10 < every).map(({ id }) => id);
        const most = quizSize({ questions, leftOut });
        const asked = makeQuiz({ questions, leftOut, count, shuffle: true, seed });
        expect(asked.length).toBeGreaterThanOrEqual(Math.min(count, most));
        expect(asked.length).toBeLessThanOrEqual(count);
      }),
      { numRuns: 60 },
    );
  });

  it('gets harder step by step', () => {
    fc.assert(
      fc.property(anyBank, seed, count, (questions, seed, count) => {
        const steps = makeQuiz({ questions, count, shuffle: true, seed }).map(stepOf);
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('of a bundled document asks the document’s own questions for at least a quarter', () => {
    fc.assert(
      fc.property(bundledBank, seed, fc.constantFrom(8, DEFAULT_QUESTIONS, 20), (questions, seed, count) => {
        const asked = makeQuiz({ questions, count, shuffle: true, seed });
        expect(asked).toHaveLength(count);
        expect(asked.filter(isSignature).length).toBeGreaterThanOrEqual(count / 4);
      }),
      { numRuns: 200 },
    );
  });

  it('mixes families: none but the signature fills more than half of it', () => {
    fc.assert(
      fc.property(bundledBank, seed, (questions, seed) => {
        const asked = makeQuiz({ questions, count: DEFAULT_QUESTIONS, shuffle: true, seed });
        const families = Map.groupBy(asked, ({ family }) => family);
        families.delete('question-to-one-liner');
        for (const one of families.values()) expect(one.length).toBeLessThanOrEqual(DEFAULT_QUESTIONS / 2);
      }),
    );
  });
});

describe('many evenings with one document', () => {
  it.each([...banks.keys()])('%s: no question opens more than half of them', (file) => {
    const questions = banks.get(file) ?? [];
    const openers = Array.from({ length: 60 }, (_, at) => {
      const [first] = makeQuiz({ questions, count: DEFAULT_QUESTIONS, shuffle: true, seed: `evening ${at}` });
      return first?.id ?? '';
    });
    const most = Math.max(...[...Map.groupBy(openers, (id) => id).values()].map(({ length }) => length));
    expect(most).toBeLessThanOrEqual(30);
  });

  it.each(bundled)('%s: five quizzes of an evening ask no fact twice', (file) => {
    const questions = banks.get(file) ?? [];
    const avoid: string[] = [];
    for (let nth = 0; nth < 5; nth += 1) {
      const asked = makeQuiz({ questions, count: DEFAULT_QUESTIONS, shuffle: true, seed: `${nth}`, avoid });
      expect(asked).toHaveLength(DEFAULT_QUESTIONS);
      avoid.push(...asked.flatMap(({ factIds }) => factIds));
    }
    expect(new Set(avoid).size).toBe(avoid.length);
  });
});

describe('how many questions a quiz can have', () => {
  it('is fewer than there are where an entry has more than two', () => {
    const questions = banks.get('python-backend-interview.md') ?? [];
    expect(quizSize({ questions })).toBeLessThan(questions.length);
    expect(quizSize({ questions })).toBeGreaterThan(40);
  });

  it('is what every quiz gets, also where the draw takes first what rules two others out', () => {
    const [like] = banks.get('python-backend-interview.md') ?? [];
    if (!like) throw new Error('no question');
    const question = (id: string, prompt: string, key: string): Question => ({
      ...like,
      id,
      prompt,
      explanation: id,
      factIds: [id],
      body: { kind: 'choice', options: [key, 'Milk'], key: 0 },
      source: { ...like.source, entry: id },
    });
    const questions = [
      question('a', 'What is drunk?', 'Tea'),
      question('b', 'What is eaten?', 'Bread'),
      question('c', 'Which goes with tea and bread?', 'Jam'),
    ];
    expect(quizSize({ questions })).toBe(2);
    for (let nth = 0; nth < 20; nth += 1)
      expect(makeQuiz({ questions, count: 3, shuffle: true, seed: `${nth}` })).toHaveLength(2);
  });

  it('is what the host’s own order holds, without what is left out', () => {
    const questions = banks.get('python-backend-interview.md') ?? [];
    const order = questions.slice(0, 9).map(({ id }) => id);
    expect(quizSize({ questions, order, leftOut: order.slice(0, 2) })).toBe(7);
    expect(quizSize({ questions: [] })).toBe(0);
  });
});
