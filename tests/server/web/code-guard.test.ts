// Guessing codes takes hours, and honest people who type them pass in seconds.
import { LIMITS, refused } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import { createCodeGuard } from '../../../server/src/web/code-guard.ts';
import type { CodeGuard } from '../../../server/src/web/code-guard.ts';
import { createSharedPace } from '../../../server/src/web/shared-pace.ts';
import { Hours } from '../hours.ts';
import { openMemoryHome } from '../log/memory-disk.ts';
import { SharedDisk } from '../log/shared-disk.ts';

const guardOn = (hours: Hours): CodeGuard => createCodeGuard(hours.later, hours.now);

const right = (): Promise<string | null> => Promise.resolve('room');
const wrong = (): Promise<string | null> => Promise.resolve(null);

/** Sends guesses from `addresses` to each of the guards as fast as it can; the function returned counts those that were answered. */
function guessOn(guards: CodeGuard[], addresses: number, look: () => Promise<unknown> = wrong): () => number {
  let answered = 0;
  const guess = (guard: CodeGuard, address: string): void => {
    void guard.pass(address, look).then((found) => {
      if (found !== 'full') answered += 1;
      guess(guard, address);
    });
  };
  for (const guard of guards)
    for (let n = 0; n < addresses; n += 1)
      for (let line = 0; line < 20; line += 1) guess(guard, `address ${n}`);
  return () => answered;
}

async function guessed(addresses: number, ms: number): Promise<number> {
  const hours = new Hours();
  const answered = guessOn([guardOn(hours)], addresses);
  await hours.pass(ms);
  return answered();
}

/** Servers that share a shelf, which can be taken away from them. */
function farm(servers: number) {
  const hours = new Hours();
  const disk = new SharedDisk();
  const guards = Array.from({ length: servers }, () => {
    const { shelf } = openMemoryHome(hours.now, hours.later, disk);
    return createCodeGuard(hours.later, hours.now, createSharedPace(shelf, 'wrong-codes'));
  });
  return { hours, disk, guards };
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

describe('guessing on several servers', () => {
  const MANY = 40;
  /** Until the burst is over, however slowly it is used. */
  const LONG_MS = 15 * 60_000;

  test.each([2, 5])('takes as long on %i as on one', async (servers) => {
    const { hours, guards } = farm(servers);
    const answered = guessOn(guards, MANY);
    await hours.pass(LONG_MS);
    // Each may have one wrong code more before the first is charged.
    expect(answered()).toBeLessThanOrEqual((await guessed(MANY, LONG_MS)) + servers);
    expect(answered()).toBeGreaterThan(LIMITS.wrongCodesBurst);
  });

  test('goes on no faster than on one where the shelf is away, and gets no second burst then', async () => {
    const { hours, disk, guards } = farm(2);
    const answered = guessOn(guards, MANY);
    await hours.pass(LONG_MS);
    const before = answered();
    disk.isFull = true;
    await hours.pass(60_000);
    expect(answered() - before).toBeLessThanOrEqual(2 * 61);
    expect(answered() - before).toBeGreaterThan(0);
  });

  test('goes no faster where the log is away, and each is told so', async () => {
    const { hours, guards } = farm(1);
    const told: unknown[] = [];
    const away = () =>
      new Promise((resolve) => {
        hours.later(1, () => {
          resolve(refused('not-saved'));
        });
      });
    void guards[0]?.pass('pub', away).then((found) => told.push(found));
    const answered = guessOn(guards, MANY, away);
    await hours.pass(30_000);
    expect(told).toEqual([refused('not-saved')]);
    expect(answered()).toBeLessThanOrEqual(93);
  });

  test('keeps no right code waiting for a shelf that does not answer', async () => {
    const { hours } = farm(0);
    const guard = createCodeGuard(hours.later, hours.now, () => new Promise(() => undefined));
    void guard.pass('thief', wrong);
    let found: unknown;
    void guard.pass('pub', right).then((room) => (found = room));
    await hours.pass(0);
    expect(found).toBe('room');
  });

  test('lets a right code of an address that guesses pass as soon as on one', async () => {
    const { hours, guards } = farm(2);
    const [one, two] = guards as [CodeGuard, CodeGuard];
    for (const guard of [one, two]) void guard.pass('pub', wrong);
    let at = 0;
    const begun = hours.now();
    void two.pass('pub', right).then(() => (at = hours.now()));
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
