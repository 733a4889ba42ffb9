// Facts as options: by what they say, or by the name of whom they tell. Each is worded once, however often it is offered.
import type { Fact } from '../facts/fact.ts';
import { termIn } from '../facts/subjects.ts';
import type { Language } from '../language/language.ts';
import { capitalised, variantsOf } from '../text/phrase.ts';
import type { Choice } from './draft.ts';

const NAME_WORDS = 5;
const NAME_LENGTH = 40;

const statements = new WeakMap<Fact, Choice>();
const names = new WeakMap<Fact, Choice>();

/** What a fact says; without any way where it cannot be said in 80 letters. */
export function statement(fact: Fact, language: Language): Choice {
  const choice = statements.get(fact) ?? { ways: variantsOf(fact.text, language), fact };
  statements.set(fact, choice);
  return choice;
}

/** The facts that can be said. */
export const statementsOf = (facts: readonly Fact[], language: Language): Choice[] =>
  facts.map((fact) => statement(fact, language)).filter(({ ways }) => ways.length > 0);

/** "Global Interpreter Lock (GIL)" may be called by both of its names, `Depends()` without its brackets. */
function callings({ subject }: Fact, language: Language): string[] {
  const [, short] = /\s\((\p{Lu}[\p{Lu}\d]{1,7})\)$/u.exec(subject) ?? [];
  const name = capitalised(termIn(subject));
  const isName =
    name.length <= NAME_LENGTH &&
    name.split(/\s+/).length <= NAME_WORDS &&
    /\p{L}/u.test(name) &&
    language.isNoun(name);
  return isName ? [...new Set([name.replace(/\(\)$/, ''), name, ...(short ? [short] : [])])] : [];
}

/** The name of whom a fact tells; without any way where that is no name. */
export function nameIn(fact: Fact, language: Language): Choice {
  const choice = names.get(fact) ?? { ways: callings(fact, language), fact };
  names.set(fact, choice);
  return choice;
}
