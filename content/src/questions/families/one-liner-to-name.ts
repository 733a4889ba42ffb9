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

const nameOf = (fact: Fact): string => capitalised(termIn(fact.subject));

const isName = (name: string, language: Language): boolean =>
  name.length <= NAME_LENGTH &&
  name.split(/\s+/).length <= NAME_WORDS &&
  /\p{L}/u.test(name) &&
  language.isNoun(name);

/** Terms once each, with the first fact that says what they are. */
function names(facts: readonly Fact[], { language }: Knowledge): Choice[] {
  const seen = new Map<string, Choice>();
  for (const fact of facts) {
    const name = nameOf(fact);
    if (fact.kind !== 'meaning' || !isName(name, language) || seen.has(normal(name))) continue;
    seen.set(normal(name), { ways: [name], fact });
  }
  return [...seen.values()];
}

function draftsOf(knowledge: Knowledge, chapter: Chapter): Draft[] {
  const typed = new Set(chapter.groups.filter(({ kind }) => kind === 'types').flatMap(({ facts }) => facts));
  const around = chapter.near.flatMap((at) => knowledge.chapters[at]?.facts ?? []);
  return chapter.facts.flatMap((fact) => {
    if (fact.kind !== 'meaning' || typed.has(fact) || !isName(nameOf(fact), knowledge.language)) return [];
    const clue = clueFrom(fact, knowledge.language);
    const beside = chapter.groups.find(({ facts }) => facts.includes(fact))?.facts ?? [];
    const pool = names([...beside, ...around], knowledge);
    const key = { ways: [nameOf(fact)], fact };
    return clue
      ? [
          {
            family: 'one-liner-to-name',
            fact,
            prompt: `Which term fits “${clue}”?`,
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
