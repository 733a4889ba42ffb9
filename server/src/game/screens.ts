// Big screens: invited by a key that works once, or asking by a word that the host confirms; and where phones find the game.
import { LIMITS, refused } from '@oneliner/shared';
import type { CommandOf } from './commands.ts';
import type { Effects, Rule } from './outcome.ts';
import type { RoomState, Screen } from './state.ts';

const bySecret = (state: RoomState, secretHash: string): Screen | undefined =>
  state.screens.find((screen) => screen.secretHash === secretHash);

const byId = (state: RoomState, id: number): Screen | undefined =>
  state.screens.find((screen) => screen.id === id);

const isInvited = (state: RoomState, keyHash: string | null): keyHash is string =>
  keyHash !== null && state.screenKeys[keyHash] === true;

const tellUnpaired = ({ connections }: Screen, effects: Effects): void => {
  for (const connection of connections) effects.notices.push({ connection, notice: 'unpaired' });
};

export const inviteScreen: Rule<CommandOf<'invite-screen'>> = {
  check: (state, { keyHash }) => (keyHash in state.screenKeys ? { ok: true, result: {} } : null),
  change: (state, { keyHash }) => {
    state.screenKeys[keyHash] = true;
    return {};
  },
};

export const askScreen: Rule<CommandOf<'ask-screen'>> = {
  check: (state, { secretHash, keyHash }) => {
    const known = bySecret(state, secretHash);
    if (known && (known.isPaired || !isInvited(state, keyHash)))
      return { ok: true, result: { screen: known.id } };
    const isRoom = known || state.screens.some(({ isPaired }) => !isPaired);
    return isRoom || state.screens.length < LIMITS.screensPerRoom
      ? null
      : refused({ name: 'too-many', seconds: 60 });
  },
  change: (state, { secretHash, keyHash, word }, _at, effects) => {
    const isPaired = isInvited(state, keyHash);
    if (isPaired) state.screenKeys[keyHash] = false;
    const known = bySecret(state, secretHash);
    effects.views = 'staff';
    if (known) {
      known.isPaired = isPaired;
      return { screen: known.id };
    }
    makeRoom(state, effects);
    state.lastScreen += 1;
    state.screens.push({ id: state.lastScreen, secretHash, word, isPaired, connections: [] });
    return { screen: state.lastScreen };
  },
};

/** One that only asks gives way, if it can one that has gone, so that a stranger cannot keep the host's own screen out. */
function makeRoom(state: RoomState, effects: Effects): void {
  if (state.screens.length < LIMITS.screensPerRoom) return;
  const asking = state.screens.filter(({ isPaired }) => !isPaired);
  const giving = asking.find(({ connections }) => connections.length === 0) ?? asking[0];
  if (giving) tellUnpaired(giving, effects);
  state.screens = state.screens.filter((screen) => screen !== giving);
}

export const pairScreen: Rule<CommandOf<'pair-screen' | 'unpair-screen'>> = {
  check: (state, { screen: id }) => {
    const screen = byId(state, id);
    if (!screen) return refused('unknown-screen');
    return screen.isPaired ? { ok: true, result: {} } : null;
  },
  change: (state, { screen: id }, _at, effects) => {
    const screen = byId(state, id);
    if (screen) screen.isPaired = true;
    effects.views = 'staff';
    return {};
  },
};

export const unpairScreen: Rule<CommandOf<'pair-screen' | 'unpair-screen'>> = {
  check: (state, { screen }) => (byId(state, screen) ? null : refused('unknown-screen')),
  change: (state, { screen: id }, _at, effects) => {
    const screen = byId(state, id);
    if (screen) tellUnpaired(screen, effects);
    state.screens = state.screens.filter((other) => other.id !== id);
    effects.views = 'staff';
    return {};
  },
};

export const chooseOrigin: Rule<CommandOf<'choose-origin'>> = {
  check: (state, { origin }) => (state.joinOrigin === origin ? { ok: true, result: {} } : null),
  change: (state, { origin }, _at, effects) => {
    state.joinOrigin = origin;
    effects.views = 'staff';
    return {};
  },
};
