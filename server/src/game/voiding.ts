// A question that cannot count: the log has lost its reveal, and people know its key.
import type { CommandOf } from './commands.ts';
import type { Rule } from './outcome.ts';
import { dropStep } from './running.ts';
import { currentStep, lastRevealed, phaseBeneath } from './state.ts';

export const voidLost: Rule<CommandOf<'void'>> = {
  check: (state, { through }) =>
    through <= Math.max(state.voidThrough, lastRevealed(state)) ? { ok: true, result: {} } : null,
  change: (state, { through }, at, effects) => {
    state.voidThrough = through;
    const beneath = phaseBeneath(state).name;
    const isAsked = beneath === 'announced' || beneath === 'open';
    if (isAsked && (currentStep(state)?.step ?? Infinity) <= through) dropStep(state, at, effects);
    return {};
  },
};
