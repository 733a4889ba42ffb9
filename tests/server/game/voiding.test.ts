// Questions that cannot count any more, since the log has lost a reveal that people had seen.
import { expect, test } from 'vitest';
import { meView, roomView } from '../../../server/src/game/views.ts';
import { openFirst, questions, refusalOf, setTable, waitForOpening } from './table.ts';

test('GAME-8 the question that is on counts for nobody, and the game goes on', () => {
  const table = setTable({}, questions(2));
  const [ana, ben] = [table.join('Ana'), table.join('Ben')];
  openFirst(table);
  table.answer(ana, 0);
  expect(refusalOf(table.do({ type: 'void', through: 1 }))).toBe('accepted');
  expect(roomView(table.state, 'CODE').phase).toMatchObject({ name: 'leaderboard', number: 1, isVoid: true });
  expect(meView(table.state, ana)).toMatchObject({ answer: { step: 1 }, result: null });
  expect(refusalOf(table.answer(ben, 0))).toBe('too-late');
  table.host('next');
  waitForOpening(table);
  table.answer(ana, 0);
  table.answer(ben, 1);
  table.untilPhase('reveal');
  expect(meView(table.state, ana)).toMatchObject({ result: { step: 2, right: true, bonus: 0 } });
  expect(table.state.run?.scores[ben]?.points).toBe(0);
});

test('GAME-8 where people are not back yet the room goes on waiting for them, and none who stay away are waited for', () => {
  const table = setTable({ seconds: 60 }, questions(2));
  const [ana, ben] = [table.join('Ana'), table.join('Ben')];
  openFirst(table);
  table.do({ type: 'lost', server: 'another', epoch: 2 });
  table.do({ type: 'void', through: 1 });
  expect(table.state.phase).toMatchObject({ name: 'paused', why: 'waking', from: { name: 'leaderboard' } });
  table.comeBack(ana);
  table.wait(3_000);
  expect(roomView(table.state, 'CODE').phase).toMatchObject({ name: 'leaderboard', isVoid: true });
  table.wait(8_000);
  table.do({ type: 'came', who: { role: 'host' }, connection: 'another:host' });
  expect(table.state.players[ben - 1]?.isCounted).toBe(false);
  table.host('next');
  waitForOpening(table);
  table.answer(ana, 0);
  table.wait(0);
  expect(table.state.phase.name).toBe('reveal');
});

test('GAME-8 a row of right answers goes on over it', () => {
  const table = setTable({}, questions(3));
  const ana = table.join('Ana');
  openFirst(table);
  table.answer(ana, 0);
  table.untilPhase('reveal');
  const points = table.state.run?.scores[ana]?.points;
  table.host('next');
  table.host('next');
  table.do({ type: 'void', through: 2 });
  expect(table.state.run?.scores[ana]).toMatchObject({ points, streak: 1, gained: 0, was: 1 });
  table.host('next');
  waitForOpening(table);
  table.answer(ana, 0);
  table.untilPhase('reveal');
  expect(table.state.run?.scores[ana]).toMatchObject({ streak: 2, bonus: 100 });
});

test('GAME-8 questions that were seen and are announced again are passed over, the last one too', () => {
  const table = setTable({}, questions(2));
  table.join('Ana');
  openFirst(table);
  table.do({ type: 'void', through: 2 });
  table.host('next');
  expect(roomView(table.state, 'CODE').phase).toMatchObject({ name: 'leaderboard', number: 2, isVoid: true });
  table.host('next');
  expect(table.state.phase.name).toBe('podium');
});

test('GAME-8 said twice, or of what is revealed, it changes nothing', () => {
  const table = setTable({}, questions(3));
  const ana = table.join('Ana');
  openFirst(table);
  table.answer(ana, 0);
  table.untilPhase('reveal');
  const before = structuredClone({ ...table.state, version: null });
  expect(refusalOf(table.do({ type: 'void', through: 1 }))).toBe('accepted');
  expect({ ...table.state, version: null }).toEqual(before);
});
