// The podium as the one line: the way it takes over the steps, in three pieces that are drawn third, second, first.

/** How high the steps stand, as shares of the podium's height; a place that nobody has stays flat. */
const HEIGHTS: Record<number, number> = { 1: 0.6, 2: 0.42, 3: 0.26 };
/** The usual order on a podium, left to right. */
const COLUMNS: Record<number, number> = { 1: 1, 2: 0, 3: 2 };

export const columnOf = (place: number): number => COLUMNS[place] ?? 0;

export const heightOf = (place: number, taken: ReadonlySet<number>): number =>
  taken.has(place) ? (HEIGHTS[place] ?? 0) : 0;

/**
 * The pieces of the line in the order in which they are drawn, each with the place whose step it draws.
 * @param taken the places that somebody has; in a tie 1-1-3 nobody is second.
 */
export const podiumLine = (
  width: number,
  height: number,
  stroke: number,
  taken: ReadonlySet<number>,
): { place: number; path: string }[] => {
  const edge = stroke / 2;
  const top = (place: number) => height - edge - heightOf(place, taken) * (height - stroke);
  const [left, second, first, right] = [edge, width / 3, (width * 2) / 3, width - edge];
  const path = (...corners: [number, number][]) => `M${corners.map((corner) => corner.join(' ')).join('L')}`;
  return [
    { place: 3, path: path([right, height - edge], [right, top(3)], [first, top(3)]) },
    { place: 2, path: path([left, height - edge], [left, top(2)], [second, top(2)]) },
    { place: 1, path: path([second, top(2)], [second, top(1)], [first, top(1)], [first, top(3)]) },
  ];
};
