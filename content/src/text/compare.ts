// Orders that are the same on every machine: by code unit, and by scores rounded before they are compared.

export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A score fit for comparing: six digits, so that the last bits of a sum change no order. */
export const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;

/** Highest score first; ties by the text. */
export const byScore =
  <T>(score: (item: T) => number, text: (item: T) => string) =>
  (a: T, b: T): number =>
    rounded(score(b)) - rounded(score(a)) || byCodeUnit(text(a), text(b));
