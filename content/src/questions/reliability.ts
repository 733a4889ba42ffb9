// Whether a distractor is really wrong: most harm comes from distractors that are true.
import type { Fact } from '../facts/fact.ts';
import type { Knowledge } from '../facts/knowledge.ts';
import { termIn } from '../facts/subjects.ts';
import type { Language } from '../language/language.ts';
import { containment, jaccard, normal, stemsOf } from '../text/words.ts';
import type { Choice, Draft } from './draft.ts';

const TOLD_ALREADY = 0.5;
const TOLD_OF_SIDE = 0.85;
const NEARLY_THE_KEY = 0.5;
/** Of so few words half is too little to go by. */
const FEW = 3;

/** All that the document says, as stems: of each fact, and of each subject. */
export class Sayings {
  readonly #language: Language;
  readonly #byFact = new Map<Fact, Set<string>>();
  readonly #bySubject = new Map<string, Set<string>>();
  readonly #subjectsOf: Set<string>[];

  constructor({ chapters, language }: Knowledge) {
    this.#language = language;
    this.#subjectsOf = chapters.map(({ topic }) => new Set(topic.subjects.map(normal)));
    for (const { facts } of chapters) for (const fact of facts) this.#add(fact);
  }

  inFact(fact: Fact): ReadonlySet<string> {
    return this.#byFact.get(fact) ?? stemsOf(fact.text, this.#language);
  }

  of({ subject }: Fact): ReadonlySet<string> {
    return this.#bySubject.get(normal(subject)) ?? new Set();
  }

  /** Whether both tell of things that one title sets side by side. */
  areSides(a: Fact, b: Fact): boolean {
    const subjects = this.#subjectsOf[a.entry];
    return a.entry === b.entry && !!subjects?.has(normal(a.subject)) && subjects.has(normal(b.subject));
  }

  #add(fact: Fact): void {
    const stems = stemsOf(fact.text, this.#language);
    this.#byFact.set(fact, stems);
    const name = normal(fact.subject);
    const said = this.#bySubject.get(name) ?? new Set();
    for (const stem of stems) said.add(stem);
    this.#bySubject.set(name, said);
  }
}

const names = ({ text }: Fact, subject: string): boolean =>
  ` ${normal(text)} `.includes(` ${normal(termIn(subject))} `);

/** Why a choice may be true of what is asked; null where it is safely wrong. */
export function doubt({ fact, areSides }: Draft, choice: Choice, sayings: Sayings): string | null {
  if (fact.kind !== 'step' && normal(choice.fact.subject) === normal(fact.subject))
    return 'tells of the same thing';
  const [statement, asked] = [sayings.inFact(choice.fact), sayings.inFact(fact)];
  if (!areSides && jaccard(statement, asked) >= NEARLY_THE_KEY) return 'says nearly what the key says';
  if (!areSides && names(choice.fact, fact.subject)) return 'names the asked thing';
  const isWide = areSides || sayings.areSides(fact, choice.fact);
  const boundFor = (stems: ReadonlySet<string>): number =>
    isWide || stems.size <= FEW ? TOLD_OF_SIDE : TOLD_ALREADY;
  if (containment(statement, sayings.of(fact)) >= boundFor(statement))
    return 'is told of the asked thing, too';
  return containment(asked, sayings.of(choice.fact)) >= boundFor(asked)
    ? 'what is asked is told of it, too'
    : null;
}
