// Facts from lists: terms with what they mean, things said of a section's subject, members under a lead, steps.
import { plain } from '../read/blocks.ts';
import type { Block, Item, List, Paragraph } from '../read/blocks.ts';
import { termAndMeaning } from '../read/terms.ts';
import { capitalised } from '../text/phrase.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Sentence } from '../text/sentences.ts';
import { stemsOf } from '../text/words.ts';
import type { Language } from '../language/language.ts';
import { termIn as bareTerm } from './subjects.ts';
import type { Fact } from './fact.ts';
import type { Gathering } from './gathering.ts';
import { tidy } from './gathering.ts';
import { addSentence, toldIn, withoutPronoun } from './told.ts';

/** What stands before a list and says what its items are. */
export interface Lead {
  /** The sentence with its colon off, or the section's title. */
  text: string;
  /** Whether it is a sentence that goes on in the items. */
  isOpen: boolean;
}

const TYPES =
  /^(?:(?:main|common|different|the|key) )*(?:types|kinds|forms|levels|categories|phases|stages) of (.+)$/i;

/** "In Python:" sets a scene and says nothing of its items. */
const isScene = (text: string): boolean => /^(?:In|For|With|On) \S+(?: \S+)?$/.test(text);

interface Around {
  subject: string | null;
  lead: Lead;
  gathering: Gathering;
}

/** A term in bold with what it means: `**HTTPS only**` and the lines after it. */
function termIn({ runs }: Paragraph, { gathering }: Around): { term: string; meaning: string } | null {
  const told = runs[0]?.isBold || runs[0]?.isCode ? termAndMeaning(runs) : null;
  return told && gathering.language.isNoun(told.term) && !gathering.language.isPartLabel(told.term)
    ? told
    : null;
}

/** `Used **memoization** to avoid computing twice` tells what the marked term is used for. */
function toolIn({ runs }: Paragraph, { language }: Gathering): { term: string; purpose: string } | null {
  const at = runs.findIndex(({ isBold, isCode }) => isBold || isCode);
  const term = runs[at];
  if (!term || at === 0) return null;
  const purpose = language.purposeIn(plain(runs.slice(0, at)), plain(runs.slice(at + 1)));
  return purpose && language.isNoun(term.text) ? { term: term.text, purpose } : null;
}

/** `**Multiprocessing** (separate processes)` is a member with an aside, and no definition. */
const isAside = (meaning: string): boolean => /^\(.*\)$/s.test(meaning.trim());

function meaning(term: string, text: string, line: number, { gathering }: Around): Fact | null {
  const [first] = sentencesOf(text, line);
  const source = { text: `${term}: ${text.replace(/\s+/g, ' ')}`, line };
  return gathering.add('meaning', tidy(term), first?.text ?? '', source);
}

/** "Gunicorn provides:" with "Auto restart" says of Gunicorn that it "provides auto restart". */
function underLead(text: string, line: number, { lead, gathering }: Around): Fact | null {
  const told = gathering.language.leadOf(lead.text, gathering.topic.subjects);
  const source = { text: `${lead.text}: ${text}`, line };
  if (told && gathering.topic.subjects.length > 1)
    return gathering.add('point', told.subject, `${told.opening} ${uncapitalised(text)}`, source);
  return gathering.add('member', lead.text, text, source);
}

/** Small first letter, unless the word is a name or an abbreviation. */
const uncapitalised = (text: string): string =>
  /^\p{Lu}\p{Ll}+(?:[\s,-]|$)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

function ofSubject(sentence: Sentence, subject: string, { gathering }: Around): Fact | null {
  return gathering.add('point', subject, withoutPronoun(sentence.text), {
    text: `${capitalised(subject)}: ${sentence.text}`,
    line: sentence.line,
  });
}

/** "Example: normal functions" shows a thing and says nothing of it. */
const isExample = (text: string, { gathering }: Around): boolean =>
  gathering.language.isPartLabel(/^([^:]{3,20}):/.exec(text)?.[1] ?? '');

function fromItem({ blocks: [first], line }: Item, around: Around): Fact | null {
  if (first?.kind !== 'paragraph') return null;
  const term = termIn(first, around);
  if (term && !isAside(term.meaning)) return meaning(term.term, term.meaning, line, around);
  const [sentence, ...others] = sentencesOf(plain(first.runs), line);
  if (!sentence || /:$/.test(sentence.text) || isExample(sentence.text, around)) return null;
  const { subject, lead, gathering } = around;
  for (const other of others) addSentence(other, gathering, subject);
  const tool = toolIn(first, gathering);
  if (tool) return gathering.add('purpose', tidy(tool.term), tool.purpose, sentence);
  const told = toldIn(sentence.text, gathering, subject);
  if (told) return gathering.addTold(told, sentence, null);
  if (subject && !lead.isOpen) return ofSubject(sentence, subject, around);
  return lead.text === '' ? null : underLead(sentence.text, line, around);
}

/** Adds the facts of a list and of the lists inside it. */
export function addList(list: List, around: Around): void {
  const types = TYPES.exec(around.lead.text)?.[1] ?? null;
  const facts = list.items.flatMap((item) => fromItem(item, around) ?? []);
  const isTyped = types !== null && facts.every(({ kind }) => kind === 'meaning');
  around.gathering.addGroup(isTyped ? 'types' : 'list', list.line, types ?? around.lead.text, facts);
  for (const item of list.items) addNested(item.blocks, around);
}

/** Lists inside an item belong to the lead that stands before them there. */
function addNested(blocks: readonly Block[], around: Around): void {
  let lead = around.lead;
  for (const block of blocks) {
    if (block.kind === 'paragraph')
      lead = leadIn(plain(block.runs), around.lead.text, around.gathering.language);
    if (block.kind === 'list') addList(block, { ...around, lead });
  }
}

/** A text that ends with a colon leads a list in; else the section's title does. A vague one gets the title besides. */
export function leadIn(text: string, title: string, language: Language): Lead {
  const last = sentencesOf(text, 0).at(-1)?.text ?? '';
  if (!/:$/.test(last)) return { text: title, isOpen: false };
  const lead = tidy(last.replace(/:$/, ''));
  if (isScene(lead)) return { text: title, isOpen: false };
  const isVague = language.isPartLabel(lead) || stemsOf(lead, language).size === 0;
  return { text: isVague && title !== '' ? `${bareTerm(title)}: ${lead}` : lead, isOpen: true };
}
