// One-liner → name: which of four terms does this description fit? The shortest options, best on a phone.
import type { Fact } from '../../facts/fact.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import { termIn } from '../../facts/subjects.ts';
import { capitalised } from '../../text/phrase.ts';
import { normal } from '../../text/words.ts';
import type { Choice, Draft, Family } from '../draft.ts';
import { clueFrom } from '../clue.ts';

const NAME_WORDS = 5;
const NAME_LENGTH = 40;

const nameOf = (fact: Fact): string => capitalised(termIn(fact.subject));

export const isName = (name: string): boolean =>
  name.length <= NAME_LENGTH && name.split(/\s+/).length <= NAME_WORDS && /\p{L}/u.test(name);

/** Every term of the chapters near by, once, with the first fact that says what it is. */
function names(knowledge: Knowledge, chapters: readonly number[]): Choice[] {
  const seen = new Map<string, Choice>();
  for (const at of chapters)
    for (const fact of knowledge.chapters[at]?.facts ?? []) {
      const name = nameOf(fact);
      if (fact.kind !== 'meaning' || !isName(name) || seen.has(normal(name))) continue;
      seen.set(normal(name), { ways: [name], fact });
    }
  return [...seen.values()];
}

function draftsOf(knowledge: Knowledge, chapter: Chapter): Draft[] {
  const pool = names(knowledge, chapter.near);
  return chapter.facts.flatMap((fact) => {
    if (fact.kind !== 'meaning' || !isName(nameOf(fact))) return [];
    const clue = clueFrom(fact, knowledge.language);
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

export const oneLinerToName: Family = { name: 'one-liner-to-name', needsGrammar: false, propose: draftsOf };
