// The whole way from the user's document to its bank: bars, sources, determinism, overrides, hand-written questions.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { makeBank } from '@oneliner/content';
import { questionSchema } from '@oneliner/shared';
import { objection } from '../../content/src/gate/checks.ts';
import { Eye } from '../../content/src/gate/features.ts';
import { TRICKS, gains } from '../../content/src/gate/tricks.ts';
import { repair } from '../../content/src/decode/mojibake.ts';
import { english } from '../../content/src/language/english.ts';

const path = fileURLToPath(new URL('../../content/documents/python-backend-interview.md', import.meta.url));
const text = readFileSync(path, 'utf8');
const name = 'python-backend-interview.md';
const fixture = (file: string): string => readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8');
const overrides = readFileSync(path.replace(/\.md$/, '.overrides.json'), 'utf8');
const bank = makeBank({ name, text, overrides });
const standard = bank.questions.filter(({ tier }) => tier === 'standard');

describe('the bank of the user’s document', () => {
  it('has at least 100 standard questions on distinct facts, from at least 25 entries', () => {
    expect(new Set(standard.flatMap(({ factIds }) => factIds)).size).toBeGreaterThanOrEqual(100);
    expect(new Set(standard.map(({ source }) => source.entry)).size).toBeGreaterThanOrEqual(25);
  });

  it('holds to the contract, each question under an id of its own', () => {
    for (const question of bank.questions) v.parse(questionSchema, question);
    expect(new Set(bank.questions.map(({ id }) => id)).size).toBe(bank.questions.length);
  });

  it('shows for every question words of the line it names', () => {
    const lines = repair(text)
      .text.split('\n')
      .map((line) => line.replace(/[*`]/g, ''));
    for (const { explanation, source } of bank.questions) {
      const near = lines.slice(source.line - 1, source.line + 2).join(' ');
      const words = explanation.split(/[\s:;|–]+/).filter((word) => word.length > 3);
      expect(
        words.some((word) => near.includes(word)),
        `${source.line}: ${explanation}`,
      ).toBe(true);
    }
  });

  it('asks nothing about its author', () => {
    expect(bank.questions.filter(({ source }) => source.entry.includes('recent projects'))).toEqual([]);
    expect(JSON.stringify(bank.questions)).not.toMatch(/VERIXA|wer via voice|you should (?:use|speak)/);
  });

  it('passes its own gate, question by question', () => {
    const eye = new Eye(english);
    for (const { prompt, body } of bank.questions) {
      const [key = '', ...others] = [
        body.options[body.key] ?? '',
        ...body.options.filter((_, at) => at !== body.key),
      ];
      const candidate = {
        prompt: eye.look(prompt),
        key: eye.look(key),
        others: others.map((one) => eye.look(one)),
      };
      expect(objection(candidate, eye), prompt).toBeNull();
    }
  });

  it('gives no single trick more than 29 % over five seeds', () => {
    const eye = new Eye(english);
    const sums = TRICKS.map(() => 0);
    let count = 0;
    for (const seed of ['1', '2', '3', '4', '5'])
      for (const { prompt, body, tier } of makeBank({ name, text, overrides, seed }).questions) {
        if (tier !== 'standard') continue;
        const [key = '', ...others] = [
          body.options[body.key] ?? '',
          ...body.options.filter((_, at) => at !== body.key),
        ];
        const all = [key, ...others].map((one) => eye.look(one));
        count += 1;
        for (const [at, gain] of gains(all, eye.look(prompt), eye).entries())
          sums[at] = (sums[at] ?? 0) + gain + 1 / all.length;
      }
    for (const [at, sum] of sums.entries()) expect(sum / count, TRICKS[at]?.name).toBeLessThanOrEqual(0.29);
  });

  it('puts the right option in each place about as often', () => {
    const four = bank.questions.filter(({ body }) => body.options.length === 4);
    for (const place of [0, 1, 2, 3])
      expect(Math.abs(four.filter(({ body }) => body.key === place).length - four.length / 4)).toBeLessThan(
        8,
      );
  });

  it('is the same for the same seed, and another for another', () => {
    expect(JSON.stringify(makeBank({ name, text, overrides }))).toBe(JSON.stringify(bank));
    expect(JSON.stringify(makeBank({ name, text, overrides, seed: 'other' }).questions)).not.toBe(
      JSON.stringify(bank.questions),
    );
  });

  it('is the same in another process under another language and time zone', () => {
    const script = fileURLToPath(new URL('../../content/src/forge.ts', import.meta.url));
    const run = (env: Record<string, string>): string => {
      try {
        return execFileSync(process.execPath, [script, path, '--json'], {
          env: { ...process.env, ...env },
          encoding: 'utf8',
          maxBuffer: 1e8,
        });
      } catch (error) {
        return (error as { stdout: string }).stdout;
      }
    };
    const here = run({ LANG: 'C', TZ: 'UTC' });
    expect(here.length).toBeGreaterThan(10_000);
    expect(run({ LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' })).toBe(here);
  });
});

describe('documents of other kinds', () => {
  it.each(['faq.md', 'qa.md', 'numbered.md', 'details.md', 'definitions.md', 'table.md'])(
    '%s gives questions',
    (file) => {
      const { questions } = makeBank({ name: file, text: fixture(file) });
      expect(questions.length).toBeGreaterThan(3);
    },
  );

  it('give terms and one-liners in a language without grammar, and say what is off', () => {
    const { questions, remarks } = makeBank({ name: 'terms.md', text: fixture('terms.md') });
    expect(new Set(questions.map(({ family }) => family))).toEqual(
      new Set(['one-liner-to-name', 'question-to-one-liner']),
    );
    expect(remarks[0]).toEqual({ line: null, text: expect.stringContaining('needs English') as string });
  });

  it('are read to the end where a table breaks off within brackets', () => {
    const table =
      '| | Tea | Milk |\n|-|-|-|\n| Part | leaf | fat |\n| Taste | bitter | mild |\n| Colour | green (';
    expect(() => makeBank({ name: 'cut.md', text: `## Tea or milk?\n\n${table}` })).not.toThrow();
  });

  it('give nothing where there is nothing', () => {
    expect(makeBank({ name: 'empty.md', text: '' })).toMatchObject({
      entries: 0,
      questions: [],
      remarks: [],
    });
  });
});

describe('hand-written questions', () => {
  const written = makeBank({ name: 'hand-written.md', text: fixture('hand-written.md') });

  it('come through untouched', () => {
    expect(written.questions[0]).toMatchObject({
      family: 'hand-written',
      prompt: 'Which planet is the largest?',
      body: { options: ['Saturn', 'Jupiter', 'Neptune', 'Uranus'], key: 1 },
      explanation: 'Jupiter is heavier than all the others together.',
      source: { line: 5 },
    });
    expect(written.questions[1]).toMatchObject({ prompt: 'Which river flows through Vienna?' });
  });

  it('are left out with a remark where not exactly one box is checked', () => {
    expect(written.questions).toHaveLength(2);
    expect(
      written.remarks.some(({ line, text: said }) => line === 24 && said.includes('exactly one answer')),
    ).toBe(true);
  });
});

describe('overrides', () => {
  const [fact = ''] = standard[0]?.factIds ?? [];
  const made = (changes: object): ReturnType<typeof makeBank> =>
    makeBank({ name, text, overrides: JSON.stringify(changes) });
  const options = (changes: object): string =>
    JSON.stringify(made(changes).questions.map(({ body }) => body.options));

  it('beside the user’s document name facts that it has, all of them', () => {
    expect(bank.remarks.filter(({ text: said }) => said.startsWith('The overrides'))).toEqual([]);
  });

  it('keep a fact from being asked', () => {
    expect(made({ suppress: [fact] }).questions.some(({ factIds }) => factIds.includes(fact))).toBe(false);
  });

  it('keep a fact that is true of both sides from being an option', () => {
    expect(options({})).toContain('Can handle multiple HTTP methods');
    expect(options({ suppress: ['function-based-views-lnp97ez'] })).not.toContain(
      'Can handle multiple HTTP methods',
    );
  });

  it('give a fact other words under the same id', () => {
    const sentence = 'Edited by hand.';
    const { questions } = made({ edit: { [fact]: { sentence } } });
    expect(questions.find(({ factIds }) => factIds.includes(fact))?.explanation).toBe(sentence);
  });

  it('add a fact that the document lacks', () => {
    const add = [
      {
        entry: 'What is inheritance in Python?',
        subject: 'Composition',
        text: 'building an object out of smaller parts that it keeps inside',
      },
    ];
    expect(made({ add }).questions.some(({ prompt }) => prompt.includes('smaller parts'))).toBe(true);
  });

  it('are remarked on where they name nothing, and where they are no JSON', () => {
    expect(made({ suppress: ['no-such-fact'] }).remarks[0]?.text).toContain('no-such-fact');
    expect(makeBank({ name, text, overrides: '{' }).remarks[0]?.text).toContain('no JSON object');
  });
});
