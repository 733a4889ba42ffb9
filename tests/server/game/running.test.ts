// The course of a game, from the lobby to the podium and on to another quiz.
import { defaultSettings, TIMING } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import { openFirst, question, questions, refusalOf, setTable, waitForOpening } from './table.ts';

const prepare = (table: ReturnType<typeof setTable>, keepScores: boolean) =>
  table.do({
    type: 'prepare',
    moment: table.state.moment,
    title: 'More things',
    questions: questions(2),
    settings: defaultSettings,
    keepScores,
  });

const playThrough = (table: ReturnType<typeof setTable>, option: number) => {
  openFirst(table);
  table.answer(1, option);
  table.untilPhase('reveal');
  table.host('end');
  table.untilPhase('podium');
};

describe('the course of a game', () => {
  test('GAME-1 it goes question, reveal, leaderboard, and after the last reveal to the podium', () => {
    const table = setTable({}, questions(2));
    const ana = table.join('Ana');
    const seen: string[] = [table.state.phase.name];
    const see = () => seen.push(table.state.phase.name);
    table.host('start');
    for (let asked = 0; asked < 2; asked += 1) {
      see();
      waitForOpening(table);
      see();
      table.answer(ana, 0);
      table.wait(0);
      see();
      table.host('next');
      see();
      table.host('next');
    }
    expect(seen.join(' ')).toBe('lobby announced open reveal leaderboard announced open reveal podium');
    expect(refusalOf(table.host('next'))).toBe('not-now');
  });

  test('GAME-2 a second click was meant for a moment that has passed', () => {
    const table = setTable();
    const { moment } = table.state;
    expect(refusalOf(table.do({ type: 'start', moment }))).toBe('accepted');
    expect(refusalOf(table.do({ type: 'start', moment }))).toBe('stale');
    expect(table.state.run?.steps.length).toBe(1);
  });

  test('GAME-3 another quiz is prepared on the podium, not while a game runs', () => {
    const table = setTable();
    table.join('Ana');
    openFirst(table);
    expect(refusalOf(prepare(table, false))).toBe('not-now');
    table.host('end');
    table.untilPhase('podium');
    expect(refusalOf(prepare(table, false))).toBe('accepted');
    expect(table.state.phase.name).toBe('lobby');
    expect(table.state.members).toBe(1);
  });

  test('GAME-3 a quiz without questions is refused', () => {
    const table = setTable();
    const empty = { title: '', questions: [], settings: defaultSettings, keepScores: false };
    expect(refusalOf(table.do({ type: 'prepare', moment: table.state.moment, ...empty }))).toBe(
      'no-questions',
    );
  });

  test.each([
    [true, 2_000],
    [false, 1_000],
  ])('GAME-4 scores kept: %s gives %i points after the second quiz', (keepScores, points) => {
    const table = setTable({ streakBonus: false });
    table.join('Ana');
    playThrough(table, 0);
    prepare(table, keepScores);
    playThrough(table, 0);
    expect(table.state.run?.scores[1]).toMatchObject({ points, streak: 1 });
  });

  test('GAME-4 a start is shown to players one by one only where it takes a score from them', () => {
    const table = setTable();
    table.join('Ana');
    table.host('start');
    expect(table.effects.me).toEqual([]);
    table.host('end');
    table.untilPhase('podium');
    prepare(table, false);
    table.host('start');
    expect(table.effects.me).toBe('all');
  });

  test('GAME-4 steps go on counting, so that an answer of the last quiz never counts in this one', () => {
    const table = setTable();
    table.join('Ana');
    playThrough(table, 0);
    prepare(table, false);
    openFirst(table);
    expect(table.state.lastStep).toBe(2);
    const reply = { kind: 'choice', option: 0 } as const;
    const late = {
      type: 'answer',
      player: 1,
      step: 1,
      reply,
      number: 1,
      receivedAt: table.at,
      credit: 0,
    } as const;
    expect(refusalOf(table.do(late))).toBe('too-late');
  });

  test('GAME-5 "reveal now" waits two seconds and can be taken back; answers count on', () => {
    const table = setTable();
    const ana = table.join('Ana');
    openFirst(table);
    expect(refusalOf(table.host('reveal'))).toBe('accepted');
    table.wait(TIMING.takeBackMs - 1);
    expect(refusalOf(table.host('take-back'))).toBe('accepted');
    table.wait(5_000);
    expect(table.state.phase.name).toBe('open');
    expect(refusalOf(table.host('take-back'))).toBe('stale');
    table.host('reveal');
    expect(refusalOf(table.answer(ana, 0))).toBe('accepted');
    table.wait(TIMING.takeBackMs);
    expect(table.state.phase.name).toBe('reveal');
  });

  test('GAME-5 "reveal now" needs an open question, pausing takes it back', () => {
    const table = setTable();
    table.join('Ana');
    table.host('start');
    expect(refusalOf(table.host('reveal'))).toBe('not-now');
    waitForOpening(table);
    table.host('reveal');
    table.host('pause');
    expect(table.state.pending).toBeNull();
  });

  test('GAME-6 ending early leads to the podium, and a question that was not revealed gives nobody points', () => {
    const table = setTable();
    const [ana] = [table.join('Ana'), table.join('Ben')];
    openFirst(table);
    table.answer(ana, 0);
    table.host('end');
    table.wait(TIMING.takeBackMs);
    expect(table.state.phase.name).toBe('podium');
    expect(table.state.run?.scores).toEqual({});
    expect(refusalOf(table.host('end'))).toBe('not-now');
  });

  test('GAME-7 with automatic advance it plays itself to the podium', () => {
    const table = setTable({ advance: 'auto', seconds: 5 }, questions(2));
    table.join('Ana');
    table.host('start');
    table.untilPhase('reveal');
    const revealedAt = table.at;
    table.untilPhase('leaderboard');
    expect(table.at - revealedAt).toBe(TIMING.autoRevealMs);
    table.untilPhase('announced');
    expect(table.at - revealedAt).toBe(TIMING.autoRevealMs + TIMING.autoLeaderboardMs);
    table.untilPhase('podium');
    expect(table.state.run?.scored).toBe(2);
  });
});

describe('time', () => {
  test('TIME-1 a question opens after the time to read it, its options leave half a second before', () => {
    const table = setTable({}, [{ ...question(1), prompt: 'x'.repeat(100) }]);
    table.host('start');
    const announcedAt = table.at;
    table.untilPhase('open');
    expect(table.at).toBe(announcedAt + 6_500 - TIMING.optionsAheadMs);
    expect(table.state.phase).toMatchObject({ opensAt: announcedAt + 6_500 });
  });

  test('TIME-2 skipping the wait opens half a second later', () => {
    const table = setTable();
    table.host('start');
    table.host('skip');
    expect(table.state.phase).toMatchObject({ name: 'open', opensAt: table.at + TIMING.optionsAheadMs });
    expect(refusalOf(table.host('skip'))).toBe('not-now');
  });

  test('TIME-3 the close comes 300 ms after time is up', () => {
    const table = setTable({ seconds: 5 });
    table.join('Ana');
    openFirst(table);
    table.wait(5_299);
    expect(table.state.phase.name).toBe('open');
    table.wait(1);
    expect(table.state.phase.name).toBe('reveal');
  });

  test('TIME-3 an untimed question stays open', () => {
    const table = setTable({ seconds: null });
    table.join('Ana');
    openFirst(table);
    table.wait(3_600_000);
    expect(table.state.phase.name).toBe('open');
  });

  test('TIME-4 it closes early when everybody who was here has answered', () => {
    const table = setTable();
    const [ana, ben] = [table.join('Ana'), table.join('Ben')];
    openFirst(table);
    table.answer(ana, 0);
    table.wait(0);
    expect(table.state.phase.name).toBe('open');
    const late = table.join('Cy');
    table.answer(ben, 1);
    table.wait(0);
    expect(table.state.phase.name).toBe('reveal');
    expect(late).toBe(3);
  });

  test('TIME-4 somebody removed is not waited for', () => {
    const table = setTable();
    const [ana, ben] = [table.join('Ana'), table.join('Ben')];
    openFirst(table);
    table.answer(ana, 0);
    table.do({ type: 'remove', players: [ben] });
    table.wait(0);
    expect(table.state.phase.name).toBe('reveal');
  });

  test('TIME-4 it stays open without any answer, and where answers may change', () => {
    const empty = setTable({ seconds: 60 });
    openFirst(empty);
    empty.wait(50_000);
    expect(empty.state.phase.name).toBe('open');
    const changing = setTable({ seconds: 60, changingAnswers: true });
    changing.join('Ana');
    openFirst(changing);
    changing.answer(1, 0);
    changing.wait(50_000);
    expect(changing.state.phase.name).toBe('open');
  });

  test('TIME-5 a pause stops all times and going on shifts them', () => {
    const table = setTable({ seconds: 20 });
    const ana = table.join('Ana');
    openFirst(table);
    table.wait(4_000);
    table.host('pause');
    expect(refusalOf(table.host('pause'))).toBe('stale');
    table.wait(60_000);
    expect(table.state.phase.name).toBe('paused');
    table.host('resume');
    expect(refusalOf(table.host('resume'))).toBe('stale');
    table.wait(TIMING.resumeCountMs);
    expect(table.state.phase).toMatchObject({ name: 'open', closesAt: table.at + 16_000 });
    table.wait(1_000);
    table.answer(ana, 0);
    expect(table.state.run?.steps[0]?.answers[ana]?.elapsedMs).toBe(5_000);
  });

  test('TIME-5 pausing again during the count stops the count', () => {
    const table = setTable();
    table.join('Ana');
    openFirst(table);
    table.host('pause');
    table.host('resume');
    table.wait(2_000);
    expect(refusalOf(table.host('pause'))).toBe('accepted');
    table.wait(60_000);
    expect(table.state.phase).toMatchObject({ name: 'paused', resumesAt: null });
  });

  test('TIME-5 the announcement and the leaderboard can be paused, lobby and podium cannot', () => {
    const table = setTable({ advance: 'auto' });
    table.join('Ana');
    expect(refusalOf(table.host('pause'))).toBe('not-now');
    table.host('start');
    table.wait(1_000);
    table.host('pause');
    table.wait(30_000);
    table.host('resume');
    table.untilPhase('announced');
    expect(table.state.phase).toMatchObject({ opensAt: table.at + 2_000 });
    table.untilPhase('leaderboard');
    table.host('pause');
    table.wait(30_000);
    expect(table.state.phase.name).toBe('paused');
    table.host('end');
    table.untilPhase('podium');
    expect(refusalOf(table.host('pause'))).toBe('not-now');
  });

  test('TIME-6 what comes due too early or for a passed moment changes nothing', () => {
    const table = setTable();
    table.join('Ana');
    table.host('start');
    const before = structuredClone(table.state.phase);
    const { moment } = table.state;
    expect(refusalOf(table.do({ type: 'due', moment }))).toBe('too-early');
    expect(refusalOf(table.do({ type: 'due', moment: moment - 1 }))).toBe('stale');
    expect(table.state.phase).toEqual(before);
  });
});
