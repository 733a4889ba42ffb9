// Answers kept for texts that are asked about again and again, as far as memory is cheap.

const MOST = 4000;

/** The same function, which works each text out once; it forgets all when it knows too many. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
}
