// What an author should know about a document: the lint, each remark with its line.
import { LIMITS, documentWords } from '@oneliner/shared';
import type { DocumentRemark, Question } from '@oneliner/shared';
import type { Fact } from './facts/fact.ts';
import type { Chapter, Knowledge } from './facts/knowledge.ts';
import type { Refused } from './questions/assemble.ts';
import { unusable } from './questions/hand-written.ts';
import type { Document, Entry } from './read/document.ts';

/** All there is to remark on. */
export interface Remarkable {
  document: Document;
  knowledge: Knowledge;
  questions: readonly Question[];
  refused: readonly Refused[];
  /** Ids of facts that the overrides leave out. */
  suppressed: ReadonlySet<string>;
}

const remark = (line: number | null, text: string): DocumentRemark => ({ line, text });

function ofDocument({ repaired, language }: Document): DocumentRemark[] {
  const { repairs, readAs } = repaired;
  return [
    ...(readAs === null ? [] : [remark(null, documentWords.repaired(repairs, readAs))]),
    ...(language.hasGrammar ? [] : [remark(null, documentWords.noGrammar(language.name))]),
  ];
}

/** An entry that is one paragraph is its own one-liner. */
const isOneLine = ({ blocks }: Entry): boolean =>
  blocks.filter(({ kind }) => kind !== 'rule').length === 1 && blocks[0]?.kind === 'paragraph';

function ofOneLiners({ oneLiners, entry, facts }: Chapter): DocumentRemark[] {
  if (!isOneLine(entry) && !oneLiners.some(({ found }) => found !== 'sentence'))
    return [remark(entry.line, documentWords.noOneLiner(entry.title))];
  return facts
    .filter(({ text, oneLiner }) => oneLiner === 'label' && text.length > LIMITS.optionLength)
    .map(({ text, line }) => remark(line, documentWords.longOneLiner(text.length, LIMITS.optionLength)));
}

function ofTwins({ entry, twins }: Chapter, chapters: readonly Chapter[]): DocumentRemark[] {
  return [...twins]
    .filter((other) => other < entry.index)
    .map((other) =>
      remark(entry.line, documentWords.sameQuestion(entry.title, chapters[other]?.entry.line ?? 1)),
    );
}

/**
 * @param titles Of the entries that a question asks, and of those with a question written by hand.
 * @param unasked What is said of its one-liners that nothing asks: where that says why, the entry need not.
 */
function ofEntry(
  chapter: Chapter,
  knowledge: Knowledge,
  { asked, written }: Record<'asked' | 'written', ReadonlySet<string>>,
  unasked: readonly DocumentRemark[],
): DocumentRemark[] {
  const { entry } = chapter;
  if (knowledge.language.isPersonal(entry.title))
    return [remark(entry.line, documentWords.personal(entry.title))];
  const unused = unusable(entry).map((line) => remark(line, documentWords.unusableBoxes()));
  if (unused.length > 0) return unused;
  return [
    ...(written.has(entry.title) ? [] : ofOneLiners(chapter)),
    ...ofTwins(chapter, knowledge.chapters),
    ...(asked.has(entry.title) || unasked.length > 0
      ? []
      : [remark(entry.line, documentWords.noQuestion(entry.title))]),
  ];
}

/** One-liners under a label that no question asks, each with what spoke most often against the last way to ask it. */
function unaskedIn({
  knowledge,
  questions,
  refused,
  suppressed,
}: Remarkable): (chapter: Chapter) => DocumentRemark[] {
  const asked = new Set(questions.flatMap(({ factIds }) => factIds));
  const tried = new Map(refused.map((one) => [one.draft.fact.id, one]));
  const isKnown = ({ id }: Fact): boolean => asked.has(id) || tried.has(id);
  return ({ entry, oneLiners, facts }) => {
    if (knowledge.language.isPersonal(entry.title)) return [];
    const refusedOnes = facts.flatMap(({ id, oneLiner }) =>
      oneLiner === 'label' && !asked.has(id) ? (tried.get(id) ?? []) : [],
    );
    const untold = oneLiners.filter(
      ({ found, line }) => found === 'label' && !facts.some((fact) => fact.line === line && isKnown(fact)),
    );
    const isLeftOut = (line: number): boolean =>
      facts.some((fact) => fact.line === line && suppressed.has(fact.id));
    return [
      ...refusedOnes.map(({ draft: { key, fact }, reasons: [objection] }) =>
        remark(fact.line, documentWords.standsOut(key.ways[0] ?? fact.text, objection)),
      ),
      ...untold.map(({ line }) =>
        remark(line, isLeftOut(line) ? documentWords.suppressed() : documentWords.tellsNothing()),
      ),
    ];
  };
}

const titlesOf = (questions: readonly Question[]): ReadonlySet<string> =>
  new Set(questions.map(({ source }) => source.entry));

const byLine = (a: DocumentRemark, b: DocumentRemark): number => (a.line ?? 0) - (b.line ?? 0);

/** All remarks on a document, those on the whole of it first, then by line. */
export function remarksOn(all: Remarkable): DocumentRemark[] {
  const { knowledge, questions } = all;
  const byHand = questions.filter(({ family }) => family === 'hand-written');
  const titles = { asked: titlesOf(questions), written: titlesOf(byHand) };
  const unaskedOf = unaskedIn(all);
  const entries = knowledge.chapters.flatMap((chapter) => {
    const unasked = unaskedOf(chapter);
    return [...ofEntry(chapter, knowledge, titles, unasked), ...unasked];
  });
  return [...ofDocument(all.document), ...entries].sort(byLine);
}
