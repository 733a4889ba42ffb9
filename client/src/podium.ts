// What a place is worth at the end. Between questions places are a race, in which those without a point share the last;
// on the podium who has no point came nowhere, however few of the others have any.
import type { Row } from '@oneliner/shared';

/** The place that somebody came in; null where they have no point. */
export const placeAtEnd = ({ place, points }: Pick<Row, 'place' | 'points'>): number | null =>
  points > 0 ? place : null;

/** The rows of a podium with the places at the end. */
export const rowsAtEnd = (rows: readonly Row[]): Row[] =>
  rows.map((row) => ({ ...row, place: placeAtEnd(row) }));
