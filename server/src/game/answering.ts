// An answer: when it counts, which of several counts, and how long the player thought.
import { kinds, refused, TIMING } from '@oneliner/shared';
import type { AnswerReply } from '@oneliner/shared';
import type { CommandOf } from './commands.ts';
import type { Rule, Verdict } from './outcome.ts';
import { currentStep, phaseBeneath, playerIn } from './state.ts';
import type { RoomState, Step } from './state.ts';

type AnswerCommand = CommandOf<'answer'>;

/** Half the round trip that the server measured, within the cap. */
const creditOf = ({ credit }: AnswerCommand): number => Math.min(TIMING.creditCapMs, Math.max(0, credit));

const isSame = (a: AnswerReply, b: AnswerReply): boolean => a.kind === b.kind && a.option === b.option;

const findStep = (state: RoomState, step: number): Step | undefined =>
  state.run?.steps.find((asked) => asked.step === step);

/** What an earlier answer of the same player to the same question says about this one. */
function againstEarlier(state: RoomState, command: AnswerCommand, step: Step): Verdict {
  const earlier = step.answers[command.player];
  if (!earlier) return null;
  if (command.number === earlier.number && isSame(command.reply, earlier.reply))
    return { ok: true, result: { elapsedMs: earlier.elapsedMs } };
  if (command.number <= earlier.number) return refused('already-answered');
  return state.run?.quiz.settings.changingAnswers ? null : refused('already-answered');
}

/** Whether the phase and the time of arrival let the answer in. */
function againstClock(state: RoomState, command: AnswerCommand): Verdict {
  const beneath = phaseBeneath(state);
  if (beneath.name === 'announced') return refused('too-early');
  if (beneath.name !== 'open') return refused('too-late');
  if (command.vouchedMs !== undefined) return null;
  if (state.phase.name === 'paused' && command.receivedAt > state.phase.since) return refused('not-now');
  if (command.receivedAt < beneath.opensAt) return refused('too-early');
  const isLate = beneath.closesAt !== null && command.receivedAt > beneath.closesAt + creditOf(command);
  return isLate ? refused('too-late') : null;
}

export const answer: Rule<AnswerCommand> = {
  check: (state, command) => {
    const step = findStep(state, command.step);
    const repeat = step ? againstEarlier(state, command, step) : null;
    if (repeat) return repeat;
    const player = playerIn(state, command.player);
    if (!player) return refused('unknown-player');
    if (!step) return refused(command.step > state.lastStep ? 'too-early' : 'too-late');
    if (step !== currentStep(state)) return refused('too-late');
    if (player.entersAt > step.step) return refused('next-question');
    if (!kinds[step.question.body.kind].fits(step.question.body, command.reply))
      return refused('no-such-option');
    return againstClock(state, command);
  },
  change: (state, command, _at, effects) => {
    const step = currentStep(state);
    const beneath = phaseBeneath(state);
    if (!step || beneath.name !== 'open') return {};
    const player = playerIn(state, command.player);
    if (!step.answers[command.player]) {
      step.answered += 1;
      if (step.expected[command.player] && player?.isCounted) step.waitingFor -= 1;
    }
    const elapsedMs =
      command.vouchedMs ?? Math.max(0, command.receivedAt - creditOf(command) - beneath.opensAt);
    step.answers[command.player] = { reply: command.reply, number: command.number, elapsedMs };
    effects.people.push(command.player);
    effects.tally = true;
    return { elapsedMs };
  },
};
