// Contrast: two things that an entry compares; which is true of the one rather than of the other?
import type { Fact } from '../../facts/fact.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import { termIn } from '../../facts/subjects.ts';
import { stemsOf } from '../../text/words.ts';
import { statementsOf } from '../choices.ts';
import type { Draft, Family } from '../draft.ts';

const FEWEST = 2;
const MOST = 4;
const PART = 5;

/** The things that an entry sets side by side: those in its title, or else those that its sections are about. */
function sides({ topic, facts }: Chapter): Map<string, Fact[]> {
  const told = Map.groupBy(
    facts.filter(({ kind }) => kind === 'meaning' || kind === 'trait' || kind === 'point'),
    ({ subject }) => subject,
  );
  const titled = topic.subjects.filter((subject) => told.has(subject));
  if (titled.length > 1) return new Map(titled.map((subject) => [subject, told.get(subject) ?? []]));
  const isComparison = topic.asks === 'difference';
  return new Map(isComparison ? [...told].filter(([subject, own]) => isName(subject) && own.length > 1) : []);
}

const isName = (subject: string): boolean => subject.split(/\s+/).length <= 3;

/** What is true of one thing and not of the others; each draft is worded by the name of the one. */
export function contrastsOf(
  knowledge: Knowledge,
  chapter: Chapter,
  wording: (name: string, others: string[]) => string,
): Omit<Draft, 'family'>[] {
  const told = sides(chapter);
  const names = [...told.keys()];
  if (names.length < 2 || names.length > MOST) return [];
  return names.flatMap((subject) => {
    const others = names.filter((name) => name !== subject);
    const prompt = wording(
      called(subject, chapter),
      others.map((other) => called(other, chapter)),
    );
    const silent = (fact: Fact): boolean => !names.some((name) => echoes(fact, name, knowledge));
    const wrong = others
      .flatMap((name) => told.get(name) ?? [])
      .filter((fact) => !echoes(fact, subject, knowledge));
    // Who sounds like the other thing is easily ruled out, and comes last.
    const pool = statementsOf(
      [...wrong.filter(silent), ...wrong.filter((fact) => !silent(fact))],
      knowledge.language,
    );
    if (pool.length < FEWEST) return [];
    return statementsOf(told.get(subject) ?? [], knowledge.language)
      .filter(({ fact }) => silent(fact))
      .map((key) => ({ fact: key.fact, prompt, key, pool, areSides: true }));
  });
}

/** A name with the article that the title gives it: "a cookie". */
function called(name: string, { entry }: Chapter): string {
  const at = entry.title.indexOf(name);
  const [article = ''] = at > 0 ? (/\b(?:an?|the) $/i.exec(entry.title.slice(0, at)) ?? []) : [];
  return article.toLowerCase() + termIn(name);
}

/** Whether a text sounds like a name, if only in a part: "decorator_name" like decorators, "threads" like multithreading. */
function echoes({ text }: Fact, name: string, { language }: Knowledge): boolean {
  const sound = termIn(name).toLowerCase();
  if (text.toLowerCase().includes(sound.replace(/s$/, ''))) return true;
  return [...stemsOf(text, language)].some((stem) => stem.length >= PART && sound.includes(stem));
}

/** One-liners under a label are left to the signature, which asks them with the entry's own question. */
const propose = (knowledge: Knowledge, chapter: Chapter): Draft[] =>
  contrastsOf(knowledge, chapter, knowledge.language.prompts.contrast)
    .filter(({ fact }) => fact.oneLiner !== 'label')
    .map((draft) => ({ family: 'contrast', ...draft }));

export const contrast: Family = { name: 'contrast', needsGrammar: true, propose };
