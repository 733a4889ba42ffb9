// The questions that people judge: the standard ones of a bank whose seed nobody tuned on, each known by all of its words.
import { readFileSync } from 'node:fs';
import { makeBank } from '@oneliner/content';
import type { Question } from '@oneliner/shared';
import { byCodeUnit } from '../../../content/src/text/compare.ts';
import { fingerprint } from '../../../content/src/text/hash.ts';

const SEED = 'harvest-moon';
const name = 'python-backend-interview.md';
const beside = (file: string): string =>
  readFileSync(new URL(`../../../content/documents/${file}`, import.meta.url), 'utf8');

/** The question's id with a digest of its words: a verdict holds as long as prompt, options and key stay. */
export const judgedId = ({ id, prompt, body: { options, key } }: Question): string =>
  `${id}~${fingerprint([prompt, options[key] ?? '', ...options.toSorted(byCodeUnit)].join('\n'))}`;

export function judgedQuestions(): Question[] {
  const overrides = beside(name.replace(/\.md$/, '.overrides.json'));
  const { questions } = makeBank({ name, text: beside(name), seed: SEED, overrides });
  return questions.filter(({ tier }) => tier === 'standard');
}
