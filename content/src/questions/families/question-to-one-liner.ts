// Question → one-liner: the document's own question with four one-liners. The game's signature, the hardest to make fair.
import type { Fact } from '../../facts/fact.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import { termIn } from '../../facts/subjects.ts';
import { variantsOf } from '../../text/phrase.ts';
import { normal } from '../../text/words.ts';
import type { Choice, Draft, Family } from '../draft.ts';

/** The entry's question; where it asks about two things at once, which of them is meant stands behind it. */
function promptFor({ entry, topic }: Chapter, fact: Fact): string {
  const title = /[?.!]$/.test(entry.title) ? entry.title : `${entry.title}?`;
  if (fact.kind === 'answer' || topic.subjects.length < 2) return title;
  return `${title} ${termIn(fact.subject).replace(/^./, (letter) => letter.toUpperCase())} …`;
}

const choicesIn = (chapter: Chapter | undefined, { language }: Knowledge): Choice[] =>
  (chapter?.facts ?? [])
    .filter(
      (fact) =>
        fact.kind === 'meaning' || fact.kind === 'answer' || (fact.kind === 'trait' && fact.isLabelled),
    )
    .map((fact) => ({ ways: variantsOf(fact.text, language), fact }))
    .filter(({ ways }) => ways.length > 0);

function draftsOf(knowledge: Knowledge, chapter: Chapter): Draft[] {
  const subjects = new Set(chapter.topic.subjects.map(normal));
  const pool = chapter.near.flatMap((at) => choicesIn(knowledge.chapters[at], knowledge));
  return choicesIn(chapter, knowledge)
    .filter(({ fact }) => fact.kind === 'answer' || subjects.has(normal(fact.subject)))
    .map((key) => ({
      family: 'question-to-one-liner',
      fact: key.fact,
      prompt: promptFor(chapter, key.fact),
      key,
      pool: pool.filter(({ fact }) => fact !== key.fact),
      areSides: false,
    }));
}

export const questionToOneLiner: Family = {
  name: 'question-to-one-liner',
  needsGrammar: false,
  propose: draftsOf,
};
