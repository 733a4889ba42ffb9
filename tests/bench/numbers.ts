// The statistics of the benchmark: medians, percentiles, and how far apart the runs were.

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The smallest value that at least this share of the values does not exceed. */
export const percentile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? NaN;

/** Three digits that count. */
export const brief = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);

/** The median, and in brackets the smallest and the largest where there are several. */
export const withSpread = (values: readonly number[]): string =>
  values.length < 2
    ? brief(median(values))
    : `${brief(median(values))} (${brief(Math.min(...values))}–${brief(Math.max(...values))})`;
