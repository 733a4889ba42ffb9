// What families hand on: a fact to ask, its right option, and what may stand beside it.
import type { Fact } from '../facts/fact.ts';
import type { Knowledge } from '../facts/knowledge.ts';

/** A possible option. The same statement may be said in a fuller and a shorter way. */
export interface Choice {
  /** The fullest way first; each fits a phone. */
  ways: string[];
  /** The fact it says or, for a name, one that tells of it. */
  fact: Fact;
}

export interface Draft {
  family: string;
  /** The fact that is asked. */
  fact: Fact;
  prompt: string;
  key: Choice;
  /** Distractors, the best first: not yet judged for truth or fairness. */
  pool: Choice[];
  /** The two sides of one comparison are meant to be alike; the rules of truth are wider there. */
  areSides: boolean;
}

/** A way of making questions: one file each. It proposes; reliability, gate and balance decide. */
export interface Family {
  name: string;
  /** Whether it words its prompts or takes sentences apart, and so needs the language's grammar. */
  needsGrammar: boolean;
  propose: (knowledge: Knowledge, chapter: Knowledge['chapters'][number]) => Draft[];
}
