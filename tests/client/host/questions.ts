// Small questions and a document of them, for the tests of setting up.
import type { DocumentBank, Question } from '@oneliner/shared';

export const question = (id: string, line: number, rest: Partial<Question> = {}): Question => ({
  id,
  family: 'hand-written',
  tier: 'standard',
  prompt: `What is ${id}?`,
  body: { kind: 'choice', options: ['this', 'that'], key: 0 },
  explanation: 'This.',
  source: { document: 'test.md', entry: id, line },
  factIds: [id],
  difficulty: 0.5,
  remarks: [],
  ...rest,
});

export const bankOf = (bank: Question[], id = 'test'): DocumentBank => ({
  id,
  title: 'Test',
  entries: bank.length,
  bank,
  most: bank.length,
  remarks: [],
});
