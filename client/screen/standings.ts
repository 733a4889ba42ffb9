// What the leaderboard and the podium show, worked out from the rows of a view: order before and after, bars, steps.
import type { Row } from '@oneliner/shared';

/** A row as it stands at one moment of the board's movement. */
export interface BoardLine {
  row: Row;
  points: number;
  /** Length of the player's line, 0 to 1 of the longest. */
  share: number;
}

const last = Number.POSITIVE_INFINITY;

const lines = (rows: Row[], pointsOf: (row: Row) => number): BoardLine[] => {
  const most = Math.max(1, ...rows.map(pointsOf));
  return rows.map((row) => ({ row, points: pointsOf(row), share: pointsOf(row) / most }));
};

/** The board as people remember it: the places and points before this question, newcomers at the end. */
export const boardBefore = (rows: Row[]): BoardLine[] =>
  lines(
    [...rows].sort((a, b) => (a.was ?? last) - (b.was ?? last) || a.player - b.player),
    (row) => row.points - row.gained,
  );

/** The board as it is now, in the order the server gave. */
export const boardNow = (rows: Row[]): BoardLine[] => lines(rows, (row) => row.points);

/** Places won since the question before; negative when lost, 0 when kept, null for who had no place or has none. */
export const placesWon = ({ was, place }: Row): number | null =>
  was === null || place === null ? null : was - place;

export const hasPoints = (rows: Row[]): boolean => rows.some((row) => row.points > 0);

export interface Step {
  place: number;
  rows: Row[];
}

/** The steps of the podium in the order of their places: those who share a place share a step, so 1-1-3 has two. */
export const stepsOf = (rows: Row[]): Step[] => {
  const steps = new Map<number, Row[]>();
  for (const row of rows) {
    const { place } = row;
    if (place !== null && place <= 3) steps.set(place, [...(steps.get(place) ?? []), row]);
  }
  return [...steps].map(([place, sharing]) => ({ place, rows: sharing })).sort((a, b) => a.place - b.place);
};
