// How much of a stretch of time is left, from the room's clock: for the line, and for the number beside it.

/** The share of the stretch that is left at `now`: 1 before it begins, 0 when it is over. */
export const shareLeft = (from: number, to: number, now: number): number =>
  to <= from ? 0 : Math.min(1, Math.max(0, (to - now) / (to - from)));

/** Whole seconds until `to`, rounded up, so that 1 is shown during the last second and 0 when time is up. */
export const secondsUntil = (to: number, now: number): number => Math.max(0, Math.ceil((to - now) / 1000));
