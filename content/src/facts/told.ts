// What a sentence tells of whom: by a mark such as `=` between term and meaning, or by grammar where that is known.
import type { Told } from '../language/language.ts';
import { termAndMeaning } from '../read/terms.ts';
import { undecorated } from '../read/titles.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Gathering } from './gathering.ts';
import { subjectNamed } from './subjects.ts';

/** A subject and the short form a summary may use: "Sync" for "synchronous execution". */
const names = (subject: string): string[] => {
  const [first = ''] = subject.split(' ');
  return /hronous$/.test(first) ? [subject, first, first.replace(/hronous$/, '')] : [subject];
};

/** `Concurrency = multitasking by switching between tasks`, where the term is one that the entry asks about. */
function byMark(text: string, { topic, language }: Gathering): Told | null {
  const told = termAndMeaning([{ text: undecorated(text), isBold: false, isCode: false }]);
  const subject = told && subjectNamed(told.term, topic, language);
  return subject ? { subject, predicate: told.meaning, link: 'mark' } : null;
}

/** What a sentence says of one of the entry's subjects, or of the one that its section is about. */
export function toldIn(text: string, gathering: Gathering, subject: string | null): Told | null {
  const subjects = [...gathering.topic.subjects, ...(subject ? [subject] : [])].flatMap(names);
  return byMark(text, gathering) ?? gathering.language.toldBy(text, subjects);
}

const pronoun = /^(?:It|They) ((?:is |are )?(?:also |usually |often )?\p{Ll}.+)$/u;

/** Adds what a sentence says; "It …" tells of the section's subject. */
export function addSentence(sentence: Sentence, gathering: Gathering, subject: string | null): void {
  if (/[:?]$/.test(sentence.text)) return;
  const told = toldIn(sentence.text, gathering, subject);
  if (told) {
    gathering.addTold(told, sentence, null);
    return;
  }
  const rest = withoutPronoun(sentence.text);
  if (subject && rest !== sentence.text) gathering.add('trait', subject, rest, sentence);
}

/** "It is very fast" and "It comes with ORM" say "very fast" and "comes with ORM" of their subject. */
export const withoutPronoun = (text: string): string =>
  (pronoun.exec(text)?.[1] ?? text).replace(/^(?:is|are) (?=\p{L})/u, '');
