// Sequence: a chain of steps; what comes right after the one that is named?
import type { Group } from '../../facts/fact.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import { capitalised } from '../../text/phrase.ts';
import { normal } from '../../text/words.ts';
import type { Draft, Family } from '../draft.ts';

/** Asks after each step that the chain passes once only. */
function draftsFrom({ title, facts }: Group, { language }: Knowledge): Draft[] {
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
        prompt: language.prompts.after(title, asked),
        key: { ways: [capitalised(fact.text)], fact },
        pool: others.map((one) => ({ ways: [capitalised(one.text)], fact: one })),
        areSides: true,
      },
    ];
  });
}

const propose = (knowledge: Knowledge, chapter: Chapter): Draft[] =>
  chapter.groups.filter(({ kind }) => kind === 'chain').flatMap((group) => draftsFrom(group, knowledge));

export const sequence: Family = { name: 'sequence', needsGrammar: true, propose };
