// The lengths of time that server and pages share must fit each other.
import { TIMING, readingMs } from '@oneliner/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('reading takes 3 to 8 seconds, and a longer text never less', () => {
  const length = fc.nat({ max: 400 });
  fc.assert(
    fc.property(length, length, (a, b) => {
      const [short, long] = [Math.min(a, b), Math.max(a, b)].map((count) => readingMs('x'.repeat(count)));
      expect(short).toBeGreaterThanOrEqual(3000);
      expect(long).toBeLessThanOrEqual(8000);
      expect(short).toBeLessThanOrEqual(long ?? 0);
    }),
  );
});

test('the close waits for the slowest answer that still counts', () => {
  expect(TIMING.closeGraceMs).toBeGreaterThan(TIMING.creditCapMs);
});

test('the options leave while the question is still being read', () => {
  expect(TIMING.optionsAheadMs).toBeLessThan(readingMs(''));
});
