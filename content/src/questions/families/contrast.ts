// Contrast: two things that an entry compares; which is true of the one rather than of the other?
import type { Fact } from '../../facts/fact.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import { termIn } from '../../facts/subjects.ts';
import { variantsOf } from '../../text/phrase.ts';
import type { Choice, Draft, Family } from '../draft.ts';

const FEWEST = 2;

const asChoices = (facts: readonly Fact[], { language }: Knowledge): Choice[] =>
  facts
    .map((fact) => ({ ways: variantsOf(fact.text, language), fact }))
    .filter(({ ways }) => ways.length > 0);

/** What the entry says of each of the things it compares. */
function sides({ topic, facts }: Chapter): Map<string, Fact[]> {
  const told = new Map<string, Fact[]>(topic.subjects.map((subject) => [subject, []]));
  for (const fact of facts)
    if (fact.kind === 'meaning' || fact.kind === 'trait') told.get(fact.subject)?.push(fact);
  return told;
}

function draftsOf(knowledge: Knowledge, chapter: Chapter): Draft[] {
  const { topic } = chapter;
  if (topic.subjects.length !== 2) return [];
  const told = sides(chapter);
  return topic.subjects.flatMap((subject, at) => {
    const other = topic.subjects[1 - at] ?? '';
    const pool = asChoices(told.get(other) ?? [], knowledge);
    if (pool.length < FEWEST) return [];
    const prompt = `Which is true of ${termIn(subject)} rather than ${termIn(other)}?`;
    return asChoices(told.get(subject) ?? [], knowledge)
      .filter(({ fact }) => !mentions(fact, other))
      .map((key) => ({
        family: 'contrast',
        fact: key.fact,
        prompt,
        key,
        pool: pool.filter(({ fact }) => !mentions(fact, subject)),
        areSides: true,
      }));
  });
}

/** Whether the text names the other thing, if only as a part of a word: "decorator_name" names decorators. */
const mentions = ({ text }: Fact, name: string): boolean =>
  text.toLowerCase().includes(termIn(name).toLowerCase().replace(/s$/, ''));

export const contrast: Family = { name: 'contrast', needsGrammar: true, propose: draftsOf };
