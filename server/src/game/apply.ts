// The one fold of a room: state and entry in, outcome out. No clock, no randomness, no I/O.
import { refused } from '@oneliner/shared';
import { answer } from './answering.ts';
import type { Command, CommandOf, CommandType, Entry } from './commands.ts';
import { due } from './due.ts';
import { claimSeat, handOver, join, lock, remove } from './joining.ts';
import { askPin } from './pins.ts';
import { noEffects } from './outcome.ts';
import type { Outcome, Rule, Verdict } from './outcome.ts';
import { pause, resume } from './pausing.ts';
import { came, left, settlePresence } from './presence.ts';
import { end, next, prepare, revealNow, skip, start, takeBack } from './running.ts';
import { askScreen, chooseOrigin, inviteScreen, pairScreen, unpairScreen } from './screens.ts';
import { cease, lost, serve } from './serving.ts';
import type { RoomState } from './state.ts';
import { voidLost } from './voiding.ts';

type Rules = { [T in CommandType]: Rule<CommandOf<T>> };

const rules: Rules = {
  'open-room': { check: () => refused('not-now'), change: () => ({}) },
  'choose-origin': chooseOrigin,
  prepare,
  start,
  skip,
  reveal: revealNow,
  next,
  pause,
  resume,
  end,
  'take-back': takeBack,
  lock,
  'ask-pin': askPin,
  remove,
  join,
  'hand-over': handOver,
  'claim-seat': claimSeat,
  answer,
  came,
  left,
  'invite-screen': inviteScreen,
  'ask-screen': askScreen,
  'pair-screen': pairScreen,
  'unpair-screen': unpairScreen,
  due,
  serve,
  cease,
  lost,
  void: voidLost,
};

const ruleOf = (command: Command): Rule<Command> => rules[command.type] as Rule<Command>;

/**
 * What is already known about a command before it is appended: a refusal, the first verdict of a repeat, or null
 * when nothing stands against it. Reads only; the fold asks the same again, since the state may have moved on.
 */
export function check(state: RoomState, command: Command, at: number): Verdict {
  if ('moment' in command && command.moment !== state.moment) return refused('stale');
  return ruleOf(command).check(state, command, at);
}

/** Folds an entry into `state`, which it changes in place, and says what came of it. */
export function apply(state: RoomState, { epoch, seq, at, command }: Entry): Outcome {
  const effects = noEffects();
  settlePresence(state, at, effects);
  const answered = check(state, command, at) ?? {
    ok: true,
    result: ruleOf(command).change(state, command, at, effects),
  };
  state.version = [epoch, seq];
  state.lastAt = at;
  return { answered, effects };
}
