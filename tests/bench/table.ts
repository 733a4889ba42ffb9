// The table of the benchmark: each figure beside its bar and the floor, for people and as JSON.
import { brief, median, withSpread } from './numbers.ts';

/** A figure: what each run gave, and the bar for their median. */
export interface Figure {
  what: string;
  unit: string;
  /** One number for each run. */
  runs: number[];
  /** What the floor gave in the same runs. */
  floor?: { name: string; runs: number[] };
  /** The most, or the least, that the median may be: a number, or so many times the floor's median. */
  bar: { atMost: number } | { atLeast: number } | { timesFloor: number };
}

const limitOf = ({ bar, floor }: Figure): number => {
  if ('atMost' in bar) return bar.atMost;
  if ('atLeast' in bar) return bar.atLeast;
  return bar.timesFloor * median(floor?.runs ?? []);
};

export const isHeld = (figure: Figure): boolean =>
  'atLeast' in figure.bar ? median(figure.runs) >= limitOf(figure) : median(figure.runs) <= limitOf(figure);

const barOf = (figure: Figure): string => {
  const { bar } = figure;
  if ('timesFloor' in bar) return `≤ ${bar.timesFloor} × floor = ${brief(limitOf(figure))}`;
  return `${'atLeast' in bar ? '≥' : '≤'} ${limitOf(figure)}`;
};

const timesFloor = ({ runs, floor }: Figure): string =>
  floor ? `${(median(runs) / median(floor.runs)).toFixed(2)} ×` : '';

const rowOf = (figure: Figure): string[] => [
  isHeld(figure) ? 'holds' : 'MISSED',
  figure.what,
  `${withSpread(figure.runs)} ${figure.unit}`,
  barOf(figure),
  figure.floor ? `${figure.floor.name} ${withSpread(figure.floor.runs)}` : '',
  timesFloor(figure),
];

const HEAD = ['', 'figure', 'median (least–most)', 'bar', 'floor', 'of floor'];

/** The figures as a table of Markdown, which reads as well in a terminal. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = [HEAD, ...figures.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return lines.join('\n');
};

export const jsonOf = (figures: readonly Figure[], about: object): string =>
  JSON.stringify(
    {
      ...about,
      figures: figures.map((figure) => ({
        ...figure,
        median: median(figure.runs),
        limit: limitOf(figure),
        holds: isHeld(figure),
      })),
    },
    null,
    2,
  );
