// Token buckets: how much one connection or one address may do or send in a while. Memory is bounded, the clock comes in.

export interface Rate {
  /** What may come at once. */
  burst: number;
  /** What comes back each second. */
  perSecond: number;
}

export interface Throttle {
  /** Takes one, or `amount`, from the bucket of `key`; 0 when it was there, else the whole seconds until it will be. */
  take(key: string, amount?: number): number;
}

/** One bucket, full at first. */
export class Bucket {
  readonly #rate: Rate;
  readonly #now: () => number;
  #level: number;
  #at: number;

  /** `now` gives ms of a clock that does not run backwards. */
  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
    this.#level = rate.burst;
    this.#at = now();
  }

  /** Takes one, or `amount`; 0 when it was there, else the whole seconds until it will be. */
  take(amount = 1): number {
    const { burst, perSecond } = this.#rate;
    const time = this.#now();
    this.#level = Math.min(burst, this.#level + ((time - this.#at) / 1000) * perSecond);
    this.#at = time;
    if (this.#level < amount) return Math.max(1, Math.ceil((amount - this.#level) / perSecond));
    this.#level -= amount;
    return 0;
  }
}

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
      const bucket = used.get(key)?.bucket ?? new Bucket(rate, now);
      used.delete(key);
      used.set(key, { bucket, at });
      forget(at);
      return bucket.take(amount);
    },
    remembered: () => used.size,
  };
};
