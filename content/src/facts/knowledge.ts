// All that a document knows, ready for the families: facts, groups, and which entries lie near each other.
import type { Language, Topic } from '../language/language.ts';
import type { OneLiner } from '../one-liners/one-liners.ts';
import type { Block } from '../read/blocks.ts';
import { plain } from '../read/blocks.ts';
import type { Document, Entry } from '../read/document.ts';
import { wordsOf } from '../text/words.ts';
import type { Fact, Group } from './fact.ts';
import type { Gathered } from './gather.ts';
import { gather } from './gather.ts';
import type { Neighbour } from './nearness.ts';
import { neighbours } from './nearness.ts';

/** Entries this alike answer the same question, and never serve each other. */
const SAME_QUESTION = 0.45;
/** Two definitions of a line each share most of their words by being definitions. */
const LONG = 30;
const NEAR = 0.03;
const KIN = 5;
const BESIDE = 4;

export interface Chapter {
  entry: Entry;
  topic: Topic;
  oneLiners: OneLiner[];
  facts: Fact[];
  groups: Group[];
  /** Entries whose facts may stand beside this one's, nearest first; itself first of all. Those that ask the same are none. */
  near: number[];
  /** Entries that answer nearly the same: they never serve each other. */
  twins: ReadonlySet<number>;
  /** The nearest of them: what they offer is as good as what the entry itself offers. */
  kin: ReadonlySet<number>;
  /** Kin that also stand beside it, where authors put like to like, and the entry itself. */
  close: ReadonlySet<number>;
}

export interface Knowledge {
  language: Language;
  title: string;
  chapters: Chapter[];
}

/** A practice that answers "How do you …?": easily told from what answers another question. */
export const isPractice = ({ kind, entry }: Fact, { chapters }: Knowledge): boolean =>
  kind === 'answer' && chapters[entry]?.topic.asks === 'how';

function textsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading' || block.kind === 'paragraph') return [plain(block.runs)];
    if (block.kind === 'list') return block.items.flatMap((item) => textsIn(item.blocks));
    return block.kind === 'table' ? [...block.head, ...block.rows.flatMap(({ cells }) => cells)] : [];
  });
}

const wordsIn = ({ title, blocks }: Entry, language: Language): string[] =>
  [title, title, ...textsIn(blocks)].flatMap((text) =>
    wordsOf(text)
      .filter((word) => !language.stopWords.has(word))
      .map(language.stem),
  );

/** An entry about its author's own work gives nothing to ask. */
function impersonal(entry: Entry, language: Language): Gathered {
  const gathered = gather(entry, language);
  return language.isPersonal(entry.title) ? { ...gathered, facts: [], groups: [] } : gathered;
}

/** Entries beside this one in the document: authors put like to like. */
const beside = (at: number, count: number): number[] =>
  Array.from({ length: BESIDE }, (_, step) => [at - step - 1, at + step + 1])
    .flat()
    .filter((other) => other >= 0 && other < count);

export function knowledgeOf({ entries, language, title }: Document): Knowledge {
  const gathered = entries.map((entry) => impersonal(entry, language));
  const words = entries.map((entry) => wordsIn(entry, language));
  const around = neighbours(words);
  const isLong = (at: number): boolean => (words[at]?.length ?? 0) >= LONG;
  const chapters = entries.map((entry, at): Chapter => {
    const alike = (around[at] ?? []).filter((one) => gathered[one.entry]?.facts.length);
    const isTwin = (one: Neighbour): boolean => one.cosine > SAME_QUESTION && isLong(at) && isLong(one.entry);
    const twins = new Set(alike.filter(isTwin).map((one) => one.entry));
    const akin = alike.filter((one) => one.cosine >= NEAR && !twins.has(one.entry)).map((one) => one.entry);
    const near = [
      ...new Set([at, ...akin, ...beside(at, entries.length).filter((other) => !twins.has(other))]),
    ];
    const kin = new Set(near.slice(0, KIN + 1));
    const close = kin.intersection(new Set([at, ...beside(at, entries.length)]));
    return { entry, ...(gathered[at] as Gathered), twins, near, kin, close };
  });
  return { language, title, chapters };
}
