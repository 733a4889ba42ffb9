// Which questions make a good quiz: every fact once, every entry at most twice, families mixed, the hard ones last.
import { LIMITS } from '@oneliner/shared';
import type { Question } from '@oneliner/shared';
import { byCodeUnit, rounded } from '../text/compare.ts';
import { chanceFrom } from '../text/random.ts';
import { normal } from '../text/words.ts';
import type { QuizRequest } from './quiz.ts';

/** The game's signature asks the document's own question; more than a quarter of a quiz does, where there are enough. */
const SIGNATURE = 'question-to-one-liner';
const SIGNATURE_SHARE = 0.3;

/** What a question says aloud, and the answer that another must not say. */
interface Spoken {
  question: Question;
  key: string;
  prompt: string;
  said: string;
}

const padded = (text: string): string => ` ${normal(text)} `;

function spoken(question: Question): Spoken {
  const { options, key } = question.body;
  return {
    question,
    key: padded(options[key] ?? ''),
    prompt: padded(question.prompt),
    said: padded(question.explanation),
  };
}

/** Whether one asks what the other's question or reveal has said. */
const givesAway = (a: Spoken, b: Spoken): boolean =>
  a.key === b.key ||
  a.prompt.includes(b.key) ||
  b.prompt.includes(a.key) ||
  (a.said === b.said && a.said.trim() !== '');

class Mix {
  readonly chosen: Spoken[] = [];
  readonly #facts = new Set<string>();
  readonly #perEntry = new Map<string, number>();
  readonly #perFamily = new Map<string, number>();

  count(family: string): number {
    return this.#perFamily.get(family) ?? 0;
  }

  /** Takes a question that fits beside the others, of an entry that has fewer than `perEntry`; says whether it did. */
  take(question: Question, perEntry: number): boolean {
    const { factIds, source, family } = question;
    const entry = this.#perEntry.get(source.entry) ?? 0;
    const one = spoken(question);
    if (entry >= perEntry || factIds.some((id) => this.#facts.has(id))) return false;
    if (this.chosen.some((other) => givesAway(one, other))) return false;
    this.chosen.push(one);
    for (const id of factIds) this.#facts.add(id);
    this.#perEntry.set(source.entry, entry + 1);
    this.#perFamily.set(family, this.count(family) + 1);
    return true;
  }
}

/** Families take turns; the signature has its share, and comes first where it is behind. */
function nextFamily(mix: Mix, left: Map<string, Question[]>, count: number): string | undefined {
  const families = [...left.keys()].filter((family) => (left.get(family)?.length ?? 0) > 0);
  if (families.includes(SIGNATURE) && mix.count(SIGNATURE) < Math.ceil(count * SIGNATURE_SHARE))
    return SIGNATURE;
  return families.sort((a, b) => mix.count(a) - mix.count(b) || byCodeUnit(a, b))[0];
}

function fill(mix: Mix, drawn: readonly Question[], count: number, perEntry: number): void {
  const left = Map.groupBy(drawn, ({ family }) => family);
  while (mix.chosen.length < count) {
    const family = nextFamily(mix, left, count);
    if (family === undefined) return;
    const question = left.get(family)?.shift();
    if (question) mix.take(question, perEntry);
  }
}

const isAskedIn = ({ avoid }: QuizRequest): ((question: Question) => boolean) => {
  const asked = new Set(avoid);
  return ({ factIds }) => factIds.some((id) => asked.has(id));
};

/**
 * Those to choose from, the better first: standard before warm-up, new before what was asked already. The signature
 * has its share, if need be with warm-ups, which begin a quiz well.
 */
function waves(request: QuizRequest, wanted: readonly Question[]): Question[][] {
  const drawn = chanceFrom(`mix ${request.shuffle ? request.seed : ''}`).shuffled(wanted);
  const isAsked = isAskedIn(request);
  const isStandard = ({ tier }: Question): boolean => tier === 'standard';
  return [
    [
      ...drawn.filter((one) => isStandard(one) && !isAsked(one)),
      ...drawn.filter((one) => !isStandard(one) && !isAsked(one) && one.family === SIGNATURE),
    ],
    drawn.filter((one) => !isStandard(one) && !isAsked(one)),
    drawn.filter(isAsked),
  ];
}

/** Difficulty is a guess; what lies nearer together than this is taken as equally hard. */
const STEP = 0.1;

/** In steps only, so that questions about as hard keep their drawn order: no quiz opens with the same one each time. */
export const stepOf = ({ difficulty }: Question): number => Math.floor(rounded(difficulty / STEP));

const byDifficulty = (a: Question, b: Question): number => stepOf(a) - stepOf(b);

const byPlace = (a: Question, b: Question): number => a.source.line - b.source.line || byCodeUnit(a.id, b.id);

function filled(waves: readonly Question[][], count: number): Question[] {
  const mix = new Mix();
  // A short quiz asks of many things; who hears of an entry a second time was just told about it.
  for (const wave of waves)
    for (let perEntry = 1; perEntry <= LIMITS.questionsPerEntry; perEntry += 1)
      fill(mix, wave, count, perEntry);
  return mix.chosen.map(({ question }) => question);
}

/** As many questions as a fair mix can hold, whatever is drawn; no quiz has more than the limit. */
export const fullMix = (wanted: readonly Question[]): Question[] =>
  filled([[...wanted]], Math.min(wanted.length, LIMITS.questionsPerQuiz));

/**
 * What is new gets harder. What was asked already follows as it was drawn: who knows it needs no easy beginning, and
 * the easiest of a small document would open each of its quizzes.
 */
function inTurn(request: QuizRequest, drawn: readonly Question[]): Question[] {
  const isAsked = isAskedIn(request);
  return [...drawn.filter((one) => !isAsked(one)).sort(byDifficulty), ...drawn.filter(isAsked)];
}

/** A fair mix of `count` questions, or of as many as `fullMix` holds: an unlucky draw is not to cost any. */
export function chosenMix(request: QuizRequest, wanted: readonly Question[]): Question[] {
  const drawn = filled(waves(request, wanted), request.count);
  const full = drawn.length < request.count ? fullMix(wanted) : [];
  const mix = drawn.length < full.length ? full.slice(0, request.count) : drawn;
  if (!request.shuffle) return mix.sort(byPlace);
  return inTurn(request, chanceFrom(`rise ${request.seed}`).shuffled(mix));
}
