// The order in which a document's questions are listed: good ones on different facts first, so that any first dozen is a quiz.
import { LIMITS } from '@oneliner/shared';
import type { Question } from '@oneliner/shared';

/** In the order of the document, but the second question on a fact comes after all first ones, and warm-ups last. */
export function arranged(questions: readonly Question[]): Question[] {
  const asked = new Map<string, number>();
  const roundOf = ({ tier, factIds }: Question): number => {
    const round = Math.max(0, ...factIds.map((fact) => asked.get(fact) ?? 0));
    for (const fact of factIds) asked.set(fact, round + 1);
    return tier === 'warm-up' ? Infinity : round;
  };
  return [...questions]
    .sort((a, b) => a.source.line - b.source.line)
    .map((question) => ({ question, round: roundOf(question) }))
    .sort((a, b) => (a.round === b.round ? 0 : a.round - b.round))
    .map(({ question }) => question);
}

/** The questions that ask a fact which an earlier one asks too: their ids, with the number (from 1) of the earlier. */
export function repeatsAmong(questions: readonly Question[]): Map<string, number> {
  const firstWith = new Map<string, number>();
  const repeats = new Map<string, number>();
  questions.forEach(({ id, factIds }, index) => {
    for (const fact of factIds) {
      const first = firstWith.get(fact);
      if (first === undefined) firstWith.set(fact, index + 1);
      else repeats.set(id, first);
    }
  });
  return repeats;
}

/** How many of these a mix could have if it had to mind their entries alone. */
export function mostByEntry(questions: readonly Question[]): number {
  const taken = new Map<string, number>();
  for (const { source } of questions)
    taken.set(source.entry, Math.min(LIMITS.questionsPerEntry, (taken.get(source.entry) ?? 0) + 1));
  return [...taken.values()].reduce((sum, count) => sum + count, 0);
}
