// A question that cannot count: the log has lost its reveal, and people know its key.
import type { CommandOf } from './commands.ts';
import type { Effects, Rule } from './outcome.ts';
import { dropStep } from './running.ts';
import { currentStep, lastRevealed, phaseBeneath } from './state.ts';
import type { RoomState } from './state.ts';

/** A pause stays, as of now: people are not back yet where the log has lost something. */
function drop(state: RoomState, at: number, effects: Effects): void {
  const before = state.phase;
  dropStep(state, at, effects);
  const after = state.phase;
  if (before.name === 'paused' && after.name === 'leaderboard')
    state.phase = { ...before, since: at, from: after };
}

export const voidLost: Rule<CommandOf<'void'>> = {
  check: (state, { through }) =>
    through <= Math.max(state.voidThrough, lastRevealed(state)) ? { ok: true, result: {} } : null,
  change: (state, { through }, at, effects) => {
    state.voidThrough = through;
    const beneath = phaseBeneath(state).name;
    const isAsked = beneath === 'announced' || beneath === 'open';
    if (isAsked && (currentStep(state)?.step ?? Infinity) <= through) drop(state, at, effects);
    return {};
  },
};
