// The timers of the log, as an argument: the simulation runs the same code on a clock of its own.

/** Calls `action` once after `ms`; 0 is after what this turn of the event loop brings. The returned function calls it off. */
export type Later = (ms: number, action: () => void) => () => void;

export const systemLater: Later = (ms, action) => {
  if (ms === 0) {
    const immediate = setImmediate(action);
    return () => {
      clearImmediate(immediate);
    };
  }
  const timeout = setTimeout(action, ms);
  return () => {
    clearTimeout(timeout);
  };
};
