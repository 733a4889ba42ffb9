// Connections that come and go, the grace of those who left, and waking after a crash.
import { describe, expect, test } from 'vitest';
import { hostView } from '../../../server/src/game/views.ts';
import { openFirst, refusalOf, setTable, waitForOpening } from './table.ts';

describe('presence', () => {
  test('PRESENCE-1 the newest connection wins, the older is told, and its leaving changes nothing', () => {
    const table = setTable();
    const ana = table.join('Ana');
    table.comeBack(ana);
    expect(table.effects.notices).toEqual([{ connection: 'test:c1', notice: 'replaced' }]);
    const older = table.do({ type: 'left', who: { role: 'player', player: ana }, connection: 'test:c1' });
    expect(refusalOf(older)).toBe('stale');
    expect(table.state.present).toBe(1);
    table.leave(ana);
    expect(table.state.present).toBe(0);
  });

  test('PRESENCE-1 the same connection coming twice counts once', () => {
    const table = setTable();
    const ana = table.join('Ana');
    const again = table.do({ type: 'came', who: { role: 'player', player: ana }, connection: 'test:c1' });
    expect(refusalOf(again)).toBe('accepted');
    expect(table.state.present).toBe(1);
    expect(table.effects.notices).toEqual([]);
  });

  test('PRESENCE-2 who is away for less than 8 s is still waited for', () => {
    const table = setTable();
    const [ana, ben] = [table.join('Ana'), table.join('Ben')];
    openFirst(table);
    table.leave(ben);
    table.answer(ana, 0);
    table.wait(7_999);
    expect(table.state.phase.name).toBe('open');
    table.wait(1);
    expect(table.state.phase.name).toBe('reveal');
  });

  test('PRESENCE-2 who came back within the grace is waited for on', () => {
    const table = setTable({ seconds: 60 });
    const [ana, ben] = [table.join('Ana'), table.join('Ben')];
    openFirst(table);
    table.leave(ben);
    table.answer(ana, 0);
    table.wait(5_000);
    table.comeBack(ben);
    table.wait(20_000);
    expect(table.state.phase.name).toBe('open');
    table.answer(ben, 1);
    table.wait(0);
    expect(table.state.phase.name).toBe('reveal');
  });

  test('PRESENCE-3 the host is away when the last of their pages is gone', () => {
    const table = setTable();
    const host = { role: 'host' } as const;
    table.do({ type: 'came', who: host, connection: 'test:host 2' });
    table.do({ type: 'left', who: host, connection: 'test:host 1' });
    expect(table.state.host.leftAt).toBeNull();
    table.wait(500);
    table.do({ type: 'left', who: host, connection: 'test:host 2' });
    expect(table.state.host.leftAt).toBe(table.at);
    table.do({ type: 'came', who: host, connection: 'test:host 3' });
    expect(table.state.host.leftAt).toBeNull();
  });

  test('PRESENCE-3 a screen whose old line comes and goes late is here all the same', () => {
    const table = setTable();
    const screen = { role: 'screen', screen: 1 } as const;
    table.do({ type: 'ask-screen', secretHash: 's', keyHash: null, word: 'otter' });
    const isHere = () => hostView(table.state, 'ACDEFG').screens.map(({ here }) => here);
    expect(isHere()).toEqual([false]);
    table.do({ type: 'came', who: screen, connection: 'test:new line' });
    table.do({ type: 'came', who: screen, connection: 'test:old line' });
    table.do({ type: 'left', who: screen, connection: 'test:old line' });
    expect(isHere()).toEqual([true]);
    table.do({ type: 'left', who: screen, connection: 'test:new line' });
    expect(isHere()).toEqual([false]);
  });

  test('PRESENCE-4 waking declares everybody gone and pauses as of the entry before', () => {
    const table = setTable();
    const ana = table.join('Ana');
    table.join('Ben');
    openFirst(table);
    table.wait(2_000);
    table.answer(ana, 0);
    const lastEntryAt = table.at;
    table.at += 3_600_000;
    expect(refusalOf(table.wake())).toBe('accepted');
    expect(table.state.phase).toMatchObject({ name: 'paused', why: 'waking', since: lastEntryAt });
    expect([table.state.present, table.state.host.connections]).toEqual([0, []]);
    const paused = structuredClone(table.state.phase);
    expect(refusalOf(table.do({ type: 'serve', server: 'a third', gone: [] }))).toBe('accepted');
    expect(table.state.phase).toEqual(paused);
  });

  test('PRESENCE-4 who never comes back after a crash in the lobby is not waited for later', () => {
    const table = setTable({ seconds: 60 });
    const [ana] = [table.join('Ana'), table.join('Ben')];
    table.wake();
    table.do({ type: 'came', who: { role: 'host' }, connection: 'test:host 2' });
    table.comeBack(ana);
    table.wait(8_000);
    openFirst(table);
    table.answer(ana, 0);
    table.wait(0);
    expect(table.state.phase.name).toBe('reveal');
  });

  test('PRESENCE-4 what the host had paused stays paused, also with an end on its way', () => {
    const table = setTable();
    table.join('Ana');
    openFirst(table);
    table.host('pause');
    table.host('end');
    table.wake();
    expect(table.state.phase).toMatchObject({ name: 'paused', why: 'host' });
    table.comeBack(1);
    table.wait(60_000);
    expect(table.state.phase).toMatchObject({ name: 'paused', why: 'host', resumesAt: null });
  });

  test('PRESENCE-5 a pause of the host in the count after waking is the host’s', () => {
    const table = setTable();
    table.join('Ana');
    openFirst(table);
    table.wake();
    table.do({ type: 'came', who: { role: 'host' }, connection: 'test:host 2' });
    table.host('pause');
    table.comeBack(1);
    table.wait(60_000);
    expect(table.state.phase).toMatchObject({ name: 'paused', why: 'host', resumesAt: null });
  });

  test('PRESENCE-2 who leaves just after waking has no longer grace than others', () => {
    const table = setTable({ seconds: 60 });
    for (const name of ['Ana', 'Ben', 'Cy']) table.join(name);
    openFirst(table);
    table.wake();
    table.do({ type: 'came', who: { role: 'host' }, connection: 'test:host 2' });
    table.comeBack(1);
    table.comeBack(2);
    table.leave(2);
    table.wait(8_000);
    table.do({ type: 'lock', locked: true });
    expect(table.state.players[1]?.isCounted).toBe(false);
    expect(table.state.players[2]?.isCounted).toBe(true);
  });

  test('PRESENCE-4 a lobby wakes without a pause', () => {
    const table = setTable();
    table.join('Ana');
    table.wake();
    expect(table.state.phase.name).toBe('lobby');
    expect(table.state.present).toBe(0);
  });

  test.each([
    [
      'the host',
      (table: ReturnType<typeof setTable>) =>
        table.do({ type: 'came', who: { role: 'host' }, connection: 'test:host 9' }),
    ],
    [
      'half of the players',
      (table: ReturnType<typeof setTable>) => {
        table.comeBack(1);
        expect(table.state.phase).toMatchObject({ name: 'paused', resumesAt: null });
        return table.comeBack(2);
      },
    ],
  ])('PRESENCE-5 a room that woke goes on when %s is back, with the time it had left', (_who, comeBack) => {
    const table = setTable({ seconds: 20 });
    for (const name of ['Ana', 'Ben', 'Cy']) table.join(name);
    openFirst(table);
    table.wait(5_000);
    table.answer(1, 0);
    table.at += 100_000;
    table.wake();
    comeBack(table);
    expect(table.state.phase).toMatchObject({ name: 'paused', resumesAt: table.at + 3_000 });
    table.wait(3_000);
    expect(table.state.phase).toMatchObject({ name: 'open', closesAt: table.at + 15_000 });
  });

  test('PRESENCE-5 after waking the grace of those who are not back yet begins when the game goes on', () => {
    const table = setTable({ seconds: 60 });
    for (const name of ['Ana', 'Ben']) table.join(name);
    openFirst(table);
    table.answer(1, 0);
    table.at += 100_000;
    table.wake();
    table.do({ type: 'came', who: { role: 'host' }, connection: 'test:host 9' });
    table.wait(3_000 + 7_999);
    expect(table.state.phase.name).toBe('open');
    table.wait(1);
    expect(table.state.phase.name).toBe('reveal');
  });

  test('PRESENCE-5 a count that was running when the server died begins again when people are back', () => {
    const table = setTable();
    table.join('Ana');
    openFirst(table);
    table.host('pause');
    table.host('resume');
    table.wake();
    expect(table.state.phase).toMatchObject({ name: 'paused', why: 'waking', resumesAt: null });
    table.comeBack(1);
    waitForOpening(table);
    expect(table.state.phase.name).toBe('open');
  });

  test('PRESENCE-6 a server that died takes its own connections along, and the game goes on', () => {
    const table = setTable({ seconds: 60 });
    const [ana, ben] = [table.join('Ana'), table.join('Ben')];
    const comeAt = (player: number, server: string) =>
      table.do({ type: 'came', who: { role: 'player', player }, connection: `${server}:${player}` });
    table.do({ type: 'serve', server: 'other', gone: [] });
    comeAt(ana, 'test');
    comeAt(ben, 'other');
    table.do({ type: 'came', who: { role: 'host' }, connection: 'other:host' });
    openFirst(table);
    expect(refusalOf(table.do({ type: 'serve', server: 'test', gone: ['other'] }))).toBe('accepted');
    expect(table.state.servers).toEqual(['test']);
    expect(table.state.phase.name).toBe('open');
    expect(table.state.players.map(({ connection }) => connection)).toEqual(['test:1', null]);
    expect(table.state.host.connections).toEqual(['test:host 1']);
    table.answer(ana, 0);
    table.wait(7_999);
    expect(table.state.phase.name).toBe('open');
    table.wait(1);
    expect(table.state.phase.name).toBe('reveal');
  });

  test('PRESENCE-6 who comes by the last words of a server that is gone does not stay for ever', () => {
    const table = setTable();
    const ana = table.join('Ana');
    const who = { role: 'player', player: ana } as const;
    table.do({ type: 'serve', server: 'other', gone: [] });
    table.do({ type: 'serve', server: 'test', gone: ['other'] });
    table.do({ type: 'came', who, connection: 'other:late' });
    expect(table.state.servers).toEqual(['test', 'other']);
    table.do({ type: 'serve', server: 'test', gone: ['other'] });
    expect([table.state.players[0]?.connection, table.state.present]).toEqual([null, 0]);
  });

  test('PRESENCE-6 a server that is declared gone twice is gone once', () => {
    const table = setTable();
    table.do({ type: 'serve', server: 'other', gone: [] });
    table.do({ type: 'serve', server: 'test', gone: ['other'] });
    const before = structuredClone({ ...table.state, version: null });
    table.do({ type: 'serve', server: 'test', gone: ['other'] });
    expect({ ...table.state, version: null }).toEqual(before);
  });

  test('PRESENCE-6 a server that lets go of a room is not missed when it dies', () => {
    const table = setTable({ seconds: 60 });
    table.do({ type: 'serve', server: 'other', gone: [] });
    table.do({ type: 'cease', server: 'other' });
    table.do({ type: 'cease', server: 'other' });
    expect(table.state.servers).toEqual(['test']);
  });

  test('PRESENCE-7 a loss of entries wakes the room, once for each loss', () => {
    const table = setTable({ seconds: 60 });
    const ana = table.join('Ana');
    openFirst(table);
    expect(refusalOf(table.do({ type: 'lost', server: 'one', epoch: 1 }))).toBe('accepted');
    expect(table.state.phase).toMatchObject({ name: 'paused', why: 'waking' });
    expect([table.state.present, table.state.servers]).toEqual([0, ['one']]);
    table.comeBack(ana);
    expect(refusalOf(table.do({ type: 'lost', server: 'two', epoch: 1 }))).toBe('accepted');
    expect(table.state.present).toBe(1);
    table.do({ type: 'lost', server: 'two', epoch: 2 });
    expect(table.state.present).toBe(0);
  });
});
