// Who a section or a sentence is about: one of the entry's own subjects, or a term that the section names.
import type { Language, Topic } from '../language/language.ts';
import { containment, stemsOf } from '../text/words.ts';
import type { Section } from './sections.ts';

const TERM_WORDS = 5;

/** A section's title as a term: "When I choose SQL Databases (PostgreSQL)" is none, "Uvicorn" is. */
export const termIn = (title: string): string =>
  title
    .replace(/\s+\([^)]*\)/g, '')
    .replace(/[:.]$/, '')
    .trim();

const isTerm = (term: string): boolean =>
  term !== '' && term.split(/\s+/).length <= TERM_WORDS && !/[?!,=→–—]/.test(term);

/** The entry's subject that a name means, if any: "Function-Based Views (FBV)" means "function-based views". */
export function subjectNamed(name: string, topic: Topic, language: Language): string | null {
  const stems = stemsOf(termIn(name), language);
  return (
    topic.subjects.find((subject) => {
      const own = stemsOf(termIn(subject), language);
      return (
        own.size > 0 &&
        stems.size > 0 &&
        (containment(own, stems) === 1 || (topic.subjects.length > 1 && isShortFor(name, subject)))
      );
    }) ?? null
  );
}

/** "Sync" is short for "synchronous execution". */
const isShortFor = (name: string, subject: string): boolean =>
  /^\p{L}{4,}$/u.test(name) && subject.toLowerCase().startsWith(name.toLowerCase());

/** Whom a section is about: the subject its title names, else the term that its title is, else the entry's only subject. */
export function subjectOf(section: Section, topic: Topic, language: Language): string | null {
  const only = topic.subjects.length === 1 && topic.asks === 'what' ? (topic.subjects[0] ?? null) : null;
  if (section.title === '') return only;
  if (language.isPartLabel(section.title) || language.isOneLinerLabel(section.title)) {
    const outer = section.path.at(-1);
    return outer === undefined ? only : subjectNamed(outer, topic, language);
  }
  const named = subjectNamed(section.title, topic, language);
  if (named) return named;
  const term = termIn(section.title);
  return isTerm(term) ? term : null;
}
