// From an entry to its facts: one-liners first, then what its sections say in sentences, lists, tables and chains.
import type { Language, Topic } from '../language/language.ts';
import type { OneLiner } from '../one-liners/one-liners.ts';
import { isBoxed } from '../read/boxes.ts';
import { oneLinersOf } from '../one-liners/one-liners.ts';
import { plain } from '../read/blocks.ts';
import type { Entry } from '../read/document.ts';
import { sentencesOf } from '../text/sentences.ts';
import { addChain, isChain } from './chains.ts';
import type { Fact, Group } from './fact.ts';
import { Gathering } from './gathering.ts';
import type { Lead } from './lists.ts';
import { addList, leadIn } from './lists.ts';
import type { Section } from './sections.ts';
import { sectionsOf } from './sections.ts';
import { subjectOf, termIn } from './subjects.ts';
import { addAnswer, addPairs } from './answers.ts';
import { addTable } from './tables.ts';
import { addSentence, toldIn, withoutPronoun } from './told.ts';

/** What one entry gives. */
export interface Gathered {
  topic: Topic;
  oneLiners: OneLiner[];
  facts: Fact[];
  groups: Group[];
}

/** "One interface, many implementations" names no subject: it tells of the only one that its entry has. */
function addBare(oneLiner: OneLiner, gathering: Gathering): void {
  const text = withoutPronoun(oneLiner.text);
  const build = gathering.language.buildOf(text);
  const kind = build === 'deed' || build === 'sentence' ? 'trait' : 'meaning';
  gathering.add(kind, gathering.topic.subjects[0] ?? '', text, oneLiner, oneLiner.found);
}

/** A one-liner defines a subject of its entry, says something of it, or answers the entry's question as a whole. */
function addOneLiner(oneLiner: OneLiner, gathering: Gathering): void {
  const { topic, language, entry } = gathering;
  addChain(oneLiner, gathering);
  if (topic.asks === 'how' || topic.subjects.length === 0) {
    const answer = gathering.add(
      'answer',
      entry.title,
      language.answerIn(oneLiner.text),
      oneLiner,
      oneLiner.found,
    );
    if (answer) addPairs(answer, gathering);
    return;
  }
  const told = toldIn(oneLiner.text, gathering, null);
  if (told && !isChain(told.predicate)) gathering.addTold(told, oneLiner, oneLiner.found);
  else if (!told && topic.subjects.length === 1) addBare(oneLiner, gathering);
}

/** "Use cases" alone names nothing; with the section around it, it does. */
function titled({ title, path }: Section, language: Language): string {
  const outer = path.at(-1);
  return language.isPartLabel(title) && outer !== undefined ? `${termIn(outer)}: ${title}` : title;
}

function addSection(section: Section, gathering: Gathering): void {
  const { topic, language } = gathering;
  const subject = subjectOf(section, topic, language);
  const isSummary = language.isOneLinerLabel(section.title);
  const title = titled(section, language);
  let lead: Lead = { text: title, isOpen: false };
  for (const block of section.blocks) {
    if (block.kind === 'table') addTable(block, gathering);
    if (isSummary) continue;
    if (block.kind === 'list' && !isBoxed(block)) addList(block, { subject, lead, gathering });
    if (block.kind !== 'paragraph') lead = { text: title, isOpen: false };
    else {
      const text = plain(block.runs);
      for (const sentence of sentencesOf(text, block.line)) addSentence(sentence, gathering, subject);
      lead = leadIn(text, title, language);
    }
  }
}

/** The whole of what an entry says; nothing where it is about its author. */
export function gather(entry: Entry, language: Language): Gathered {
  const topic = language.topicOf(entry.title);
  const sections = sectionsOf(entry.blocks, entry.line);
  const oneLiners = oneLinersOf(sections, language);
  const gathering = new Gathering(entry, topic, language);
  for (const oneLiner of oneLiners) addOneLiner(oneLiner, gathering);
  const telling = sections.filter(({ title, path }) => ![title, ...path].some(language.isExampleLabel));
  for (const section of telling) addSection(section, gathering);
  addAnswer(gathering);
  return { topic, oneLiners, facts: gathering.facts, groups: gathering.groups };
}
