// Sequence: a chain of steps; what comes right after the one that is named?
import type { Group } from '../../facts/fact.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import { capitalised } from '../../text/phrase.ts';
import { normal } from '../../text/words.ts';
import type { Draft, Family } from '../draft.ts';

/** Asks after each step that the chain passes once only. */
function draftsFrom({ title, facts }: Group): Draft[] {
  const times = (text: string): number => facts.filter((fact) => normal(fact.text) === normal(text)).length;
  return facts.slice(1).flatMap((fact, before) => {
    const asked = facts[before]?.text ?? '';
    if (times(asked) > 1 || times(fact.text) > 1) return [];
    const others = facts.filter(
      (one, at) =>
        at !== before &&
        one !== fact &&
        facts.findIndex((same) => normal(same.text) === normal(one.text)) === at,
    );
    return [
      {
        family: 'sequence',
        fact,
        prompt: `${title}: what comes right after “${asked}”?`,
        key: { ways: [capitalised(fact.text)], fact },
        pool: others.map((one) => ({ ways: [capitalised(one.text)], fact: one })),
        areSides: true,
      },
    ];
  });
}

const propose = (_knowledge: Knowledge, chapter: Chapter): Draft[] =>
  chapter.groups.filter(({ kind }) => kind === 'chain').flatMap(draftsFrom);

export const sequence: Family = { name: 'sequence', needsGrammar: true, propose };
