// A bank as a person reads it: the questions by entry, what was made of the document, and what to mend by line.
import type { Question } from '@oneliner/shared';
import type { Bank } from '../bank.ts';

const LETTERS = 'ABCDEF';

const optionLine = ({ key }: Question['body'], option: string, at: number): string =>
  `    ${at === key ? '*' : ' '} ${LETTERS[at]}  ${option}`;

function asText({
  prompt,
  body,
  family,
  tier,
  difficulty,
  explanation,
  source,
  factIds,
  remarks,
}: Question): string {
  return [
    prompt,
    ...body.options.map((option, at) => optionLine(body, option, at)),
    `      ${explanation} (line ${source.line})`,
    `      ${family}, ${tier}, ${Math.round(difficulty * 100)} % expected wrong, fact ${factIds.join(' ')}`,
    ...remarks.map((remark) => `      ${remark}`),
  ].join('\n');
}

/** "41 contrast, 12 sequence", the most first. */
function counts(names: readonly string[]): string {
  const groups = [...Map.groupBy(names, (name) => name)].sort((a, b) => b[1].length - a[1].length);
  return groups.map(([name, all]) => `${all.length} ${name}`).join(', ');
}

function coverage({ entries, questions, rejected }: Bank): string {
  const standard = questions.filter(({ tier }) => tier === 'standard');
  const asked = new Set(questions.map(({ source }) => source.entry)).size;
  const facts = new Set(standard.flatMap(({ factIds }) => factIds)).size;
  const families = counts(questions.map(({ family }) => family));
  const reasons = counts(rejected.flatMap(({ reasons: [first = ''] }) => first));
  return [
    `${asked} of ${entries} entries are asked, with ${questions.length} questions; ${standard.length} of them are standard, on ${facts} facts.`,
    ...(families === '' ? [] : [`By family: ${families}.`]),
    ...(reasons === '' ? [] : [`Rejected: ${rejected.length}, most often for: ${reasons}.`]),
  ].join('\n');
}

const lint = (name: string, { remarks }: Bank): string =>
  remarks.length === 0
    ? 'Nothing to mend.'
    : remarks.map(({ line, text }) => `${name}${line === null ? '' : `:${line}`}: ${text}`).join('\n');

/** All that an author wants to see, as text. */
export function report(name: string, bank: Bank): string {
  const byEntry = Map.groupBy(bank.questions, ({ source }) => source.entry);
  const parts = [...byEntry].map(([entry, questions]) =>
    [`## ${entry}`, ...questions.map(asText)].join('\n\n'),
  );
  return [`# ${bank.title}`, ...parts, coverage(bank), lint(name, bank)].join('\n\n');
}
