// How late the event loop is: a timer that fires again and again, against the time it should have.

/** Often enough to know how late most things are; every time wakes a process that may have nothing else to do. */
const EVERY_MS = 100;

/** Tells `lagged` the seconds by which each of many timers was late; the returned function ends it. */
export const watchEventLoop = (lagged: (seconds: number) => void): (() => void) => {
  let dueAt = performance.now() + EVERY_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    lagged(Math.max(0, now - dueAt) / 1000);
    dueAt = now + EVERY_MS;
  }, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
};
