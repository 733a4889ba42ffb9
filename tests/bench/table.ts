// The table of the benchmark: each figure beside its bar and the floor, for people and as JSON.
import { brief, median, withSpread } from './numbers.ts';

/** A figure: what each run gave, and the bar for their median. */
export interface Figure {
  what: string;
  unit: string;
  /** One number for each run. */
  runs: number[];
  /** What the floor, or whatever else it is held against, gave in the same runs. */
  floor?: { name: string; runs: number[] };
  /** The most, or the least, that the median may be: a number, or so many times the floor's median. Some are only known. */
  bar?: { atMost: number } | { atLeast: number } | { timesFloor: number };
}

/** Null where there is no bar. */
const limitOf = ({ bar, floor }: Figure): number | null => {
  if (!bar) return null;
  if ('atMost' in bar) return bar.atMost;
  if ('atLeast' in bar) return bar.atLeast;
  return bar.timesFloor * median(floor?.runs ?? []);
};

export const isHeld = (figure: Figure): boolean => {
  const limit = limitOf(figure);
  if (!figure.bar || limit === null) return true;
  return 'atLeast' in figure.bar ? median(figure.runs) >= limit : median(figure.runs) <= limit;
};

const barOf = (figure: Figure): string => {
  const { bar } = figure;
  const limit = limitOf(figure);
  if (!bar || limit === null) return '';
  if ('timesFloor' in bar) return `≤ ${bar.timesFloor} × floor = ${brief(limit)}`;
  return `${'atLeast' in bar ? '≥' : '≤'} ${limit}`;
};

const verdictOf = (figure: Figure): string => {
  if (!figure.bar) return '';
  return isHeld(figure) ? 'holds' : 'MISSED';
};

const timesFloor = ({ runs, floor }: Figure): string =>
  floor ? `${(median(runs) / median(floor.runs)).toFixed(2)} ×` : '';

const rowOf = (figure: Figure): string[] => [
  verdictOf(figure),
  figure.what,
  `${withSpread(figure.runs)} ${figure.unit}`,
  barOf(figure),
  figure.floor ? `${figure.floor.name} ${withSpread(figure.floor.runs)}` : '',
  timesFloor(figure),
];

/** That nothing at all may be lost: one number for all runs, as a median would hide what only one of them lost. */
export const noneLost = (what: string, runs: readonly number[]): Figure => ({
  what,
  unit: '',
  runs: [runs.reduce((sum, lost) => sum + lost, 0)],
  bar: { atMost: 0 },
});

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
