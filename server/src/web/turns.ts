// One thing after another for each caller, and few that wait.

export type Turns = <T>(caller: object, act: () => Promise<T>) => Promise<T> | null;

/**
 * Runs what the same caller asks for one after the other, and different callers beside each other.
 * @returns null, and nothing is run, when `most` of this caller are under way or waiting.
 */
export const createTurns = (most: number): Turns => {
  const lines = new WeakMap<object, { last: Promise<unknown>; length: number }>();
  return (caller, act) => {
    const line = lines.get(caller) ?? { last: Promise.resolve(), length: 0 };
    if (line.length >= most) return null;
    line.length += 1;
    lines.set(caller, line);
    const turn = line.last.then(act, act).finally(() => {
      line.length -= 1;
      if (line.length === 0) lines.delete(caller);
    });
    line.last = turn;
    return turn;
  };
};
