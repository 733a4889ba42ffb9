// Runs tasks side by side, a few at a time.

/** Runs every task, at most `lanes` at a time and begun in their order; resolves when the last is done. */
export const sideBySide = async (tasks: (() => Promise<void>)[], lanes: number): Promise<void> => {
  const waiting = tasks.values();
  const lane = async (): Promise<void> => {
    for (const task of waiting) await task();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};
