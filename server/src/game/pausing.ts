// Pausing and going on: times stand still from `since` and are shifted when the count of three is over.
import { refused, TIMING } from '@oneliner/shared';
import type { HostStep } from './commands.ts';
import type { Effects, Rule } from './outcome.ts';
import { isGameOn } from './state.ts';
import type { RoomState, RunningPhase } from './state.ts';

/** Whether something in the room goes on by itself as time passes. */
export function isRunningByClock({ phase, pending }: RoomState): boolean {
  if (pending) return true;
  switch (phase.name) {
    case 'announced':
    case 'open':
      return true;
    case 'reveal':
    case 'leaderboard':
      return phase.nextAt !== null;
    case 'paused':
      return phase.resumesAt !== null;
    default:
      return false;
  }
}

/**
 * Pauses what ran by the clock when the server died, as of `since`. A count of three begins again when people are back;
 * what the host had paused stays so.
 */
export function pauseAsOf(state: RoomState, since: number, effects: Effects): void {
  const { phase } = state;
  if (!isRunningByClock(state)) return;
  state.pending = null;
  state.moment += 1;
  effects.views = 'all';
  if (phase.name === 'paused') {
    const why = phase.resumesAt === null ? phase.why : 'waking';
    state.phase = { ...phase, why, resumesAt: null };
  } else if (phase.name !== 'lobby' && phase.name !== 'podium')
    state.phase = { name: 'paused', why: 'waking', since, from: phase, resumesAt: null };
}

export function beginCount(state: RoomState, at: number, effects: Effects): void {
  if (state.phase.name !== 'paused') return;
  state.phase.resumesAt = at + TIMING.resumeCountMs;
  state.moment += 1;
  effects.views = 'all';
}

const shifted = (time: number | null, by: number): number | null => (time === null ? null : time + by);

function shift(phase: RunningPhase, by: number): RunningPhase {
  switch (phase.name) {
    case 'announced':
      return { ...phase, announcedAt: phase.announcedAt + by, opensAt: phase.opensAt + by };
    case 'open':
      return { ...phase, opensAt: phase.opensAt + by, closesAt: shifted(phase.closesAt, by) };
    default:
      return { ...phase, nextAt: shifted(phase.nextAt, by) };
  }
}

/** The end of the count: the paused phase goes on with the time it had left. */
export function goOn(state: RoomState, effects: Effects): void {
  const { phase } = state;
  if (phase.name !== 'paused' || phase.resumesAt === null) return;
  state.phase = shift(phase.from, phase.resumesAt - phase.since);
  state.moment += 1;
  effects.views = 'all';
}

export const pause: Rule<HostStep> = {
  check: (state) => {
    if (!isGameOn(state)) return refused('not-now');
    return state.phase.name === 'paused' && state.phase.resumesAt === null ? refused('stale') : null;
  },
  change: (state, _command, at, effects) => {
    const { phase } = state;
    state.pending = null;
    state.moment += 1;
    if (phase.name === 'paused') state.phase = { ...phase, why: 'host', resumesAt: null };
    else if (phase.name !== 'lobby' && phase.name !== 'podium')
      state.phase = { name: 'paused', why: 'host', since: at, from: phase, resumesAt: null };
    effects.views = 'all';
    return {};
  },
};

export const resume: Rule<HostStep> = {
  check: (state) => {
    if (state.phase.name !== 'paused') return refused('not-now');
    return state.phase.resumesAt === null ? null : refused('stale');
  },
  change: (state, _command, at, effects) => {
    beginCount(state, at, effects);
    return {};
  },
};
