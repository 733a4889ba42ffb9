// How questions are worded in English.
import type { Prompts } from './language.ts';

/** "View or Template". */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

const isPlural = (name: string): boolean => /[^s]s$/.test(name);

/** A lead in the first person is the author's; asked of others it is everybody's. */
const everybodys = (lead: string): string =>
  lead
    .replace(/^I /, 'We ')
    .replace(/\bI\b/g, 'we')
    .replace(/^When we choose /i, '');

const asQuestion = (title: string): string =>
  /[?.!]$/.test(title) ? title : `Which one-liner fits “${title}”?`;

export const prompts: Prompts = {
  term: (clue) => `Which term fits “${clue}”?`,
  kind: (noun, clue) => `Which kind of ${noun} is meant: “${clue}”?`,
  contrast: (name, others) => `Which is true of ${name} rather than ${listed(others)}?`,
  table: (first, second, asked) => `Comparing ${first} and ${second}: which is true of ${asked}?`,
  member: (lead) => `Which belongs here: “${everybodys(lead)} …”?`,
  after: (chain, step) => `${chain}: what comes right after “${step}”?`,
  title: asQuestion,
  side: (title, name) => `${asQuestion(title)} Which is true of ${name}?`,
  meant: (title, name, isThing) =>
    `${asQuestion(title)} ${name}${isThing ? (isPlural(name) ? ' are' : ' is') : ''} …`,
};
