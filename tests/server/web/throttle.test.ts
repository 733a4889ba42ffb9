// Token buckets: the burst, what comes back, the wait that is named, and bounded memory.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bucket, createThrottle } from '../../../server/src/web/throttle.ts';

const clockAt = (start: number) => {
  let time = start;
  return { now: () => time, pass: (ms: number) => (time += ms) };
};

describe('a bucket', () => {
  it('gives its burst at once, then names the seconds to wait', () => {
    const bucket = new Bucket({ burst: 2, perSecond: 0.5 }, () => 0);
    expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([0, 0, 2]);
  });

  it('fills again with time, never above its burst', () => {
    const clock = clockAt(0);
    const bucket = new Bucket({ burst: 2, perSecond: 1 }, clock.now);
    bucket.take();
    bucket.take();
    clock.pass(1000);
    expect(bucket.take()).toBe(0);
    clock.pass(3_600_000);
    expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([0, 0, 1]);
  });

  it('gives after the wait it named, and in any stretch no more than burst and rate allow', () => {
    const rates = fc.record({
      burst: fc.integer({ min: 1, max: 50 }),
      perSecond: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(rates, fc.array(fc.nat(2000), { maxLength: 200 }), (rate, pauses) => {
        const clock = clockAt(0);
        const bucket = new Bucket(rate, clock.now);
        let given = 0;
        for (const pause of pauses) {
          clock.pass(pause);
          if (bucket.take() === 0) given += 1;
        }
        expect(given).toBeLessThanOrEqual(rate.burst + (clock.now() / 1000) * rate.perSecond + 1e-6);
        const wait = bucket.take();
        clock.pass(wait * 1000);
        if (wait > 0) expect(bucket.take()).toBe(0);
      }),
    );
  });
});

describe('a throttle', () => {
  it('counts each key for itself', () => {
    const throttle = createThrottle({ burst: 1, perSecond: 1 }, () => 0);
    expect([throttle.take('a'), throttle.take('b'), throttle.take('a')]).toEqual([0, 0, 1]);
  });

  it('remembers a bounded number of keys and forgets the one that was idle longest', () => {
    const throttle = createThrottle({ burst: 1, perSecond: 1 }, () => 0, 2);
    throttle.take('a');
    throttle.take('b');
    throttle.take('a');
    throttle.take('c');
    expect([throttle.take('a'), throttle.take('b')]).toEqual([1, 0]);
  });

  it('remembers nobody any longer than their bucket needs to be full again', () => {
    const clock = clockAt(0);
    const throttle = createThrottle({ burst: 10, perSecond: 2 }, clock.now);
    for (let n = 0; n < 100; n += 1) throttle.take(`caller ${n}`);
    clock.pass(4000);
    throttle.take('late');
    expect(throttle.remembered()).toBe(101);
    clock.pass(1000);
    throttle.take('later');
    expect(throttle.remembered()).toBe(2);
  });
});
