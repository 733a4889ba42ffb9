// Whether a distractor is really wrong: most harm comes from distractors that are true.
import type { Fact, Group } from '../facts/fact.ts';
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

/** A fact as it is compared with others. */
interface Said {
  subject: string;
  /** Its own words, between spaces. */
  words: string;
  stems: ReadonlySet<string>;
}

/** All that the document says: of each fact, and of each subject. */
export class Sayings {
  readonly #language: Language;
  readonly #byFact = new Map<Fact, Said>();
  readonly #bySubject = new Map<string, Set<string>>();
  readonly #titled: Set<string>[];
  readonly #listOf = new Map<Fact, Group>();

  constructor({ chapters, language }: Knowledge) {
    this.#language = language;
    this.#titled = chapters.map(({ topic }) => new Set(topic.subjects.map(bare)));
    for (const { facts, groups } of chapters) {
      for (const fact of facts) this.#add(fact);
      for (const group of groups) for (const fact of group.facts) this.#listOf.set(fact, group);
    }
  }

  in(fact: Fact): Said {
    return this.#byFact.get(fact) ?? this.#add(fact);
  }

  of({ subject }: Said): ReadonlySet<string> {
    return this.#bySubject.get(subject) ?? new Set();
  }

  /** Whether both tell of things that one title or one list of terms sets side by side. */
  areSides(a: Fact, b: Fact): boolean {
    const areListed = a.kind === 'meaning' && b.kind === 'meaning' && this.#listOf.has(a);
    if (areListed && this.#listOf.get(a) === this.#listOf.get(b)) return true;
    const titled = this.#titled[a.entry];
    return a.entry === b.entry && !!titled?.has(this.in(a).subject) && titled.has(this.in(b).subject);
  }

  #add(fact: Fact): Said {
    const stems = stemsOf(fact.text, this.#language);
    const said = { subject: bare(fact.subject), words: ` ${normal(fact.text)} `, stems };
    this.#byFact.set(fact, said);
    const all = this.#bySubject.get(said.subject) ?? new Set();
    for (const stem of stems) all.add(stem);
    this.#bySubject.set(said.subject, all);
    return said;
  }
}

const bare = (subject: string): string => normal(termIn(subject));

/** Why a choice may be true of what is asked; null where it is safely wrong. */
export function doubt({ fact, areSides }: Draft, choice: Choice, sayings: Sayings): string | null {
  const asked = sayings.in(fact);
  const other = sayings.in(choice.fact);
  if (fact.kind !== 'step' && other.subject === asked.subject) return 'tells of the same thing';
  if (!areSides && jaccard(other.stems, asked.stems) >= NEARLY_THE_KEY)
    return 'says nearly what the key says';
  if (!areSides && other.words.includes(` ${asked.subject} `)) return 'names the asked thing';
  const isWide = areSides || sayings.areSides(fact, choice.fact);
  const isTold = (statement: Said, of: Said): boolean => {
    const bound = isWide || statement.stems.size <= FEW ? TOLD_OF_SIDE : TOLD_ALREADY;
    return containment(statement.stems, sayings.of(of)) >= bound;
  };
  if (isTold(other, asked)) return 'is told of the asked thing, too';
  return isTold(asked, other) ? 'what is asked is told of it, too' : null;
}
