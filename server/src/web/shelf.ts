// What the edge needs of the shelf beside the log.

export interface Shelf {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** Keeps `value` in the place of `before` (`null`: of nothing), and changes nothing where another value stands by now. */
  swap(
    key: string,
    before: string | null,
    value: string,
    ttlMs: number,
  ): Promise<'kept' | 'changed' | 'not-saved'>;
}
