// A shelf for what is not a room: values under keys, each with its own expiry, in the same home as the log.

/** What came of a swap; what was not saved may stand there all the same, as in the log. */
export type Swapped = 'kept' | 'changed' | 'not-saved';

export interface Shelf {
  /** Whether other servers have it, too. */
  readonly isShared: boolean;
  /** The value, or `null` when there is none or it has expired. */
  get(key: string): Promise<string | null>;
  /** Keeps `value` for `ttlMs`; resolves to whether it was saved. */
  put(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** Keeps `value` unless there is one already; resolves to the value that stands, or `null` when it was not saved. */
  claim(key: string, value: string, ttlMs: number): Promise<string | null>;
  /**
   * Keeps `value` in the place of `before` (`null`: of nothing), and changes nothing where another value stands by now.
   * So whoever has read a value can write the next one, and no write of somebody else is lost between the two.
   */
  swap(key: string, before: string | null, value: string, ttlMs: number): Promise<Swapped>;
}
