// Which servers live, of those that share a log.

export interface Fleet {
  /** Those of `servers` that live, or may: a doubt counts for them. Never rejects. */
  living(servers: readonly string[]): Promise<ReadonlySet<string>>;
  /** This server listens at its place by now: whoever listened there before lives no more. Never rejects. */
  takeSeat(): Promise<void>;
}

/** A server that has its log for itself: whoever had a room open before it lives no more. */
export const alone: Fleet = {
  living: () => Promise.resolve(new Set()),
  takeSeat: () => Promise.resolve(),
};
