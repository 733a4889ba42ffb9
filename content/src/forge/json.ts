// A bank as one JSON object, for programs that judge or import it.
import type { Question } from '@oneliner/shared';
import type { Bank } from '../bank.ts';

const flat = ({ body, source, ...question }: Question): object => ({
  ...question,
  options: body.options,
  key: body.key,
  entry: source.entry,
  line: source.line,
});

/** The bank with its questions flat: `{ questions: [{ id, family, tier, prompt, options, key, … }], rejected, remarks, … }`. */
export const asJson = ({ questions, ...bank }: Bank): string =>
  JSON.stringify({ ...bank, questions: questions.map(flat) }, null, 2);
