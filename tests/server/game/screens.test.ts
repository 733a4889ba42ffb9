// Screens: invited by a key that works once, or confirmed by the host.
import { LIMITS } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import { refusalOf, setTable } from './table.ts';

const ask = (secretHash: string, keyHash: string | null = null) =>
  ({ type: 'ask-screen', secretHash, keyHash, word: `word of ${secretHash}` }) as const;

describe('screens', () => {
  test('SCREEN-1 a key pairs one screen, once, and a reload of it stays paired', () => {
    const table = setTable();
    table.do({ type: 'invite-screen', keyHash: 'k' });
    table.do(ask('one', 'k'));
    table.do(ask('two', 'k'));
    expect(table.state.screens.map(({ isPaired }) => isPaired)).toEqual([true, false]);
    expect(table.do(ask('one', 'k'))).toEqual({ ok: true, result: { screen: 1 } });
    expect(table.state.screens[0]?.isPaired).toBe(true);
  });

  test('SCREEN-1 a screen that asked first is paired when it comes again with a key', () => {
    const table = setTable();
    table.do(ask('one'));
    table.do({ type: 'invite-screen', keyHash: 'k' });
    table.do(ask('one', 'k'));
    expect(table.state.screens).toMatchObject([{ id: 1, isPaired: true }]);
  });

  test('SCREEN-2 without a key it waits for the host, who can take it back', () => {
    const table = setTable();
    table.do(ask('one'));
    expect(table.state.screens).toMatchObject([{ id: 1, word: 'word of one', isPaired: false }]);
    table.do({ type: 'pair-screen', screen: 1 });
    expect(table.state.screens[0]?.isPaired).toBe(true);
    table.do({ type: 'came', who: { role: 'screen', screen: 1 }, connection: 'test:s' });
    table.do({ type: 'unpair-screen', screen: 1 });
    expect(table.effects.notices).toEqual([{ connection: 'test:s', notice: 'unpaired' }]);
    expect(table.state.screens).toEqual([]);
    expect(refusalOf(table.do({ type: 'pair-screen', screen: 1 }))).toBe('unknown-screen');
  });

  test('SCREEN-2 strangers that only ask cannot keep the host’s own screen out', () => {
    const table = setTable();
    for (let n = 0; n < LIMITS.screensPerRoom + 5; n += 1) table.do(ask(`stranger ${n}`));
    expect(table.state.screens.length).toBe(LIMITS.screensPerRoom);
    table.do({ type: 'invite-screen', keyHash: 'k' });
    table.do(ask('own', 'k'));
    expect(table.state.screens.at(-1)).toMatchObject({ isPaired: true });
  });

  test('SCREEN-1 an invitation that comes again after its key was used does not renew it', () => {
    const table = setTable();
    table.do({ type: 'invite-screen', keyHash: 'k' });
    table.do(ask('one', 'k'));
    expect(refusalOf(table.do({ type: 'invite-screen', keyHash: 'k' }))).toBe('accepted');
    table.do(ask('two', 'k'));
    expect(table.state.screens.map(({ isPaired }) => isPaired)).toEqual([true, false]);
  });

  test('SCREEN-2 where too many ask, those that went away give way first, and one that is still there is told', () => {
    const table = setTable();
    for (let n = 1; n <= LIMITS.screensPerRoom; n += 1) {
      table.do(ask(`screen ${n}`));
      if (n !== 7) table.do({ type: 'came', who: { role: 'screen', screen: n }, connection: `test:c${n}` });
    }
    table.do(ask('one more'));
    expect(table.effects.notices).toEqual([]);
    expect(table.state.screens.some(({ id }) => id === 7)).toBe(false);
    table.do(ask('and another'));
    expect(table.state.screens.some(({ word }) => word === 'word of one more')).toBe(false);
    table.do({ type: 'came', who: { role: 'screen', screen: table.state.lastScreen }, connection: 'test:c' });
    table.do(ask('the last'));
    expect(table.effects.notices).toEqual([{ connection: 'test:c1', notice: 'unpaired' }]);
  });

  test('SCREEN-2 a room full of paired screens takes no more', () => {
    const table = setTable();
    for (let n = 1; n <= LIMITS.screensPerRoom; n += 1) {
      table.do(ask(`screen ${n}`));
      table.do({ type: 'pair-screen', screen: n });
    }
    expect(refusalOf(table.do(ask('one more')))).toBe('too-many');
  });
});
