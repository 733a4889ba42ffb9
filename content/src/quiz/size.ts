// How many questions a quiz can have, told before anybody opens a room for more.
import type { QuizRequest } from './quiz.ts';
import { fullMix } from './mix.ts';

/**
 * How many questions a quiz of these can have, at least and for every seed. Fewer than there are: one question a fact,
 * at most two an entry, none that give each other away. The host's own order is asked as it stands.
 */
export function quizSize({
  questions,
  leftOut,
  order,
}: Pick<QuizRequest, 'questions' | 'leftOut' | 'order'>): number {
  const out = new Set(leftOut);
  const wanted = questions.filter(({ id }) => !out.has(id));
  if (!order?.length) return fullMix(wanted).length;
  const ids = new Set(wanted.map(({ id }) => id));
  return order.filter((id) => ids.has(id)).length;
}
