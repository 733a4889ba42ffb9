// When an answer counts, which of several, and how long the player thought.
import { describe, expect, test } from 'vitest';
import { openFirst, refusalOf, setTable } from './table.ts';

const opened = (settings: Parameters<typeof setTable>[0] = {}) => {
  const table = setTable(settings);
  const ana = table.join('Ana');
  const ben = table.join('Ben');
  openFirst(table);
  return { table, ana, ben };
};

const elapsed = (table: ReturnType<typeof setTable>, player: number) =>
  table.state.run?.steps.at(-1)?.answers[player]?.elapsedMs;

describe('answering', () => {
  test('ANSWER-1 a repeat gets its first verdict and counts once, also after the reveal', () => {
    const { table, ana } = opened();
    expect(refusalOf(table.answer(ana, 2))).toBe('accepted');
    table.wait(3_000);
    expect(refusalOf(table.answer(ana, 2))).toBe('accepted');
    expect(elapsed(table, ana)).toBe(0);
    expect(table.state.run?.steps[0]?.answered).toBe(1);
    table.untilPhase('reveal');
    expect(refusalOf(table.answer(ana, 2))).toBe('accepted');
    expect(table.state.run?.steps[0]?.answered).toBe(1);
  });

  test('ANSWER-1 a repeat gets its first verdict although its player was removed meanwhile', () => {
    const { table, ana } = opened();
    table.answer(ana, 2);
    table.do({ type: 'remove', players: [ana] });
    expect(refusalOf(table.answer(ana, 2))).toBe('accepted');
    expect(refusalOf(table.answer(ana, 1, { number: 2 }))).toBe('already-answered');
  });

  test('ANSWER-2 an answer is final', () => {
    const { table, ana } = opened();
    table.answer(ana, 2);
    expect(refusalOf(table.answer(ana, 1))).toBe('already-answered');
    expect(refusalOf(table.answer(ana, 1, { number: 2 }))).toBe('already-answered');
  });

  test('ANSWER-2 where answers may change, the highest number counts, at its own time', () => {
    const { table, ana } = opened({ changingAnswers: true });
    table.answer(ana, 2);
    table.wait(4_000);
    expect(refusalOf(table.answer(ana, 1, { number: 2 }))).toBe('accepted');
    expect(refusalOf(table.answer(ana, 2, { number: 1 }))).toBe('already-answered');
    expect(table.state.run?.steps[0]?.answers[ana]).toEqual({
      reply: { kind: 'choice', option: 1 },
      number: 2,
      elapsedMs: 4_000,
    });
    expect(table.state.run?.steps[0]?.answered).toBe(1);
  });

  test('ANSWER-3 before the opening it is too early, in the announcement and in the half second after it', () => {
    const table = setTable();
    const ana = table.join('Ana');
    table.host('start');
    expect(refusalOf(table.answer(ana, 0))).toBe('too-early');
    table.untilPhase('open');
    expect(refusalOf(table.answer(ana, 0))).toBe('too-early');
    table.wait(500);
    expect(refusalOf(table.answer(ana, 0))).toBe('accepted');
  });

  test('ANSWER-4 what was received by the closing time plus the credit counts', () => {
    const { table, ana, ben } = opened({ seconds: 5 });
    table.wait(5_200);
    expect(refusalOf(table.answer(ana, 0, { credit: 0 }))).toBe('too-late');
    expect(refusalOf(table.answer(ben, 0, { credit: 200 }))).toBe('accepted');
    expect(elapsed(table, ben)).toBe(5_000);
  });

  test('ANSWER-4 after the reveal it is too late', () => {
    const { table, ana } = opened({ seconds: 5 });
    table.untilPhase('reveal');
    expect(refusalOf(table.answer(ana, 0, { receivedAt: table.at - 1_000 }))).toBe('too-late');
  });

  test('ANSWER-5 thinking time is received − credit − opening, at least 0, and credit is capped', () => {
    const { table, ana, ben } = opened();
    table.answer(ana, 0, { credit: 100 });
    expect(elapsed(table, ana)).toBe(0);
    table.wait(2_000);
    table.answer(ben, 0, { credit: 99_999 });
    expect(elapsed(table, ben)).toBe(1_750);
  });

  test('ANSWER-6 what reached the server before a pause counts, what came after does not', () => {
    const { table, ana, ben } = opened();
    table.wait(1_000);
    const before = table.at;
    table.wait(10);
    table.host('pause');
    expect(refusalOf(table.answer(ana, 0, { receivedAt: before }))).toBe('accepted');
    expect(elapsed(table, ana)).toBe(1_000);
    table.wait(10);
    expect(refusalOf(table.answer(ben, 0))).toBe('not-now');
  });

  test('ANSWER-7 an option that the question has not is refused', () => {
    const { table, ana } = opened();
    expect(refusalOf(table.answer(ana, 4))).toBe('no-such-option');
  });

  test('ANSWER-7 a step that was never announced is too early, an old one too late', () => {
    const { table, ana } = opened();
    const reply = { kind: 'choice', option: 0 } as const;
    const to = (step: number) =>
      table.do({ type: 'answer', player: ana, step, reply, number: 1, receivedAt: table.at, credit: 0 });
    expect(refusalOf(to(2))).toBe('too-early');
    table.untilPhase('reveal');
    table.host('next');
    table.host('next');
    expect(refusalOf(to(1))).toBe('too-late');
  });

  test('ANSWER-8 an answer that was lost counts with its first time, also in a pause and after time was up', () => {
    const { table, ana, ben } = opened({ seconds: 20 });
    const handBack = (player: number) =>
      table.do({
        type: 'answer',
        player,
        step: 1,
        reply: { kind: 'choice', option: 0 },
        number: 1,
        receivedAt: table.at - 60_000,
        credit: 0,
        vouchedMs: 1234,
      });
    table.wake();
    expect(refusalOf(handBack(ana))).toBe('accepted');
    expect(elapsed(table, ana)).toBe(1234);
    table.do({ type: 'came', who: { role: 'host' }, connection: 'test:host 2' });
    table.untilPhase('reveal');
    expect(refusalOf(handBack(ben))).toBe('too-late');
    expect(table.state.run?.scores[ana]).toMatchObject({ right: true, gained: 969 });
  });
});
