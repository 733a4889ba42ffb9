// Token buckets: how much one connection or one address may do or send in a while. Memory is bounded, the clock comes in.

export interface Rate {
  /** What may come at once. */
  burst: number;
  /** What comes back each second. */
  perSecond: number;
}

export interface Bucket {
  /** Takes one, or `amount`; 0 when it was there, else the whole seconds until it will be. */
  take(amount?: number): number;
}

export interface Throttle {
  /** Takes one, or `amount`, from the bucket of `key`; 0 when it was there, else the whole seconds until it will be. */
  take(key: string, amount?: number): number;
}

/** One full bucket. `now` gives ms of a clock that does not run backwards. */
export const createBucket = ({ burst, perSecond }: Rate, now: () => number): Bucket => {
  let level = burst;
  let at = now();
  return {
    take(amount = 1) {
      const time = now();
      level = Math.min(burst, level + ((time - at) / 1000) * perSecond);
      at = time;
      if (level < amount) return Math.max(1, Math.ceil((amount - level) / perSecond));
      level -= amount;
      return 0;
    },
  };
};

/**
 * A bucket for each key. A key is remembered only until its bucket is full again, as then nothing is lost with it; and of
 * more than `keys` of them, the one that was idle longest is forgotten.
 */
export const createThrottle = (
  rate: Rate,
  now: () => number,
  keys = 10_000,
): Throttle & { remembered(): number } => {
  const fullAfterMs = (rate.burst / rate.perSecond) * 1000;
  /** In order of last use. */
  const used = new Map<string, { bucket: Bucket; at: number }>();
  const forget = (time: number): void => {
    for (const [key, { at }] of used) {
      if (used.size <= keys && time - at < fullAfterMs) return;
      used.delete(key);
    }
  };
  return {
    take(key, amount) {
      const at = now();
      const bucket = used.get(key)?.bucket ?? createBucket(rate, now);
      used.delete(key);
      used.set(key, { bucket, at });
      forget(at);
      return bucket.take(amount);
    },
    remembered: () => used.size,
  };
};
