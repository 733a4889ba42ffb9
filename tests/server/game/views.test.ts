// Who sees what: nothing about the right option before its reveal, nothing secret ever.
import type { Question } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import {
  hostView,
  meView,
  roomView,
  screenPeople,
  screenView,
  tally,
} from '../../../server/src/game/views.ts';
import { openFirst, question, questions, setTable, waitForOpening } from './table.ts';
import type { Table } from './table.ts';

/** All that players and the screen may get at this moment. */
const outside = ({ state }: Table): string =>
  JSON.stringify([
    roomView(state, 'ACDEFG'),
    screenView(state, 'ACDEFG'),
    tally(state),
    screenPeople(state, [1, 2]),
    meView(state, 1),
    meView(state, 2),
  ]);

/** Plays `quiz` with always the same taps, and notes what left the server at every moment, question by question. */
function record(quiz: Question[]): { before: string[][]; after: string[] } {
  const table = setTable({ streakBonus: true }, quiz);
  const players = [table.join('Ana'), table.join('Ben')];
  const before: string[][] = [];
  const after: string[] = [];
  table.host('start');
  for (const _question of quiz) {
    const seen = [outside(table)];
    waitForOpening(table);
    seen.push(outside(table));
    table.host('pause');
    seen.push(outside(table));
    table.host('resume');
    table.untilPhase('open');
    table.wait(700);
    for (const player of players) {
      table.answer(player, player);
      seen.push(outside(table), JSON.stringify(table.effects));
    }
    before.push(seen);
    table.untilPhase('reveal');
    after.push(outside(table));
    table.host('next');
    table.host('next');
  }
  return { before, after };
}

describe('views', () => {
  test.each([0, 1, 2])(
    'VIEW-1 two quizzes that differ in the key of question %i give the same bytes until its reveal',
    (n) => {
      const one = questions(3, 1);
      const other = one.map((asked, index) => (index === n ? question(index + 1, 2) : asked));
      const [a, b] = [record(one), record(other)];
      expect(a.before.slice(0, n + 1)).toEqual(b.before.slice(0, n + 1));
      expect(a.after.slice(0, n)).toEqual(b.after.slice(0, n));
      expect(a.after[n]).not.toEqual(b.after[n]);
    },
  );

  test('VIEW-2 options are in no view before the question opens', () => {
    const table = setTable();
    table.join('Ana');
    table.host('start');
    expect(outside(table)).toContain('What is thing 1?');
    for (const option of ['red', 'green', 'blue', 'gold'])
      expect(outside(table)).not.toContain(`"${option}"`);
    table.untilPhase('open');
    expect(outside(table)).toContain('gold');
  });

  test('VIEW-3 a pause hides question and options', () => {
    const table = setTable();
    table.join('Ana');
    openFirst(table);
    table.host('pause');
    expect(roomView(table.state, 'ACDEFG').phase).toEqual({
      name: 'paused',
      why: 'host',
      from: 'open',
      number: 1,
      of: 3,
      resumesAt: null,
    });
    for (const text of ['thing 1', 'gold']) expect(outside(table)).not.toContain(text);
  });

  test('VIEW-4 no view carries a secret, a hash or the id of a question', () => {
    const table = setTable();
    const ana = table.join('Ana');
    table.do({ type: 'hand-over', player: ana, keyHash: 'seat-key-hash' });
    table.do({ type: 'invite-screen', keyHash: 'screen-key-hash' });
    const expectNoSecret = (): void => {
      const all = outside(table) + JSON.stringify(hostView(table.state, 'ACDEFG'));
      for (const secret of ['secret of Ana', 'seat-key-hash', 'screen-key-hash', '"hostHash"', '~Ana', 'c1'])
        expect(all).not.toContain(secret);
    };
    expectNoSecret();
    openFirst(table);
    expectNoSecret();
    for (const id of ['q1', 'f1', 'what it is']) expect(outside(table)).not.toContain(id);
    table.untilPhase('reveal');
    expectNoSecret();
    table.host('next');
    expect(table.state.phase.name).toBe('leaderboard');
    expectNoSecret();
  });

  test('VIEW-1 coming questions are in nobody’s view but their announcement’s', () => {
    const table = setTable();
    table.join('Ana');
    openFirst(table);
    expect(outside(table) + JSON.stringify(hostView(table.state, 'ACDEFG'))).not.toContain('thing 2');
  });

  test('the question’s text stays off the phones where the host chose so', () => {
    const table = setTable({ textOnPhones: false });
    table.join('Ana');
    openFirst(table);
    expect(roomView(table.state, 'ACDEFG').phase).toMatchObject({ prompt: null });
    expect(screenView(table.state, 'ACDEFG').phase).toMatchObject({ prompt: 'What is thing 1?' });
  });

  test('a player sees their result, place, and the distance to the next', () => {
    const table = setTable({ seconds: 20 });
    const [ana, ben] = [table.join('Ana'), table.join('Ben')];
    openFirst(table);
    table.answer(ana, 0);
    table.wait(10_000);
    table.answer(ben, 0);
    table.wait(0);
    expect(meView(table.state, ben)).toMatchObject({
      answer: { step: 1, reply: { option: 0 } },
      result: { step: 1, answered: true, right: true, points: 750, bonus: 0, elapsedMs: 10_000 },
      standing: { points: 750, place: 2, was: null, players: 2, ahead: { name: 'Ana', points: 250 } },
    });
    expect(meView(table.state, ana)?.standing).toMatchObject({ place: 1, ahead: null });
  });

  test('the reveal counts who chose what, and the board keeps removed players out', () => {
    const table = setTable();
    for (const name of ['Ana', 'Ben', 'Cy']) table.join(name);
    openFirst(table);
    table.answer(1, 0);
    table.answer(2, 2);
    table.answer(3, 2);
    table.wait(0);
    expect(screenView(table.state, 'ACDEFG').phase).toMatchObject({
      reveal: { key: 0, chosen: [1, 0, 2, 0] },
    });
    table.do({ type: 'remove', players: [1] });
    table.host('next');
    const board = roomView(table.state, 'ACDEFG').phase;
    expect(board.name === 'leaderboard' && board.rows.map(({ name }) => name)).toEqual(['Ben', 'Cy']);
  });
});
