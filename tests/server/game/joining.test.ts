// Who gets in, under which name, and who stays out.
import { LIMITS, TIMING } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import { playerIn } from '../../../server/src/game/state.ts';
import { nextDueAt } from '../../../server/src/game/due.ts';
import { hostView, meView, roomView, screenView } from '../../../server/src/game/views.ts';
import { openFirst, refusalOf, setTable } from './table.ts';

const joinAs = (name: string, secret = name) =>
  ({ type: 'join', secretHash: `secret of ${secret}`, name, nameKey: `~${name}`, pin: null }) as const;

describe('joining', () => {
  test('JOIN-1 a repeated join is the same player under the first name', () => {
    const table = setTable();
    const ana = table.join('Ana');
    expect(table.do(joinAs('Ana'))).toEqual({ ok: true, result: { player: ana } });
    expect(table.do(joinAs('Anabel', 'Ana'))).toEqual({ ok: true, result: { player: ana } });
    expect(playerIn(table.state, ana)?.name).toBe('Ana');
    expect(table.state.members).toBe(1);
  });

  test('JOIN-2 a locked room takes nobody new, but those who are in come back', () => {
    const table = setTable();
    const ana = table.join('Ana');
    table.do({ type: 'lock', locked: true });
    expect(refusalOf(table.do(joinAs('Ben')))).toBe('room-locked');
    expect(table.do(joinAs('Ana'))).toEqual({ ok: true, result: { player: ana } });
    table.do({ type: 'lock', locked: false });
    expect(refusalOf(table.do(joinAs('Ben')))).toBe('accepted');
  });

  test('JOIN-2 a full room says how many it holds', () => {
    const table = setTable();
    for (let n = 0; n < LIMITS.playersPerRoom; n += 1) table.do(joinAs(`P${n}`));
    expect(table.do(joinAs('One more'))).toEqual({
      ok: false,
      refusal: { name: 'room-full', players: LIMITS.playersPerRoom },
    });
  });

  test('JOIN-2 a running game without late joining takes nobody, its podium does', () => {
    const table = setTable({ lateJoining: false });
    table.join('Ana');
    openFirst(table);
    expect(refusalOf(table.do(joinAs('Ben')))).toBe('no-late-joining');
    table.host('end');
    table.untilPhase('podium');
    expect(refusalOf(table.do(joinAs('Ben')))).toBe('accepted');
  });

  test('JOIN-3 a taken name is refused, a removed player leaves theirs free', () => {
    const table = setTable();
    const ana = table.join('Ana');
    expect(refusalOf(table.do(joinAs('Ana', 'someone else')))).toBe('name-taken');
    table.do({ type: 'remove', players: [ana] });
    expect(refusalOf(table.do(joinAs('Ana', 'someone else')))).toBe('accepted');
  });

  test('JOIN-4 who joins late enters at the next question', () => {
    const table = setTable();
    const ana = table.join('Ana');
    openFirst(table);
    const ben = table.join('Ben');
    expect(refusalOf(table.answer(ben, 0))).toBe('next-question');
    expect(refusalOf(table.answer(ana, 0))).toBe('accepted');
    table.untilPhase('reveal');
    expect(table.state.run?.scores[ben]).toBeUndefined();
    table.host('next');
    openNext(table);
    expect(refusalOf(table.answer(ben, 0))).toBe('accepted');
  });

  test('JOIN-5 a removed phone stays out under any name, and is told', () => {
    const table = setTable();
    const ana = table.join('Ana');
    table.do({ type: 'remove', players: [ana] });
    expect(table.effects.notices).toEqual([{ connection: 'test:c1', notice: 'removed' }]);
    expect(refusalOf(table.do(joinAs('Zoe', 'Ana')))).toBe('removed');
    expect(table.state.members).toBe(0);
    expect(refusalOf(table.answer(ana, 0))).toBe('unknown-player');
  });

  test('JOIN-8 who joins by a connection is here by it at once, and only the first time', () => {
    const table = setTable({ seconds: 60 });
    const ben = table.join('Ben');
    const by = (connection: string) => table.do({ ...joinAs('Ana'), connection });
    by('test:line');
    expect(table.state.players[1]).toMatchObject({ connection: 'test:line', isCounted: true });
    expect(table.state.present).toBe(2);
    by('test:another');
    expect([table.state.players[1]?.connection, table.state.present]).toEqual(['test:line', 2]);
    openFirst(table);
    table.answer(ben, 0);
    expect(table.state.phase.name).toBe('open');
  });

  test('JOIN-7 where the screen asks for digits, a new player needs those shown now or those just before', () => {
    const table = setTable();
    const ana = table.join('Ana');
    table.do({ type: 'ask-pin', pins: ['1111', '2222', '3333'] });
    const joinWith = (name: string, pin: string | null) => refusalOf(table.do({ ...joinAs(name), pin }));
    expect([joinWith('Ben', null), joinWith('Ben', '2222'), joinWith('Ben', '1111')]).toEqual([
      'pin-needed',
      'pin-needed',
      'accepted',
    ]);
    table.wait(TIMING.pinEveryMs);
    expect([joinWith('Cy', '2222'), joinWith('Di', '1111')]).toEqual(['accepted', 'accepted']);
    table.wait(TIMING.pinEveryMs);
    expect([joinWith('Ed', '1111'), joinWith('Ed', '3333')]).toEqual(['pin-needed', 'accepted']);
    expect(table.do(joinAs('Ana'))).toEqual({ ok: true, result: { player: ana } });
    table.do({ type: 'ask-pin', pins: null });
    expect(joinWith('Flo', null)).toBe('accepted');
  });

  test('JOIN-7 the digits are on screens alone, and turn while a game runs', () => {
    const table = setTable({ seconds: null });
    table.join('Ana');
    table.do({ type: 'ask-pin', pins: ['1111', '2222'] });
    openFirst(table);
    table.wait(TIMING.pinEveryMs);
    expect(screenView(table.state, 'ACDEFG').pin).toBe('2222');
    expect(table.state.phase.name).toBe('open');
    const others = JSON.stringify([roomView(table.state, 'ACDEFG'), hostView(table.state, 'ACDEFG')]);
    expect(others).not.toMatch(/1111|2222/);
  });

  test('JOIN-5 a removed player leaves their place to the others', () => {
    const table = setTable();
    const [ana, ben, cy] = [table.join('Ana'), table.join('Ben'), table.join('Cy')];
    openFirst(table);
    table.answer(ana, 0);
    table.wait(1_000);
    table.answer(ben, 0);
    table.answer(cy, 1);
    table.wait(0);
    table.do({ type: 'remove', players: [ana] });
    expect(table.effects.me).toBe('all');
    expect(table.state.run?.ranking).toEqual([ben, cy]);
    expect(meView(table.state, ben)?.standing).toMatchObject({ place: 1, players: 2, ahead: null });
    expect(meView(table.state, cy)?.standing).toMatchObject({ place: 2, ahead: { name: 'Ben' } });
  });

  test('JOIN-6 a hand-over that comes again after its key was used does not renew it', () => {
    const table = setTable();
    const ana = table.join('Ana');
    const handOver = { type: 'hand-over', player: ana, keyHash: 'seat' } as const;
    table.do(handOver);
    table.do({ type: 'claim-seat', keyHash: 'seat', secretHash: 'new phone' });
    expect(refusalOf(table.do(handOver))).toBe('accepted');
    expect(refusalOf(table.do({ type: 'claim-seat', keyHash: 'seat', secretHash: 'a third' }))).toBe(
      'key-spent',
    );
  });

  test('JOIN-6 a phone that was on its way back when its seat went to another does not get it back', () => {
    const table = setTable();
    const ana = table.join('Ana');
    const who = { role: 'player', player: ana } as const;
    table.do({ type: 'hand-over', player: ana, keyHash: 'seat' });
    table.do({ type: 'claim-seat', keyHash: 'seat', secretHash: 'new phone' });
    table.do({ type: 'came', who, connection: 'test:new', secretHash: 'new phone' });
    const late = { type: 'came', who, connection: 'test:old', secretHash: 'secret of Ana' } as const;
    expect(refusalOf(table.do(late))).toBe('unknown-player');
    expect(table.state.players[0]?.connection).toBe('test:new');
  });

  test('JOIN-7 the digits turn only while somebody can see them', () => {
    const table = setTable();
    table.do({ type: 'ask-pin', pins: ['1111', '2222'] });
    table.do({ type: 'left', who: { role: 'host' }, connection: 'test:host 1' });
    expect(nextDueAt(table.state)).toBeNull();
    table.wait(TIMING.pinEveryMs * 60);
    table.do({ type: 'came', who: { role: 'host' }, connection: 'test:host 2' });
    table.wait(0);
    expect(screenView(table.state, 'ACDEFG').pin).toBe('2222');
  });

  test('JOIN-6 a seat goes to another phone once, with its score', () => {
    const table = setTable();
    const ana = table.join('Ana');
    openFirst(table);
    table.answer(ana, 0);
    table.untilPhase('reveal');
    const points = table.state.run?.scores[ana]?.points;
    table.do({ type: 'hand-over', player: ana, keyHash: 'seat' });
    const claim = { type: 'claim-seat', keyHash: 'seat', secretHash: 'new phone' } as const;
    expect(table.do(claim)).toEqual({ ok: true, result: { player: ana } });
    expect(table.effects.notices).toEqual([{ connection: 'test:c1', notice: 'seat-taken' }]);
    expect(table.do(claim)).toEqual({ ok: true, result: { player: ana } });
    expect(refusalOf(table.do({ ...claim, secretHash: 'a third phone' }))).toBe('key-spent');
    expect(table.state.playerBySecret['secret of Ana']).toBeUndefined();
    expect(table.state.run?.scores[ana]?.points).toBe(points);
  });
});

function openNext(table: ReturnType<typeof setTable>): void {
  table.host('next');
  table.untilPhase('open');
  table.wait(1000);
}
