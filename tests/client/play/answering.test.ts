// Answers of one phone: shown as chosen at once, as locked in only when the server has them.
import type { MeView, OpenPhase, RefusalName, RoomView } from '@oneliner/shared';
import { expect, it } from 'vitest';
import { Answering } from '../../../client/play/answering.svelte.ts';
import { Connection } from '../../../client/src/connection.ts';
import { FakeWorld } from '../fake-world.ts';

const me = { answer: null } as MeView;
const phase = (over: Partial<OpenPhase> = {}): OpenPhase => ({
  name: 'open',
  step: 3,
  number: 3,
  of: 12,
  prompt: 'Which?',
  question: { kind: 'choice', options: ['a', 'b', 'c', 'd'] },
  opensAt: 1000,
  closesAt: 21_000,
  changingAnswers: false,
  ...over,
});

const setUp = () => {
  const world = new FakeWorld();
  world.nowMs = 4000;
  const connection = new Connection(world, {});
  connection.start();
  world.line.events.opened();
  const answering = new Answering(connection, () => world.nowMs);
  const reply = async (index: number, refusal?: RefusalName) => {
    const sent = world.line.of('answer')[index];
    sent?.answered(refusal ? { ok: false, refusal: { name: refusal } } : { ok: true });
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { world, answering, reply };
};

it('is locked in only after the acknowledgement', async () => {
  const { world, answering, reply } = setUp();
  void answering.choose(phase(), 2, 0);
  expect(answering.given(3, me)).toEqual({ step: 3, option: 2, isLocked: false });
  expect(world.line.of('answer')[0]?.message).toEqual({
    step: 3,
    reply: { kind: 'choice', option: 2 },
    number: 1,
  });
  await reply(0);
  expect(answering.given(3, me)).toEqual({ step: 3, option: 2, isLocked: true });
});

it('is taken back with a sentence when the server refuses it', async () => {
  const { answering, reply } = setUp();
  void answering.choose(phase(), 2, 0);
  await reply(0, 'too-late');
  expect([answering.given(3, me), answering.problem(3)]).toEqual([null, { name: 'too-late' }]);
  expect(answering.problem(4)).toBeNull();
});

it('says that it is not saved yet while it is sent again', async () => {
  const { world, answering, reply } = setUp();
  void answering.choose(phase(), 2, 0);
  await reply(0, 'not-saved');
  expect(answering.given(3, me)).toEqual({ step: 3, option: 2, isLocked: false });
  expect(answering.problem(3)).toEqual({ name: 'not-saved' });
  world.pass(1000);
  await reply(1);
  expect([answering.given(3, me)?.isLocked, answering.problem(3)]).toEqual([true, null]);
});

it('is what the server knows after a reload', () => {
  const { answering } = setUp();
  const known = { answer: { step: 3, reply: { kind: 'choice', option: 1 } } } as MeView;
  expect(answering.given(3, known)).toEqual({ step: 3, option: 1, isLocked: true });
  expect(answering.given(4, known)).toBeNull();
});

it('rises in number where it may change, over a reload too', async () => {
  const { world, answering, reply } = setUp();
  const changing = phase({ changingAnswers: true });
  void answering.choose(changing, 2, 0);
  void answering.choose(changing, 0, 0);
  expect(world.line.of('answer').map(({ message }) => message)).toMatchObject([
    { number: 3000 },
    { number: 3001 },
  ]);
  await reply(0, 'already-answered');
  expect(answering.given(3, me)).toMatchObject({ option: 0, isLocked: false });
  await reply(1);
  expect(answering.given(3, me)).toMatchObject({ option: 0, isLocked: true });
});

it('is handed back with its receipt in a new epoch that lacks it, once, and only there', async () => {
  const { world, answering } = setUp();
  void answering.choose(phase(), 2, 0);
  world.line.of('answer')[0]?.answered({ ok: true, receipt: 'signed' });
  await new Promise((resolve) => setImmediate(resolve));
  const room = (epoch: number, over: Partial<OpenPhase> = {}) =>
    ({ version: [epoch, 9], phase: phase(over) }) as unknown as RoomView;
  const own = (epoch: number, answer: MeView['answer'] = null) =>
    ({ version: [epoch, 9], answer }) as unknown as MeView;
  answering.restore(room(0), own(0));
  answering.restore(room(1), own(0));
  answering.restore(room(1, { step: 4 }), own(1));
  expect(world.line.of('answer')).toHaveLength(1);
  answering.restore(room(1), own(1));
  answering.restore(room(1), own(1));
  expect(world.line.of('answer')).toHaveLength(2);
  expect(world.line.of('answer')[1]?.message).toEqual({
    step: 3,
    reply: { kind: 'choice', option: 2 },
    number: 1,
    receipt: 'signed',
  });
  answering.restore(room(2), own(2, { step: 3, reply: { kind: 'choice', option: 2 } }));
  expect(world.line.of('answer')).toHaveLength(2);
});

it('goes back to the answer that counts when a change is refused', async () => {
  const { answering, reply } = setUp();
  const changing = phase({ changingAnswers: true });
  void answering.choose(changing, 2, 0);
  await reply(0);
  void answering.choose(changing, 0, 0);
  await reply(1, 'too-late');
  expect(answering.given(3, me)).toEqual({ step: 3, option: 2, isLocked: true });
});
