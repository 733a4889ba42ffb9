// Guessing codes takes hours, and honest people who type them pass in seconds.
import { LIMITS } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import { createCodeGuard } from '../../../server/src/web/code-guard.ts';
import type { CodeGuard } from '../../../server/src/web/code-guard.ts';
import { Hours } from '../hours.ts';

const guardOn = (hours: Hours): CodeGuard => createCodeGuard(hours.later, hours.now);

const right = (): Promise<string | null> => Promise.resolve('room');
const wrong = (): Promise<string | null> => Promise.resolve(null);

/** Sends guesses from `addresses` as fast as it can for `ms`, and counts those that were answered. */
async function guessed(addresses: number, ms: number): Promise<number> {
  const hours = new Hours();
  const guard = guardOn(hours);
  let answered = 0;
  const guess = (address: string): void => {
    void guard.pass(address, wrong).then((found) => {
      if (found !== 'full') answered += 1;
      guess(address);
    });
  };
  for (let n = 0; n < addresses; n += 1) for (let line = 0; line < 20; line += 1) guess(`address ${n}`);
  await hours.pass(ms);
  return answered;
}

describe('guessing', () => {
  test('one address gets through one wrong code a second, so that 10,000 take hours', async () => {
    const inAMinute = await guessed(1, 60_000);
    expect(inAMinute).toBeLessThanOrEqual(61);
    expect(inAMinute).toBeGreaterThan(50);
    expect(10_000 / (inAMinute / 60) / 3600).toBeGreaterThan(2.5);
  });

  test('many addresses together get through three a second', async () => {
    expect(await guessed(40, 30_000)).toBeLessThanOrEqual(93);
  });

  test('ten thousand take hours from however many addresses', async () => {
    const hours = 2;
    expect(await guessed(40, hours * 3_600_000)).toBeLessThan(10_000);
  });

  test('a wrong code is answered after a second', async () => {
    const hours = new Hours();
    const begun = hours.now();
    let at = 0;
    void guardOn(hours)
      .pass('a', wrong)
      .then(() => (at = hours.now()));
    await hours.pass(5_000);
    expect(at - begun).toBe(LIMITS.wrongCodeDelayMs);
  });
});

describe('honest people', () => {
  test('three hundred right codes behind one address all pass at once', async () => {
    const hours = new Hours();
    const guard = guardOn(hours);
    const phones = Array.from({ length: 300 }, () => guard.pass('pub', right));
    await hours.pass(100);
    expect(await Promise.all(phones)).toEqual(phones.map(() => 'room'));
  });

  test('a few typing mistakes among them cost seconds, and nobody is locked out', async () => {
    const hours = new Hours();
    const guard = guardOn(hours);
    const phones = Array.from({ length: 300 }, (_, n) => guard.pass('pub', n % 30 === 0 ? wrong : right));
    await hours.pass(11_000);
    expect((await Promise.all(phones)).filter((found) => found === 'room').length).toBe(290);
  });

  test('an address that guesses does not keep another one out', async () => {
    const hours = new Hours();
    const guard = guardOn(hours);
    for (let n = 0; n < 300; n += 1) for (const thief of ['x', 'y', 'z', 'w']) void guard.pass(thief, wrong);
    let at = 0;
    const begun = hours.now();
    void guard.pass('pub', right).then(() => (at = hours.now()));
    await hours.pass(10_000);
    expect(at - begun).toBeLessThanOrEqual(2_000);
  });

  test('beyond what may wait, the next is sent away rather than kept', async () => {
    const hours = new Hours();
    const guard = guardOn(hours);
    const all = Array.from({ length: LIMITS.codesWaiting + 10 }, () => guard.pass('a', wrong));
    expect(await all.at(-1)).toBe('full');
    await hours.pass(0);
  });

  test('a look that fails gives its place back', async () => {
    const guard = guardOn(new Hours());
    await expect(guard.pass('a', () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
    expect(await guard.pass('a', right)).toBe('room');
  });
});
