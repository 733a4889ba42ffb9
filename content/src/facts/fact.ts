// What a document says, taken apart: facts with their source, and the structures that several facts form.
import { fingerprint } from '../text/hash.ts';
import { normal } from '../text/words.ts';

/** Under a label such as "One-line summary", as a bold begin or end, or as the first sentence of an entry without any. */
export type Found = 'label' | 'first' | 'last' | 'sentence';

/**
 * `meaning`: what a term is; `purpose`: what it is used for; `trait`: what a sentence says of it besides; `point`: an item under its heading; `member`: an item of a list under a lead;
 * `cell`: a cell of a table; `step`: a place in a chain; `answer`: a one-liner that answers its entry's question.
 */
export type FactKind = 'meaning' | 'purpose' | 'trait' | 'point' | 'member' | 'cell' | 'step' | 'answer';

export interface Fact {
  /** Stays while the entry's title and the fact's own words stay. */
  id: string;
  kind: FactKind;
  entry: number;
  line: number;
  /** Whom or what it tells of: a term, a list's lead, a table's column, the entry's question. */
  subject: string;
  /** What it tells, without the subject. */
  text: string;
  /** The source's own sentence, repaired. */
  sentence: string;
  /** How it was found where it is one of the entry's one-liners. */
  oneLiner: Found | null;
}

/** What one uses and what a thing is are questions of two kinds: a tool does not pass for a concept. */
export const isPurpose = ({ kind }: Fact): boolean => kind === 'purpose';

/** A list with its lead, a table, a chain of steps, kinds of one thing: facts that belong side by side. */
export interface Group {
  kind: 'list' | 'types' | 'table' | 'chain';
  entry: number;
  line: number;
  /** A list's lead, the noun that all types share, a chain's subject. */
  title: string;
  facts: Fact[];
}

const slug = (text: string): string =>
  normal(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 24)
    .replace(/-+$/, '') || 'fact';

export const factId = (
  title: string,
  { kind, subject, text }: Pick<Fact, 'kind' | 'subject' | 'text'>,
): string =>
  `${slug(subject)}-${fingerprint([normal(title), kind, normal(subject), normal(text)].join('\n'))}`;
