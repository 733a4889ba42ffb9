// What stands beside a document to correct it: facts that are not asked, edited or added, by id.
import type { Fact } from './fact.ts';
import { factId } from './fact.ts';
import type { Chapter, Knowledge } from './knowledge.ts';

/** `<name>.overrides.json`. Every part may be missing. */
export interface Overrides {
  /** Ids of facts that are neither asked nor offered; they still count as said when distractors are judged. */
  suppress: string[];
  /** New words for facts, by id. The id stays. */
  edit: Map<string, Partial<Pick<Fact, 'subject' | 'text' | 'sentence'>>>;
  /** Meanings that the document lacks, each at the title of its entry. */
  add: { entry: string; subject: string; text: string; sentence: string }[];
}

export const noOverrides = (): Overrides => ({ suppress: [], edit: new Map(), add: [] });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const texts = (value: unknown): Record<string, string> =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
      )
    : {};

/** Reads overrides; null where the text is no JSON object. Entries of another shape are left out. */
export function readOverrides(json: string): Overrides | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const { suppress, edit, add } = value;
  const listed = (list: unknown): unknown[] => (Array.isArray(list) ? list : []);
  return {
    suppress: listed(suppress).filter((id): id is string => typeof id === 'string'),
    edit: new Map(Object.entries(isRecord(edit) ? edit : {}).map(([id, words]) => [id, texts(words)])),
    add: listed(add).flatMap((one) => {
      const { entry, subject, text, sentence = `${subject}: ${text}` } = texts(one);
      return entry && subject && text ? [{ entry, subject, text, sentence }] : [];
    }),
  };
}

function edited({ facts, groups, entry, ...chapter }: Chapter, overrides: Overrides): Chapter {
  const now = new Map(facts.map((fact) => [fact, { ...fact, ...overrides.edit.get(fact.id) }]));
  const added = overrides.add
    .filter((one) => one.entry === entry.title)
    .map((one): Fact => {
      const fact = { kind: 'meaning' as const, subject: one.subject, text: one.text };
      const id = factId(entry.title, fact);
      return { ...fact, id, entry: entry.index, line: entry.line, sentence: one.sentence, oneLiner: 'label' };
    });
  return {
    ...chapter,
    entry,
    facts: [...now.values(), ...added],
    groups: groups.map((group) => ({ ...group, facts: group.facts.map((fact) => now.get(fact) ?? fact) })),
  };
}

/** The knowledge with edits and additions in it, and the ids and titles that name nothing in the document. */
export function corrected(
  knowledge: Knowledge,
  overrides: Overrides,
): { knowledge: Knowledge; unknown: string[] } {
  const ids = new Set(knowledge.chapters.flatMap(({ facts }) => facts.map(({ id }) => id)));
  const titles = new Set(knowledge.chapters.map(({ entry }) => entry.title));
  const unknown = [
    ...[...overrides.suppress, ...overrides.edit.keys()].filter((id) => !ids.has(id)),
    ...overrides.add.map(({ entry }) => entry).filter((title) => !titles.has(title)),
  ];
  const chapters = knowledge.chapters.map((chapter) => edited(chapter, overrides));
  return { knowledge: { ...knowledge, chapters }, unknown };
}
