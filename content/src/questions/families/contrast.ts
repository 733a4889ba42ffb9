// Contrast: two things that an entry compares; which is true of the one rather than of the other?
import type { Fact } from '../../facts/fact.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import { termIn } from '../../facts/subjects.ts';
import { variantsOf } from '../../text/phrase.ts';
import type { Choice, Draft, Family } from '../draft.ts';

const FEWEST = 2;
const MOST = 4;

const asChoices = (facts: readonly Fact[], { language }: Knowledge): Choice[] =>
  facts
    .map((fact) => ({ ways: variantsOf(fact.text, language), fact }))
    .filter(({ ways }) => ways.length > 0);

/** The things that an entry sets side by side: those in its title, or else those that its sections are about. */
function sides({ topic, facts }: Chapter): Map<string, Fact[]> {
  const told = Map.groupBy(
    facts.filter(({ kind }) => kind === 'meaning' || kind === 'trait'),
    ({ subject }) => subject,
  );
  const titled = topic.subjects.filter((subject) => told.has(subject));
  if (titled.length > 1) return new Map(titled.map((subject) => [subject, told.get(subject) ?? []]));
  const isComparison = topic.asks === 'difference';
  return new Map(isComparison ? [...told].filter(([subject, own]) => isName(subject) && own.length > 1) : []);
}

const isName = (subject: string): boolean => subject.split(/\s+/).length <= 3;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

function draftsOf(knowledge: Knowledge, chapter: Chapter): Draft[] {
  const told = sides(chapter);
  const names = [...told.keys()];
  if (names.length < 2 || names.length > MOST) return [];
  return names.flatMap((subject) => {
    const others = names.filter((name) => name !== subject);
    const prompt = `Which is true of ${termIn(subject)} rather than ${listed(others.map(termIn))}?`;
    const pool = asChoices(
      others.flatMap((name) => told.get(name) ?? []).filter((fact) => !mentions(fact, subject)),
      knowledge,
    );
    if (pool.length < FEWEST) return [];
    return asChoices(told.get(subject) ?? [], knowledge)
      .filter(({ fact }) => !others.some((name) => mentions(fact, name)))
      .map((key) => ({ family: 'contrast', fact: key.fact, prompt, key, pool, areSides: true }));
  });
}

/** Whether the text names the other thing, if only as a part of a word: "decorator_name" names decorators. */
const mentions = ({ text }: Fact, name: string): boolean =>
  text.toLowerCase().includes(termIn(name).toLowerCase().replace(/s$/, ''));

export const contrast: Family = { name: 'contrast', needsGrammar: true, propose: draftsOf };
