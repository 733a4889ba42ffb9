// A pace that all servers of a shelf keep together: each turn begins where the last one of any of them ends.
import type { Shelf } from './shelf.ts';

/**
 * Takes the next turn of `ms`, which begins at `from` at the earliest; resolves to the moment it ends. Moments are ms of
 * the log's clock. Null where the shelf cannot be reached: it is not known then what the others have taken.
 */
export type SharedPace = (from: number, ms: number) => Promise<number | null>;

export const createSharedPace = (shelf: Pick<Shelf, 'get' | 'swap'>, key: string): SharedPace => {
  const take: SharedPace = async (from, ms) => {
    const last = await shelf.get(key);
    const end = Math.max(Number(last), from) + ms;
    // Forgotten when turns may begin behind it by themselves.
    const swapped = await shelf.swap(key, last, `${end}`, end - from);
    if (swapped === 'changed') return take(from, ms);
    return swapped === 'kept' ? end : null;
  };
  return (from, ms) => take(from, ms).catch(() => null);
};
