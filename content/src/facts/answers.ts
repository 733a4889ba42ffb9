// Answers to "How do you …?": put together from a list where no one-liner gives one, and taken apart into pairs.
import { plainList } from '../text/phrase.ts';
import type { Fact } from './fact.ts';
import type { Gathering } from './gathering.ts';
import { termIn } from './subjects.ts';

const PAIRS = 3;
const MEMBERS = 3;

/** `SQL for relational data, NoSQL for unstructured systems, Redis for caching` are as many choices with their reason. */
export function addPairs(answer: Fact, gathering: Gathering): void {
  const parts = answer.text.split(/,\s*(?:and\s+)?/);
  const pairs = parts.map((part) => /^([\p{L}\p{N}][^,]{1,25}?) (for .+)$/u.exec(part));
  if (pairs.length < PAIRS || pairs.some((pair) => pair === null)) return;
  const facts = pairs.flatMap((pair) => {
    const [, term = '', reason = ''] = pair ?? [];
    return (
      gathering.add('meaning', term, reason, { text: answer.sentence, line: answer.line }, answer.oneLiner) ??
      []
    );
  });
  gathering.addGroup('list', answer.line, gathering.entry.title, facts);
}

/** What a list of an entry says in short: its first members, or the names of its terms. */
export function addAnswer(gathering: Gathering): void {
  const { topic, entry, facts, groups } = gathering;
  if (topic.asks !== 'how' || facts.some(({ kind, oneLiner }) => kind === 'answer' && oneLiner === 'label'))
    return;
  const [largest] = groups
    .filter(({ kind }) => kind === 'list')
    .toSorted((a, b) => b.facts.length - a.facts.length || a.line - b.line);
  if (!largest || largest.facts.length < MEMBERS) return;
  const members = largest.facts.map((fact) =>
    fact.kind === 'meaning' || fact.kind === 'purpose' ? termIn(fact.subject) : fact.text,
  );
  const source = { text: `${largest.title}: ${members.join('; ')}`, line: largest.line };
  gathering.add('answer', entry.title, plainList(members), source);
}
