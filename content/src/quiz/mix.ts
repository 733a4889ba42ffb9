// Which questions make a good quiz: every fact once, every entry at most twice, families mixed, the hard ones last.
import type { Question } from '@oneliner/shared';
import { byCodeUnit, rounded } from '../text/compare.ts';
import { chanceFrom } from '../text/random.ts';
import { normal } from '../text/words.ts';
import type { QuizRequest } from './quiz.ts';

/** The game's signature asks the document's own question; at least a quarter of a quiz does. */
const SIGNATURE = 'question-to-one-liner';
const PER_ENTRY = 2;

const texts = (question: Question): string[] =>
  [question.prompt, ...question.body.options].map((text) => ` ${normal(text)} `);

/** Whether the right option of one stands in the other's prompt or among its options. */
function givesAway(a: Question, b: Question): boolean {
  const keyOf = ({ body }: Question): string => ` ${normal(body.options[body.key] ?? '')} `;
  const [keyA, keyB] = [keyOf(a), keyOf(b)];
  return keyA === keyB || (texts(b)[0] ?? '').includes(keyA) || (texts(a)[0] ?? '').includes(keyB);
}

class Mix {
  readonly chosen: Question[] = [];
  readonly #facts: Set<string>;
  readonly #perEntry = new Map<string, number>();
  readonly #perFamily = new Map<string, number>();

  constructor(avoid: readonly string[]) {
    this.#facts = new Set(avoid);
  }

  familyCount(family: string): number {
    return this.#perFamily.get(family) ?? 0;
  }

  takes(question: Question): boolean {
    return (
      !question.factIds.some((id) => this.#facts.has(id)) &&
      (this.#perEntry.get(question.source.entry) ?? 0) < PER_ENTRY &&
      !this.chosen.some((other) => givesAway(question, other))
    );
  }

  take(question: Question): void {
    this.chosen.push(question);
    for (const id of question.factIds) this.#facts.add(id);
    this.#perEntry.set(question.source.entry, (this.#perEntry.get(question.source.entry) ?? 0) + 1);
    this.#perFamily.set(question.family, this.familyCount(question.family) + 1);
  }
}

/** One after the other from the family that has had the fewest turns; the signature comes first. */
function fill(mix: Mix, drawn: readonly Question[], count: number): void {
  const left = [...drawn];
  while (mix.chosen.length < count && left.length > 0) {
    const families = [...new Set(left.map(({ family }) => family))];
    families.sort((a, b) => turns(mix, a) - turns(mix, b) || byCodeUnit(a, b));
    const at = left.findIndex(({ family }) => family === families[0]);
    const [question] = left.splice(at, 1);
    if (question && mix.takes(question)) mix.take(question);
  }
}

/** The signature has two turns for each of the others. */
const turns = (mix: Mix, family: string): number =>
  mix.familyCount(family) / (family === SIGNATURE ? 2 : 1) - (family === SIGNATURE ? 0.5 : 0);

/** A fair mix of at most `count` questions; what was asked already comes only where nothing else is left. */
export function chosenMix(request: QuizRequest, wanted: readonly Question[]): Question[] {
  const drawn = chanceFrom(`mix ${request.shuffle ? request.seed : ''}`).shuffled(wanted);
  const tiered = drawn.toSorted((a, b) => byCodeUnit(a.tier, b.tier));
  const mix = new Mix(request.avoid ?? []);
  fill(mix, tiered, request.count);
  if (mix.chosen.length === 0) fill(mix, [], request.count);
  return request.shuffle ? byDifficulty(mix.chosen) : byPlace(mix.chosen, wanted);
}

const byDifficulty = (questions: readonly Question[]): Question[] =>
  questions.toSorted((a, b) => rounded(a.difficulty) - rounded(b.difficulty) || byCodeUnit(a.id, b.id));

const byPlace = (questions: readonly Question[], all: readonly Question[]): Question[] =>
  questions.toSorted((a, b) => all.indexOf(a) - all.indexOf(b));
