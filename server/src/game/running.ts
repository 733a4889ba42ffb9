// The course of a game: a quiz is prepared, started, and led from question to question to the podium.
import { readingMs, refused, TIMING } from '@oneliner/shared';
import type { PlayerId } from '@oneliner/shared';
import type { CommandOf, HostStep } from './commands.ts';
import type { Effects, Rule } from './outcome.ts';
import { rank } from './ranking.ts';
import { freshScores, passStep, scoreStep } from './scoring.ts';
import { currentStep, isGameOn } from './state.ts';
import type { PhaseState, Quiz, RoomState } from './state.ts';

function enter(state: RoomState, phase: PhaseState, effects: Effects): void {
  state.phase = phase;
  state.moment += 1;
  effects.views = 'all';
}

const autoAfter = (quiz: Quiz | undefined, at: number, ms: number): number | null =>
  quiz?.settings.advance === 'auto' ? at + ms : null;

/** Those who can answer the next question and are here; also how many they are. */
function presentPlayers(state: RoomState, step: number): { expected: Record<PlayerId, true>; count: number } {
  const expected: Record<PlayerId, true> = {};
  let count = 0;
  for (const player of state.players) {
    if (player.isRemoved || !player.isCounted || player.entersAt > step) continue;
    expected[player.id] = true;
    count += 1;
  }
  return { expected, count };
}

function announce(state: RoomState, at: number, effects: Effects): void {
  const { run } = state;
  const question = run?.quiz.questions[run.steps.length];
  if (!run || !question) return;
  state.lastStep += 1;
  const { expected, count } = presentPlayers(state, state.lastStep);
  const asked = { step: state.lastStep, question, answers: {}, answered: 0 };
  const step = { ...asked, expected, waitingFor: count, isVoid: false };
  run.steps.push(step);
  state.askedFacts.push(...question.factIds);
  if (state.lastStep <= state.voidThrough) return dropStep(state, at, effects);
  enter(state, { name: 'announced', announcedAt: at, opensAt: at + readingMs(question.prompt) }, effects);
}

function showLeaderboard(state: RoomState, at: number, effects: Effects): void {
  const nextAt = autoAfter(state.run?.quiz, at, TIMING.autoLeaderboardMs);
  enter(state, { name: 'leaderboard', nextAt }, effects);
}

/** The present question counts for nobody; the leaderboard stays as it was. */
export function dropStep(state: RoomState, at: number, effects: Effects): void {
  const { run } = state;
  const step = currentStep(state) ?? run?.steps.at(-1);
  if (!run || !step) return;
  step.isVoid = true;
  state.pending = null;
  passStep(run);
  showLeaderboard(state, at, effects);
  effects.me = 'all';
}

/** The options leave now; they may be answered from `opensAt` on. */
export function open(state: RoomState, opensAt: number, effects: Effects): void {
  const seconds = state.run?.quiz.settings.seconds ?? null;
  const closesAt = seconds === null ? null : opensAt + seconds * 1000;
  enter(state, { name: 'open', opensAt, closesAt }, effects);
}

export function reveal(state: RoomState, at: number, effects: Effects): void {
  const { run } = state;
  const step = currentStep(state);
  if (!run || !step) return;
  if (state.pending?.what === 'reveal') state.pending = null;
  const players = state.players.filter(({ isRemoved, entersAt }) => !isRemoved && entersAt <= step.step);
  scoreStep(
    run,
    step,
    players.map(({ id }) => id),
  );
  enter(state, { name: 'reveal', nextAt: autoAfter(run.quiz, at, TIMING.autoRevealMs) }, effects);
  effects.me = 'all';
}

export function podium(state: RoomState, effects: Effects): void {
  state.pending = null;
  enter(state, { name: 'podium' }, effects);
}

/** From the reveal to the leaderboard, from there to the next question; after the last one to the podium. */
export function advance(state: RoomState, at: number, effects: Effects): void {
  const { run, phase } = state;
  const isLast = run ? run.steps.length >= run.quiz.questions.length : true;
  const isOver = phase.name === 'reveal' || phase.name === 'leaderboard';
  if (isOver && isLast) podium(state, effects);
  else if (phase.name === 'reveal') showLeaderboard(state, at, effects);
  else if (phase.name === 'leaderboard') announce(state, at, effects);
}

export const prepare: Rule<CommandOf<'prepare'>> = {
  check: (state, { questions }) => {
    if (isGameOn(state)) return refused('not-now');
    return questions.length === 0 ? refused('no-questions') : null;
  },
  change: (state, { title, questions, settings, keepScores }, _at, effects) => {
    state.prepared = { title, questions, settings, keepScores };
    enter(state, { name: 'lobby' }, effects);
    return {};
  },
};

function pointsSoFar(state: RoomState): Record<PlayerId, number> {
  const base = { ...state.run?.base };
  for (const [player, { points }] of Object.entries(state.run?.scores ?? {})) base[Number(player)] = points;
  return base;
}

export const start: Rule<HostStep> = {
  check: (state) => (state.phase.name === 'lobby' && state.prepared ? null : refused('not-now')),
  change: (state, _command, at, effects) => {
    const quiz = state.prepared;
    if (!quiz) return {};
    const hasPlayed = state.run !== null;
    const base = quiz.keepScores ? pointsSoFar(state) : {};
    const scores = freshScores(base);
    state.run = { quiz, steps: [], scored: 0, base, scores, ranking: rank(scores) };
    state.prepared = null;
    if (hasPlayed) effects.me = 'all';
    announce(state, at, effects);
    return {};
  },
};

export const skip: Rule<HostStep> = {
  check: (state) => (state.phase.name === 'announced' ? null : refused('not-now')),
  change: (state, _command, at, effects) => {
    open(state, at + TIMING.optionsAheadMs, effects);
    return {};
  },
};

export const next: Rule<HostStep> = {
  check: ({ phase }) => (phase.name === 'reveal' || phase.name === 'leaderboard' ? null : refused('not-now')),
  change: (state, _command, at, effects) => {
    advance(state, at, effects);
    return {};
  },
};

/** "Reveal now" and "end" take effect after two seconds, so that they can be taken back before anything shows. */
const takeEffectLater = (
  what: 'reveal' | 'end',
  isAllowed: (state: RoomState) => boolean,
): Rule<HostStep> => ({
  check: (state) => {
    if (!isAllowed(state)) return refused('not-now');
    return state.pending?.what === what ? { ok: true, result: {} } : null;
  },
  change: (state, _command, at, effects) => {
    state.pending = { what, at: at + TIMING.takeBackMs };
    effects.views = 'staff';
    return {};
  },
});

export const revealNow = takeEffectLater('reveal', ({ phase }) => phase.name === 'open');
export const end = takeEffectLater('end', isGameOn);

export const takeBack: Rule<HostStep> = {
  check: ({ pending }) => (pending ? null : refused('stale')),
  change: (state, _command, _at, effects) => {
    state.pending = null;
    effects.views = 'staff';
    return {};
  },
};
