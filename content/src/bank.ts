// The bank: everything a document gives, from its text to questions with the reason for each that was rejected.
import { LIMITS } from '@oneliner/shared';
import type { DocumentRemark, Question } from '@oneliner/shared';
import type { Knowledge } from './facts/knowledge.ts';
import { knowledgeOf } from './facts/knowledge.ts';
import type { Settled } from './questions/assemble.ts';
import { settle } from './questions/assemble.ts';
import { FAMILIES } from './questions/families.ts';
import { readDocument } from './read/document.ts';
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
}

/** Everything the text gives. Never throws; a text without usable entries gives a bank without questions. */
export function makeBank({ name, text, seed = '' }: BankRequest): Bank {
  const document = readDocument(name, text);
  const knowledge = knowledgeOf(document);
  const families = FAMILIES.filter(({ needsGrammar }) => knowledge.language.hasGrammar || !needsGrammar);
  const drafts = knowledge.chapters.flatMap((chapter) =>
    families.flatMap((family) => family.propose(knowledge, chapter)),
  );
  const { settled, refused } = settle(drafts, knowledge, seed);
  const chance = chanceFrom(`bank ${seed}`);
  return {
    title: document.title,
    entries: document.entries.length,
    questions: settled.map((one) => questionFrom(one, knowledge, name, chance.below)),
    rejected: refused.map(({ draft, reasons }) => ({
      family: draft.family,
      prompt: draft.prompt,
      key: draft.key.ways[0] ?? draft.fact.text,
      entry: knowledge.chapters[draft.fact.entry]?.entry.title ?? '',
      line: draft.fact.line,
      factIds: [draft.fact.id],
      reasons,
    })),
    remarks: [],
  };
}

function questionFrom(
  { draft, key, others }: Settled,
  knowledge: Knowledge,
  name: string,
  below: (limit: number) => number,
): Question {
  const options = others.map(({ text }) => text);
  const place = below(options.length + 1);
  options.splice(place, 0, key);
  const near = knowledge.chapters[draft.fact.entry]?.kin;
  const kin = others.filter(({ choice }) => near?.has(choice.fact.entry)).length;
  return {
    id: `${draft.family}-${draft.fact.id}`.slice(0, 64),
    family: draft.family,
    tier: kin >= 2 ? 'standard' : 'warm-up',
    prompt: draft.prompt,
    body: { kind: 'choice', options, key: place },
    explanation: draft.fact.sentence.slice(0, LIMITS.explanationLength),
    source: {
      document: name,
      entry: knowledge.chapters[draft.fact.entry]?.entry.title ?? '',
      line: draft.fact.line,
    },
    factIds: [draft.fact.id],
    difficulty: 0.5,
    remarks: [],
  };
}
