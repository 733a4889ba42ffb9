// Places on the leaderboard: most points first, ties share a place (1-2-2-4), and there is none while nobody has points.
import type { PlayerId } from '@oneliner/shared';
import type { Score } from './state.ts';

/**
 * Gives every score its place and the player ahead, and returns the players in order of the leaderboard.
 * Among equals the order is that of joining; `ahead` is always somebody with more points. While nobody has any, all
 * are equal and have no place.
 */
export function rank(scores: Record<PlayerId, Score>): PlayerId[] {
  const ranking = Object.keys(scores).map(Number);
  const pointsOf = (player: PlayerId | undefined): number => scores[player ?? 0]?.points ?? 0;
  ranking.sort((a, b) => pointsOf(b) - pointsOf(a) || a - b);
  const hasPoints = pointsOf(ranking[0]) > 0;
  ranking.forEach((player, index) => {
    const score = scores[player];
    const before = ranking[index - 1];
    const beforeScore = before === undefined ? undefined : scores[before];
    if (!score) return;
    const isTied = beforeScore !== undefined && beforeScore.points === score.points;
    score.place = isTied ? beforeScore.place : hasPoints ? index + 1 : null;
    score.ahead = isTied ? beforeScore.ahead : (before ?? null);
  });
  return ranking;
}
