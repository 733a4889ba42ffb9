// Points for an answer and the fold of a question into everyone's score.
import { kinds, TIMING } from '@oneliner/shared';
import type { PlayerId, Question, Settings } from '@oneliner/shared';
import { rank } from './ranking.ts';
import type { Answer, Run, Score, Step } from './state.ts';

/** Points of a right answer that took no time. */
const FULL_POINTS = 1000;
const BONUS_STEP = 100;
const BONUS_MAX = 500;

/**
 * Points for a right answer after `elapsedMs` of `seconds`: `round(P · (1 − t/T/2))`, full under half a second.
 * Source: Kahoot's published formula ("How points work"). Flat and untimed questions give P.
 */
export function speedPoints(elapsedMs: number, settings: Settings): number {
  if (settings.points === 'flat' || settings.seconds === null) return FULL_POINTS;
  if (elapsedMs < TIMING.fullPointsMs) return FULL_POINTS;
  const share = Math.min(1, elapsedMs / (settings.seconds * 1000));
  return Math.round(FULL_POINTS * (1 - share / 2));
}

/** The bonus for `streak` right answers in a row: 100 for each after the first, at most 500. */
export const streakBonus = (streak: number, settings: Settings): number =>
  settings.streakBonus ? Math.min(BONUS_MAX, BONUS_STEP * Math.max(0, streak - 1)) : 0;

const gradeOf = (question: Question, answer: Answer | undefined): number =>
  answer ? kinds[question.body.kind].grade(question.body, answer.reply) : 0;

const unscored: Score = {
  points: 0,
  streak: 0,
  place: null,
  was: null,
  gained: 0,
  bonus: 0,
  right: false,
  ahead: null,
};

function scoreAfter(before: Score, step: Step, player: PlayerId, settings: Settings): Score {
  const answer = step.answers[player];
  const grade = gradeOf(step.question, answer);
  const right = grade === 1;
  const streak = right ? before.streak + 1 : 0;
  const bonus = right ? streakBonus(streak, settings) : 0;
  const gained =
    answer && grade > 0 ? Math.round(speedPoints(answer.elapsedMs, settings) * grade) + bonus : 0;
  return {
    ...before,
    points: before.points + gained,
    streak,
    was: before.place,
    gained,
    bonus,
    right,
  };
}

/** The scores before the first question: whatever was kept from the quiz before. */
export function freshScores(base: Record<PlayerId, number>): Record<PlayerId, Score> {
  const scores: Record<PlayerId, Score> = {};
  for (const player of Object.keys(base).map(Number))
    scores[player] = { ...unscored, points: base[player] ?? 0 };
  return scores;
}

/** Passes over a question that counts for nobody: nothing is gained, and rows of right answers go on. */
export function passStep(run: Run): void {
  for (const score of Object.values(run.scores))
    Object.assign(score, { was: score.place, gained: 0, bonus: 0, right: false });
  run.scored += 1;
}

/** Folds a revealed question into the scores of `players`, and ranks them anew. */
export function scoreStep(run: Run, step: Step, players: Iterable<PlayerId>): void {
  const scores: Record<PlayerId, Score> = {};
  for (const player of players) {
    const before = run.scores[player] ?? { ...unscored, points: run.base[player] ?? 0 };
    scores[player] = scoreAfter(before, step, player, run.quiz.settings);
  }
  run.scores = scores;
  run.scored += 1;
  run.ranking = rank(scores);
}
