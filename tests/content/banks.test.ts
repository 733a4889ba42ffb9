// What holds for every bank of every document, whatever the seed.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { makeBank } from '@oneliner/content';
import type { Bank } from '@oneliner/content';
import { questionSchema } from '@oneliner/shared';
import type { Question } from '@oneliner/shared';
import { objection } from '../../content/src/gate/checks.ts';
import { Eye } from '../../content/src/gate/features.ts';
import { english } from '../../content/src/language/english.ts';
import { normal } from '../../content/src/text/words.ts';

const folder = new URL('../../content/documents/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const documents = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((name) => {
    const beside = name.replace(/\.md$/, '.overrides.json');
    const overrides = existsSync(new URL(beside, folder)) ? read(beside) : undefined;
    return { name, text: read(name), overrides };
  });
const isUsers = (name: string): boolean => name === 'python-backend-interview.md';

const anyBank = fc
  .tuple(fc.constantFrom(...documents), fc.string({ maxLength: 8 }))
  .map(([document, seed]) => makeBank({ ...document, seed }));
const eye = new Eye(english);
const parted = ({ body: { options, key } }: Question): { key: string; others: string[] } => ({
  key: options[key] ?? '',
  others: options.filter((_, at) => at !== key),
});

/** The questions of some banks, each held to a rule. */
const everyQuestion = (rule: (question: Question, bank: Bank) => void): void =>
  fc.assert(
    fc.property(anyBank, (bank) => bank.questions.forEach((question) => rule(question, bank))),
    { numRuns: 10 },
  );

describe('every question of every bank', () => {
  it('passes its own gate', () =>
    everyQuestion((question) => {
      const { key, others } = parted(question);
      const [prompt, right] = [eye.look(question.prompt), eye.look(key)];
      expect(objection({ prompt, key: right, others: others.map((one) => eye.look(one)) }, eye)).toBeNull();
    }));

  it('has a right option that none of the others equals, whatever their case and marks', () =>
    everyQuestion((question) => {
      const { key, others } = parted(question);
      expect(others.map(normal)).not.toContain(normal(key));
      expect(new Set(others.map(normal)).size).toBe(others.length);
    }));

  it('holds to the contract, under an id of its own', () =>
    everyQuestion((question, { questions }) => {
      v.parse(questionSchema, question);
      expect(questions.filter(({ id }) => id === question.id)).toHaveLength(1);
    }));

  it('asks nothing that is rejected, and every rejection has its reason', () =>
    everyQuestion((question, { rejected }) => {
      const same = rejected.filter(
        ({ family, factIds }) => family === question.family && factIds[0] === question.factIds[0],
      );
      expect(same).toEqual([]);
      expect(rejected.every(({ reasons }) => reasons.length > 0)).toBe(true);
    }));
});

describe('the bundled documents beside the user’s', () => {
  it.each(documents.filter(({ name }) => !isUsers(name)))(
    '$name has 40 entries or more, each asked, and nothing to mend',
    (document) => {
      const { entries, questions, remarks } = makeBank(document);
      expect(entries).toBeGreaterThanOrEqual(40);
      expect(new Set(questions.map(({ source }) => source.entry)).size).toBe(entries);
      expect(remarks).toEqual([]);
    },
  );
});
