// The bank: everything a document gives, from its text to questions, with the reason for each that was rejected.
import { documentWords } from '@oneliner/shared';
import type { DocumentRemark, Question } from '@oneliner/shared';
import type { Knowledge } from './facts/knowledge.ts';
import { knowledgeOf } from './facts/knowledge.ts';
import { corrected, noOverrides, readOverrides } from './facts/overrides.ts';
import { Eye } from './gate/features.ts';
import type { Refused } from './questions/assemble.ts';
import { settle } from './questions/assemble.ts';
import { statement } from './questions/choices.ts';
import type { Choice, Draft } from './questions/draft.ts';
import { FAMILIES } from './questions/families.ts';
import { handWritten } from './questions/hand-written.ts';
import { placesOf, questionFrom } from './questions/question.ts';
import { readDocument } from './read/document.ts';
import { remarksOn } from './remarks.ts';
import { chanceFrom } from './text/random.ts';

/** A candidate that is no question, and why. */
export interface Rejected {
  family: string;
  prompt: string;
  key: string;
  entry: string;
  line: number;
  factIds: string[];
  reasons: string[];
}

export interface Bank {
  title: string;
  /** How many entries the document has. */
  entries: number;
  /** In the order of the document. */
  questions: Question[];
  rejected: Rejected[];
  /** What the author or host should know, by line. */
  remarks: DocumentRemark[];
}

export interface BankRequest {
  /** The file's name. */
  name: string;
  text: string;
  /** Another seed chooses other distractors; the bank is the same for the same seed. */
  seed?: string;
  /** The text of `<name>.overrides.json`, where one stands beside the document. */
  overrides?: string | undefined;
}

/** Everything the text gives. Never throws; a text without usable entries gives a bank without questions. */
export function makeBank({ name, text, seed = '', overrides }: BankRequest): Bank {
  const document = readDocument(name, text);
  const read = overrides === undefined ? noOverrides() : readOverrides(overrides);
  const { knowledge, unknown } = corrected(knowledgeOf(document), read ?? noOverrides());
  const suppressed = new Set(read?.suppress);
  const drafts = draftsFrom(knowledge).flatMap((draft) => without(suppressed, draft, knowledge));
  const { settled, refused } = settle(drafts, knowledge, seed);
  const places = placesOf(chanceFrom(`places ${seed}`));
  const made = settled.map((one) => questionFrom(one, places.next().value as number, knowledge, name));
  const eye = new Eye(knowledge.language);
  const written = document.entries.flatMap((entry) => handWritten(entry, name, eye));
  const questions = [...made, ...written].sort((a, b) => a.source.line - b.source.line);
  return {
    title: document.title,
    entries: document.entries.length,
    questions,
    rejected: refused.map((one) => rejected(one, knowledge)),
    remarks: [
      ...(read === null ? [{ line: null, text: documentWords.badOverrides() }] : []),
      ...unknown.map((id) => ({ line: null, text: documentWords.unknownOverride(id) })),
      ...remarksOn({ document, knowledge, questions, refused, suppressed }),
    ],
  };
}

function draftsFrom(knowledge: Knowledge): Draft[] {
  const families = FAMILIES.filter(({ needsGrammar }) => knowledge.language.hasGrammar || !needsGrammar);
  return knowledge.chapters.flatMap((chapter) =>
    families.flatMap((family) => family.propose(knowledge, chapter)),
  );
}

/** The draft without suppressed options; nothing where it asks a suppressed fact. */
function without(suppressed: ReadonlySet<string>, draft: Draft, { language }: Knowledge): Draft[] {
  if (suppressed.has(draft.fact.id)) return [];
  const says = (choice: Choice): boolean => choice === statement(choice.fact, language);
  const pool = draft.pool.filter((choice) => !suppressed.has(choice.fact.id) || !says(choice));
  return [{ ...draft, pool }];
}

const rejected = ({ draft, reasons }: Refused, { chapters }: Knowledge): Rejected => ({
  family: draft.family,
  prompt: draft.prompt,
  key: draft.key.ways[0] ?? draft.fact.text,
  entry: chapters[draft.fact.entry]?.entry.title ?? '',
  line: draft.fact.line,
  factIds: [draft.fact.id],
  reasons,
});
