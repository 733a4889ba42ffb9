// Typed list: an entry lists the kinds of a thing; which kind is described?
import { termIn } from '../../facts/subjects.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import { capitalised } from '../../text/phrase.ts';
import { clueFrom } from '../clue.ts';
import type { Draft, Family } from '../draft.ts';

function draftsOf({ language }: Knowledge, chapter: Chapter): Draft[] {
  return chapter.groups.flatMap((group) => {
    if (group.kind !== 'types') return [];
    const kinds = group.facts.map((fact) => ({ ways: [capitalised(termIn(fact.subject))], fact }));
    return kinds.flatMap((key) => {
      const clue = clueFrom(key.fact, language);
      const prompt = language.prompts.kind(group.title.toLowerCase(), clue ?? '');
      const pool = kinds.filter((kind) => kind !== key);
      return clue ? [{ family: 'typed-list', fact: key.fact, prompt, key, pool, areSides: true }] : [];
    });
  });
}

export const typedList: Family = { name: 'typed-list', needsGrammar: true, propose: draftsOf };
