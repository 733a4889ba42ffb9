// What an entry has given so far: each fact once, under the name that the entry itself uses.
import type { Language, Told, Topic } from '../language/language.ts';
import type { Entry } from '../read/document.ts';
import { undecorated } from '../read/titles.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Fact, Found, Group } from './fact.ts';
import { factId } from './fact.ts';
import { subjectNamed } from './subjects.ts';

/** Without decoration, outer quotes and the full stop. */
export const tidy = (text: string): string =>
  undecorated(text)
    .replace(/^[“"]([^“”"]*)[”"]$/, '$1')
    .replace(/^→\s*/, '')
    .replace(/[.;,]+$/, '')
    .trim();

export class Gathering {
  readonly entry: Entry;
  readonly topic: Topic;
  readonly language: Language;
  readonly groups: Group[] = [];
  readonly #facts = new Map<string, Fact>();

  constructor(entry: Entry, topic: Topic, language: Language) {
    this.entry = entry;
    this.topic = topic;
    this.language = language;
  }

  get facts(): Fact[] {
    return [...this.#facts.values()];
  }

  /** The fact, new or known; null where it says nothing or tells of the author's own life. */
  add(
    kind: Fact['kind'],
    subject: string,
    text: string,
    source: Sentence,
    oneLiner: Found | null = null,
  ): Fact | null {
    const clean = tidy(text);
    if (clean === '' || this.language.isPersonal(source.text)) return null;
    const id = factId(this.entry.title, { kind, subject, text: clean });
    const fact: Fact = this.#facts.get(id) ?? {
      id,
      kind,
      entry: this.entry.index,
      line: source.line,
      subject,
      text: clean,
      sentence: source.text,
      oneLiner,
    };
    this.#facts.set(id, fact);
    return fact;
  }

  /** Adds what a sentence tells; what a thing *is* is a meaning, what it does a trait. */
  addTold({ subject, predicate, link }: Told, source: Sentence, oneLiner: Found | null): Fact | null {
    const name = subjectNamed(subject, this.topic, this.language) ?? subject;
    return this.add(link === 'verb' ? 'trait' : 'meaning', name, predicate, source, oneLiner);
  }

  addGroup(kind: Group['kind'], line: number, title: string, facts: readonly Fact[]): void {
    const distinct = [...new Set(facts)];
    if (distinct.length > 1)
      this.groups.push({ kind, entry: this.entry.index, line, title, facts: distinct });
  }
}
