// All that a document knows, ready for the families: facts, groups, and which entries lie near each other.
import type { Language, Topic } from '../language/language.ts';
import type { OneLiner } from '../one-liners/one-liners.ts';
import type { Block } from '../read/blocks.ts';
import { plain } from '../read/blocks.ts';
import type { Document, Entry } from '../read/document.ts';
import { stemsOf, wordsOf } from '../text/words.ts';
import type { Fact, Group } from './fact.ts';
import type { Gathered } from './gather.ts';
import { gather } from './gather.ts';
import type { Neighbour } from './nearness.ts';
import { neighbours } from './nearness.ts';

/** Entries this alike answer the same question, and never serve each other. */
const SAME_QUESTION = 0.45;
const NEAR = 0.03;

export interface Chapter {
  entry: Entry;
  topic: Topic;
  oneLiners: OneLiner[];
  facts: Fact[];
  groups: Group[];
  /** Entries whose facts may stand beside this one's, nearest first; itself first of all. */
  near: number[];
  /** Entries that answer nearly the same. */
  twins: number[];
}

export interface Knowledge {
  language: Language;
  title: string;
  chapters: Chapter[];
}

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

export function knowledgeOf({ entries, language, title }: Document): Knowledge {
  const near = neighbours(entries.map((entry) => wordsIn(entry, language)));
  const chapters = entries.map((entry, at) => {
    const around: Neighbour[] = near[at] ?? [];
    const twins = around.filter(({ cosine }) => cosine > SAME_QUESTION).map((one) => one.entry);
    const others = around
      .filter(({ cosine }) => cosine >= NEAR && cosine <= SAME_QUESTION)
      .map((one) => one.entry);
    return { entry, ...impersonal(entry, language), near: [at, ...others], twins };
  });
  return { language, title, chapters };
}

export const factStems = (fact: Fact, language: Language): Set<string> => stemsOf(fact.text, language);
