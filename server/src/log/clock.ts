// The clock of a log on one machine: it reads the wall once and then follows the monotonic clock.

/** Where a clock gets its milliseconds from; tests and the simulation bring their own. */
export interface TimeSource {
  /** The time of day, which somebody may set forward or back. */
  wall(): number;
  /** Milliseconds since some fixed moment, which nobody can set. */
  monotonic(): number;
}

export const systemTime: TimeSource = { wall: () => Date.now(), monotonic: () => performance.now() };

/** Whole ms, starting at the wall's time but not below `notBelow` (the log's last entry), and never running backwards. */
export const startClock = (time: TimeSource, notBelow: number): (() => number) => {
  const start = Math.max(Math.floor(time.wall()), notBelow);
  const since = time.monotonic();
  return () => start + Math.floor(time.monotonic() - since);
};
