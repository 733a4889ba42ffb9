// Whether a distractor is really wrong: most harm comes from distractors that are true.
import type { Fact } from '../facts/fact.ts';
import type { Knowledge } from '../facts/knowledge.ts';
import { containment, jaccard, normal, stemsOf } from '../text/words.ts';
import type { Choice, Draft } from './draft.ts';

const TOLD_ALREADY = 0.5;
const TOLD_OF_SIDE = 0.85;
const NEARLY_THE_KEY = 0.5;

/** All that the document says of each subject, as stems. */
export class Sayings {
  readonly #bySubject = new Map<string, Set<string>>();
  readonly #knowledge: Knowledge;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    for (const { facts } of knowledge.chapters) for (const fact of facts) this.#add(fact);
  }

  of(subject: string): ReadonlySet<string> {
    return this.#bySubject.get(normal(subject)) ?? new Set();
  }

  #add({ subject, text }: Fact): void {
    const name = normal(subject);
    const said = this.#bySubject.get(name) ?? new Set();
    for (const stem of stemsOf(text, this.#knowledge.language)) said.add(stem);
    this.#bySubject.set(name, said);
  }
}

/** Whether both are among the things that one title compares. */
function areSides({ fact }: Draft, choice: Choice, chapters: Knowledge['chapters']): boolean {
  const subjects = new Set(chapters[fact.entry]?.topic.subjects.map(normal));
  return subjects.has(normal(fact.subject)) && subjects.has(normal(choice.fact.subject));
}

/** Why a choice may be true of what is asked; null where it is safely wrong. */
export function doubt(
  draft: Draft,
  choice: Choice,
  sayings: Sayings,
  { language, chapters }: Knowledge,
): string | null {
  const { fact } = draft;
  if (normal(choice.fact.subject) === normal(fact.subject) && fact.kind !== 'step')
    return 'tells of the same thing';
  const statement = stemsOf(choice.fact.text, language);
  const asked = stemsOf(fact.text, language);
  if (jaccard(statement, asked) >= NEARLY_THE_KEY && !draft.areSides) return 'says nearly what the key says';
  const bound = draft.areSides || areSides(draft, choice, chapters) ? TOLD_OF_SIDE : TOLD_ALREADY;
  if (containment(statement, sayings.of(fact.subject)) >= bound) return 'is told of the asked thing, too';
  if (containment(asked, sayings.of(choice.fact.subject)) >= bound) return 'what is asked is told of it, too';
  return null;
}
