// The changing digits on the big screen: who can read them is in the room, and a crowd of bots is not.
import { refused, TIMING } from '@oneliner/shared';
import type { CommandOf } from './commands.ts';
import type { Effects, Rule } from './outcome.ts';
import type { RoomState } from './state.ts';

const pinAt = (state: RoomState, turnsAgo: number): string | undefined => {
  const { pins } = state;
  if (!pins || pins.turn < turnsAgo) return undefined;
  return pins.drawn[(pins.turn - turnsAgo) % pins.drawn.length];
};

/** The digits that the screen shows now; null where none are asked for. */
export const presentPin = (state: RoomState): string | null => pinAt(state, 0) ?? null;

/** Whether these digits let somebody in: those on the screen, or those before, as typing takes a while. */
export const isPinGood = (state: RoomState, pin: string | null): boolean =>
  !state.pins || (pin !== null && (pin === pinAt(state, 0) || pin === pinAt(state, 1)));

/** The next digits; they are shown for a minute from now. */
export function turnPin(state: RoomState, at: number, effects: Effects): void {
  if (!state.pins) return;
  state.pins.turn += 1;
  state.pins.turnsAt = at + TIMING.pinEveryMs;
  effects.views = 'staff';
}

export const askPin: Rule<CommandOf<'ask-pin'>> = {
  check: (state, { pins }) => {
    if (pins?.length === 0) return refused('malformed');
    return (state.pins === null) === (pins === null) ? { ok: true, result: {} } : null;
  },
  change: (state, { pins }, at, effects) => {
    state.pins = pins && { drawn: pins, turn: 0, turnsAt: at + TIMING.pinEveryMs };
    effects.views = 'staff';
    return {};
  },
};
