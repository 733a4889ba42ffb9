// One-liner → name: which of four terms does this description fit? The shortest options, best on a phone.
import type { Fact } from '../../facts/fact.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import type { Language } from '../../language/language.ts';
import { termIn } from '../../facts/subjects.ts';
import { capitalised } from '../../text/phrase.ts';
import { normal } from '../../text/words.ts';
import type { Choice, Draft, Family } from '../draft.ts';
import { clueFrom } from '../clue.ts';

const NAME_WORDS = 5;
const NAME_LENGTH = 40;

/** "Global Interpreter Lock (GIL)" may be called by both of its names. */
function namesOf({ subject }: Fact): string[] {
  const [, short] = /\s\((\p{Lu}[\p{Lu}\d]{1,7})\)$/u.exec(subject) ?? [];
  const name = capitalised(termIn(subject));
  return [...new Set([name.replace(/\(\)$/, ''), name, ...(short ? [short] : [])])];
}

const nameOf = (fact: Fact): string => namesOf(fact)[0] ?? '';

const isName = (name: string, language: Language): boolean =>
  name.length <= NAME_LENGTH &&
  name.split(/\s+/).length <= NAME_WORDS &&
  /\p{L}/u.test(name) &&
  language.isNoun(name);

/** What a thing is, or what a sentence says that it does. */
const describes = ({ kind }: Fact): boolean => kind === 'meaning' || kind === 'trait';

/** Terms once each, with the first fact that says what they are. */
function names(facts: readonly Fact[], { language }: Knowledge): Choice[] {
  const seen = new Map<string, Choice>();
  for (const fact of facts) {
    const name = nameOf(fact);
    if (!describes(fact) || !isName(name, language) || seen.has(normal(name))) continue;
    seen.set(normal(name), { ways: namesOf(fact), fact });
  }
  return [...seen.values()];
}

function draftsOf(knowledge: Knowledge, chapter: Chapter): Draft[] {
  const typed = new Set(chapter.groups.filter(({ kind }) => kind === 'types').flatMap(({ facts }) => facts));
  const around = chapter.near.flatMap((at) => knowledge.chapters[at]?.facts ?? []);
  return chapter.facts.flatMap((fact) => {
    if (!describes(fact) || typed.has(fact) || !isName(nameOf(fact), knowledge.language)) return [];
    const clue = clueFrom(fact, knowledge.language);
    const beside = chapter.groups.find(({ facts }) => facts.includes(fact))?.facts ?? [];
    const pool = names([...beside, ...around], knowledge);
    const key = { ways: namesOf(fact), fact };
    return clue
      ? [
          {
            family: 'one-liner-to-name',
            fact,
            prompt: knowledge.language.prompts.term(clue),
            key,
            pool,
            areSides: false,
          },
        ]
      : [];
  });
}

export const oneLinerToName: Family = {
  name: 'one-liner-to-name',
  needsGrammar: false,
  propose: draftsOf,
};
