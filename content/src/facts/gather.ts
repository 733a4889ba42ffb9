// From an entry's sections to its facts: sentences, lists, tables and chains each give their own.
import type { Language, Told, Topic } from '../language/language.ts';
import type { OneLiner } from '../one-liners/one-liners.ts';
import { oneLinersOf } from '../one-liners/one-liners.ts';
import { plain } from '../read/blocks.ts';
import type { Block, List, Table } from '../read/blocks.ts';
import type { Entry } from '../read/document.ts';
import { termAndMeaning } from '../read/terms.ts';
import { undecorated } from '../read/titles.ts';
import type { Sentence } from '../text/sentences.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Fact, Group } from './fact.ts';
import { factId } from './fact.ts';
import type { Section } from './sections.ts';
import { sectionsOf } from './sections.ts';
import { subjectNamed, subjectOf } from './subjects.ts';

/** What one entry gives. */
export interface Gathered {
  topic: Topic;
  oneLiners: OneLiner[];
  facts: Fact[];
  groups: Group[];
}

const CHAIN = 4;
const TYPES =
  /^(?:(?:main|common|different|the|key) )*(?:types|kinds|forms|levels|categories|classes|phases|stages) of (.+)$/i;

class Gathering {
  readonly facts = new Map<string, Fact>();
  readonly groups: Group[] = [];
  readonly #entry: Entry;
  readonly #language: Language;
  readonly topic: Topic;

  constructor(entry: Entry, topic: Topic, language: Language) {
    this.#entry = entry;
    this.#language = language;
    this.topic = topic;
  }

  add(
    kind: Fact['kind'],
    subject: string,
    text: string,
    sentence: Sentence,
    isLabelled = false,
  ): Fact | null {
    const clean = tidy(text);
    if (clean === '' || this.#language.isPersonal(sentence.text)) return null;
    const id = factId(this.#entry.title, { kind, subject, text: clean });
    const known = this.facts.get(id);
    if (known) return known;
    const fact = {
      id,
      kind,
      entry: this.#entry.index,
      line: sentence.line,
      subject,
      text: clean,
      sentence: sentence.text,
      isLabelled,
    };
    this.facts.set(id, fact);
    return fact;
  }

  oneLiner({ text, line, found }: OneLiner): void {
    const isLabelled = found === 'label';
    const told = this.#told(text, this.topic.subjects);
    if (told && !isChain(told.predicate)) this.#addTold(told, { text, line }, isLabelled);
    else if (this.topic.subjects.length === 1 && this.topic.asks === 'what' && told === null)
      this.add('trait', this.topic.subjects[0] ?? '', text, { text, line }, isLabelled);
    if (this.topic.asks === 'how' || this.topic.asks === 'other')
      this.add('answer', this.#entry.title, text, { text, line }, isLabelled);
    this.#chain(text, { text, line });
  }

  section(section: Section): void {
    const subject = subjectOf(section, this.topic, this.#language);
    let lead = '';
    for (const block of section.blocks) {
      if (block.kind === 'paragraph') lead = this.#paragraph(block, subject);
      if (block.kind === 'list') this.#list(block, subject, lead, section);
      if (block.kind === 'table') this.#table(block);
      if (block.kind !== 'paragraph' && block.kind !== 'code') lead = '';
    }
  }

  /** What the sentences say; the last one is returned where it leads a list in. */
  #paragraph(block: Block & { kind: 'paragraph' }, subject: string | null): string {
    const sentences = sentencesOf(plain(block.runs), block.line);
    for (const sentence of sentences) this.#sentence(sentence, subject);
    return sentences.at(-1)?.text ?? '';
  }

  #sentence(sentence: Sentence, subject: string | null): void {
    if (/[:?]$/.test(sentence.text)) return;
    const told = this.#told(sentence.text, [...this.topic.subjects, ...(subject ? [subject] : [])]);
    if (told) return this.#addTold(told, sentence, false);
    const [, rest] = /^(?:It|They) ((?:also |usually |is |are )*\p{Ll}.+)$/u.exec(sentence.text) ?? [];
    if (subject && rest) this.add('trait', subject, rest, sentence);
  }

  #addTold({ subject, predicate, link }: Told, sentence: Sentence, isLabelled: boolean): void {
    const name = subjectNamed(subject, this.topic, this.#language) ?? subject;
    this.add(link === 'verb' ? 'trait' : 'meaning', name, predicate, sentence, isLabelled);
  }

  /** By grammar, or by a mark: `Concurrency = multitasking by switching between tasks`. */
  #told(text: string, subjects: readonly string[]): Told | null {
    const marked = termAndMeaning([{ text: undecorated(text), isBold: false, isCode: false }]);
    if (marked && /[=→:–—]/.test(text))
      return { subject: marked.term, predicate: marked.meaning, link: 'mark' };
    const short = subjects.flatMap((subject) =>
      /^(\p{L}{4,})(?:hronous|.*) /u.exec(subject)
        ? [subject, subject.split(' ')[0] ?? '', subject.slice(0, 4), subject.slice(0, 5)]
        : [subject],
    );
    return this.#language.toldBy(text, short);
  }

  #list(list: List, subject: string | null, lead: string, section: Section): void {
    this.#chain(list.items.map(textOf).join(' '), { text: '', line: list.line });
    const title = /:$/.test(lead) ? lead.replace(/:$/, '') : section.title;
    const types = TYPES.exec(title)?.[1] ?? null;
    const facts: Fact[] = [];
    for (const item of list.items) {
      const fact = this.#item(item.blocks, item.line, subject, { title, isLead: /:$/.test(lead) });
      if (fact) facts.push(fact);
      this.#nested(item.blocks, subject, section);
    }
    const kind = types && facts.every((fact) => fact.kind === 'meaning') ? 'types' : 'list';
    if (facts.length > 1)
      this.groups.push({ kind, entry: this.#entry.index, line: list.line, title: types ?? title, facts });
  }

  /** Lists inside an item belong to the lead that stands before them there. */
  #nested(blocks: readonly Block[], subject: string | null, section: Section): void {
    let lead = '';
    for (const block of blocks) {
      if (block.kind === 'paragraph') lead = plain(block.runs).trim();
      if (block.kind === 'list') this.#list(block, subject, lead, section);
    }
  }

  #item(
    blocks: readonly Block[],
    line: number,
    subject: string | null,
    around: { title: string; isLead: boolean },
  ): Fact | null {
    const [first] = blocks;
    if (first?.kind !== 'paragraph') return null;
    const told = termAndMeaning(first.runs);
    const sentences = sentencesOf(plain(first.runs), line);
    if (told)
      return this.add('meaning', tidy(told.term), sentencesOf(told.meaning, line)[0]?.text ?? '', {
        text: `${told.term}: ${told.meaning.replace(/\s+/g, ' ')}`,
        line,
      });
    const [sentence, ...others] = sentences;
    if (!sentence || /:$/.test(sentence.text)) return null;
    for (const other of others) this.#sentence(other, subject);
    const grammar = this.#language.toldBy(sentence.text, [
      ...this.topic.subjects,
      ...(subject ? [subject] : []),
    ]);
    if (grammar) {
      this.#addTold(grammar, sentence, false);
      return null;
    }
    const context = around.isLead ? `${around.title}: ${sentence.text}` : sentence.text;
    if (subject && !around.isLead)
      return this.add('trait', subject, sentence.text, { text: `${subject}: ${sentence.text}`, line });
    return this.add('member', around.title, sentence.text, { text: context, line });
  }

  #table({ head, rows, line }: Table): void {
    const [, ...columns] = head;
    const facts = rows.flatMap(({ cells: [row = '', ...cells], line: at }) =>
      cells.flatMap((cell, column) => {
        const name = columns[column] ?? '';
        const sentence = { text: `${name} – ${row}: ${cell}`, line: at };
        return this.add('cell', name, `${row}: ${cell}`, sentence) ?? [];
      }),
    );
    if (facts.length > 0)
      this.groups.push({ kind: 'table', entry: this.#entry.index, line, title: columns.join(' | '), facts });
  }

  #chain(text: string, sentence: Sentence): void {
    const [, title = '', chain = ''] = /^(.{3,60}?)\s*[=:]\s*(.+)$/s.exec(text) ?? [];
    const steps = chain.split(/\s*(?:→|->|⟶|➜)\s*/).map(tidy);
    if (steps.length < CHAIN) return;
    const facts = steps.flatMap((step, at) => this.add('step', `${title} ${at + 1}`, step, sentence) ?? []);
    this.groups.push({ kind: 'chain', entry: this.#entry.index, line: sentence.line, title, facts });
  }
}

const isChain = (text: string): boolean => text.split('→').length >= CHAIN;
const textOf = ({ blocks: [first] }: List['items'][number]): string =>
  first?.kind === 'paragraph' ? plain(first.runs) : '';

/** Without decoration, outer quotes and the full stop. */
const tidy = (text: string): string =>
  undecorated(text)
    .replace(/^[“"]([^“”"]*)[”"]$/, '$1')
    .replace(/[.;,]+$/, '')
    .trim();

export function gather(entry: Entry, language: Language): Gathered {
  const topic = language.topicOf(entry.title);
  const sections = sectionsOf(entry.blocks, entry.line);
  const oneLiners = oneLinersOf(sections, language);
  const gathering = new Gathering(entry, topic, language);
  for (const oneLiner of oneLiners) gathering.oneLiner(oneLiner);
  for (const section of sections) gathering.section(section);
  return { topic, oneLiners, facts: [...gathering.facts.values()], groups: gathering.groups };
}
