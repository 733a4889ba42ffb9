// A quiz from a bank: which questions, in which order, and where the right option stands.
import type { Question } from '@oneliner/shared';
import type { Chance } from '../text/random.ts';
import { chanceFrom } from '../text/random.ts';
import { chosenMix } from './mix.ts';

export interface QuizRequest {
  questions: readonly Question[];
  count: number;
  /** Ids of questions that the host does not want. */
  leftOut?: readonly string[];
  /** The host's own order, by id: its first `count` are asked. Empty: a fair mix. */
  order?: readonly string[];
  /** Whether the questions are drawn anew for each seed; the places of the options always are. */
  shuffle: boolean;
  /** The room's seed. */
  seed: string;
  /** Facts that were asked already this evening; asked again only where nothing else is left. */
  avoid?: readonly string[];
}

/**
 * Places for the right option: in each block every letter comes twice, in a drawn order. Equally often, then, and
 * yet who has seen three letters cannot tell the fourth.
 */
function* places(chance: Chance, options: number): Generator<number> {
  const letters = Array.from({ length: options }, (_, place) => place);
  for (;;) yield* chance.shuffled([...letters, ...letters]);
}

/** The same questions with their options in drawn places; each letter is right equally often. */
function placed(questions: readonly Question[], seed: string): Question[] {
  const chance = chanceFrom(`places ${seed}`);
  const bySize = new Map<number, Generator<number>>();
  return questions.map((question) => {
    const { options, key } = question.body;
    const size = options.length;
    const next = bySize.get(size) ?? places(chance, size);
    bySize.set(size, next);
    const place = next.next().value as number;
    const drawn = chance.shuffled(options.filter((_, at) => at !== key));
    drawn.splice(place, 0, options[key] as string);
    return { ...question, body: { ...question.body, options: drawn, key: place } };
  });
}

function inOrder(request: QuizRequest, wanted: readonly Question[]): Question[] {
  const byId = new Map(wanted.map((question) => [question.id, question]));
  const ordered = (request.order ?? []).flatMap((id) => byId.get(id) ?? []).slice(0, request.count);
  return request.shuffle ? chanceFrom(`order ${request.seed}`).shuffled(ordered) : ordered;
}

/**
 * The questions of one quiz, at most `count`. The same request gives the same quiz.
 * Without an order: one question a fact, at most two an entry, none that give each other away, families mixed,
 * difficulty rising (or the document's order where nothing is shuffled).
 */
export function makeQuiz(request: QuizRequest): Question[] {
  const leftOut = new Set(request.leftOut);
  const wanted = request.questions.filter(({ id }) => !leftOut.has(id));
  const chosen = request.order?.length ? inOrder(request, wanted) : chosenMix(request, wanted);
  return placed(chosen, request.seed);
}
