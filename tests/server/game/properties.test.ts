// What holds for every sequence of commands: replay, JSON, one answer each, consistent places and counts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../server/src/game/apply.ts';
import type { Command } from '../../../server/src/game/commands.ts';
import { scoreStep } from '../../../server/src/game/scoring.ts';
import { begin, currentStep } from '../../../server/src/game/state.ts';
import type { RoomState, Run } from '../../../server/src/game/state.ts';
import { hostView, meView, roomView, screenView } from '../../../server/src/game/views.ts';
import { questions, setTable } from './table.ts';
import type { Table } from './table.ts';

type Act = (table: Table) => void;

const player = fc.integer({ min: 1, max: 6 });
const option = fc.integer({ min: 0, max: 5 });
const hostSteps = ['start', 'skip', 'reveal', 'next', 'pause', 'resume', 'end', 'take-back'] as const;

const join = fc.nat({ max: 7 }).map((n): Act => (table) => {
  table.do({ type: 'join', secretHash: `s${n}`, name: `P${n}`, nameKey: `~P${n % 6}`, pin: null });
});
const come = player.map(
  (id): Act =>
    (table) =>
      void table.comeBack(id),
);
const leave = player.map(
  (id): Act =>
    (table) =>
      void table.leave(id),
);
const answer = fc
  .tuple(
    player,
    option,
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: -400, max: 400 }),
    fc.nat({ max: 400 }),
  )
  .map(([id, chosen, number, offset, credit]): Act => (table) => {
    table.answer(id, chosen, { number, credit, receivedAt: table.at + offset });
  });
const step = fc
  .tuple(fc.constantFrom(...hostSteps), fc.integer({ min: 0, max: 9 }))
  .map(([type, off]): Act => (table) => {
    table.do({ type, moment: off === 0 ? table.state.moment - 1 : table.state.moment });
  });
const wait = fc
  .oneof(fc.nat({ max: 900 }), fc.nat({ max: 9_000 }), fc.nat({ max: 30_000 }))
  .map((ms): Act => (table) => {
    table.wait(ms);
  });
const other = fc
  .oneof(
    player.map((id): Command => ({ type: 'remove', players: [id] })),
    fc.boolean().map((locked): Command => ({ type: 'lock', locked })),
    player.map((id): Command => ({ type: 'hand-over', player: id, keyHash: `k${id}` })),
    player.map((id): Command => ({ type: 'claim-seat', keyHash: `k${id}`, secretHash: `new${id}` })),
    fc
      .subarray(['test', 'other', 'third'])
      .map((gone): Command => ({ type: 'serve', server: 'third', gone })),
    fc.constant<Command>({ type: 'came', who: { role: 'host' }, connection: 'test:host 2' }),
    fc.constant<Command>({ type: 'left', who: { role: 'host' }, connection: 'test:host 2' }),
  )
  .map(
    (command): Act =>
      (table) =>
        void table.do(command),
  );
const act = fc.oneof(
  { weight: 3, arbitrary: join },
  { weight: 3, arbitrary: come },
  { weight: 2, arbitrary: leave },
  { weight: 8, arbitrary: answer },
  { weight: 6, arbitrary: step },
  { weight: 5, arbitrary: wait },
  { weight: 1, arbitrary: other },
);
const settings = fc.record({
  seconds: fc.constantFrom(null, 5, 20),
  points: fc.constantFrom('speed' as const, 'flat' as const),
  changingAnswers: fc.boolean(),
  advance: fc.constantFrom('host' as const, 'auto' as const),
  lateJoining: fc.boolean(),
});

const game = fc.tuple(settings, fc.array(act, { minLength: 10, maxLength: 120 }));

/** Checks `holds` on the table after every act of many random games. */
const always = (holds: (table: Table) => void): void => {
  fc.assert(
    fc.property(game, ([chosen, acts]) => {
      const table = setTable(chosen, questions(3, 1));
      for (const play of acts) {
        play(table);
        holds(table);
      }
    }),
    { numRuns: 150 },
  );
};

const allViews = (state: RoomState): unknown => [
  roomView(state, 'ACDEFG'),
  screenView(state, 'ACDEFG'),
  hostView(state, 'ACDEFG'),
  state.players.map(({ id }) => meView(state, id)),
];

describe('every sequence of commands', () => {
  test('replaying the log gives the same state as living through it', () => {
    fc.assert(
      fc.property(game, ([chosen, acts]) => {
        const table = setTable(chosen, questions(3, 1));
        for (const play of acts) play(table);
        const [first, ...rest] = JSON.parse(JSON.stringify(table.entries)) as Table['entries'];
        if (!first) throw new Error('a log begins with an entry');
        const state = begin(first);
        for (const entry of rest) apply(state, entry);
        expect(state).toEqual(table.state);
      }),
      { numRuns: 150 },
    );
  });

  test('the state survives JSON, and folds on from there', () => {
    always((table) => {
      const copy = JSON.parse(JSON.stringify(table.state)) as RoomState;
      expect(copy).toEqual(table.state);
      table.state = copy;
    });
  });

  test('ANSWER-1 at most one answer of a player counts, only of players who were in, and the counts are right', () => {
    always(({ state }) => {
      for (const asked of state.run?.steps ?? []) {
        expect(Object.keys(asked.answers).length).toBe(asked.answered);
        for (const id of Object.keys(asked.answers))
          expect(state.players[Number(id) - 1]?.entersAt).toBeLessThanOrEqual(asked.step);
      }
    });
  });

  test('the counts that are kept are what a recount gives', () => {
    always(({ state }) => {
      const inRoom = state.players.filter(({ isRemoved }) => !isRemoved);
      expect(state.members).toBe(inRoom.length);
      expect(state.members).toBe(Object.keys(state.playerByName).length);
      expect(state.present).toBe(inRoom.filter(({ connection }) => connection !== null).length);
      expect(state.counted).toBe(state.players.filter(({ isCounted }) => isCounted).length);
      const asked = currentStep(state);
      if (!asked) return;
      const waitedFor = inRoom.filter(
        ({ id, isCounted }) => isCounted && asked.expected[id] && !asked.answers[id],
      );
      expect(asked.waitingFor).toBe(waitedFor.length);
    });
  });

  test('SCORE-4 SCORE-6 places are those of the points once there are any, and everybody ahead has more', () => {
    always(({ state }) => {
      const scores = Object.values(state.run?.scores ?? {});
      const isScored = scores.some(({ points }) => points > 0);
      for (const { points, place, ahead } of scores) {
        const better = scores.filter((other) => other.points > points).length;
        expect(place).toBe(isScored ? 1 + better : null);
        expect(ahead === null).toBe(better === 0);
        if (ahead !== null) expect(state.run?.scores[ahead]?.points).toBeGreaterThan(points);
      }
    });
  });

  test('SCORE-5 scores are the fold of the revealed questions', () => {
    always(({ state }) => {
      const { run } = state;
      if (!run || state.players.some(({ isRemoved }) => isRemoved)) return;
      const again: Run = { ...run, scores: {}, ranking: [], scored: 0 };
      for (const asked of run.steps.slice(0, run.scored))
        scoreStep(
          again,
          asked,
          state.players.filter(({ entersAt }) => entersAt <= asked.step).map(({ id }) => id),
        );
      const points = (of: Run) =>
        Object.entries(of.scores).map(([id, score]) => [id, score.points, score.streak]);
      for (const known of points(run)) expect(points(again)).toContainEqual(known);
    });
  });

  test('views can always be drawn, and the host’s moment never goes back', () => {
    const moments = new WeakMap<RoomState, number>();
    always(({ state }) => {
      expect(JSON.stringify(allViews(state)).length).toBeGreaterThan(100);
      expect(state.moment).toBeGreaterThanOrEqual(moments.get(state) ?? 0);
      moments.set(state, state.moment);
    });
  });
});
