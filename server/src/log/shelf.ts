// A shelf for what is not a room: values under keys, each with its own expiry, in the same home as the log.

export interface Shelf {
  /** The value, or `null` when there is none or it has expired. */
  get(key: string): Promise<string | null>;
  /** Keeps `value` for `ttlMs`; resolves to whether it was saved. */
  put(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** Keeps `value` unless there is one already; resolves to the value that stands, or `null` when it was not saved. */
  claim(key: string, value: string, ttlMs: number): Promise<string | null>;
}
