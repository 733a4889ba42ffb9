// Who is in the room: joining, locking, removing, and handing a seat to another phone.
import { LIMITS, refused } from '@oneliner/shared';
import type { CommandOf } from './commands.ts';
import type { Rule, Verdict } from './outcome.ts';
import { isPinGood } from './pins.ts';
import { arrive, disconnect } from './presence.ts';
import { rank } from './ranking.ts';
import { isGameOn, playerIn } from './state.ts';
import type { RoomState } from './state.ts';

function knownPhone(state: RoomState, secretHash: string): Verdict {
  const id = state.playerBySecret[secretHash];
  if (id === undefined) return null;
  return playerIn(state, id) ? { ok: true, result: { player: id } } : refused('removed');
}

export const join: Rule<CommandOf<'join'>> = {
  check: (state, { secretHash, name, nameKey, pin }) => {
    const known = knownPhone(state, secretHash);
    if (known) return known;
    if (state.isLocked) return refused('room-locked');
    if (!isPinGood(state, pin)) return refused('pin-needed');
    if (isGameOn(state) && state.run?.quiz.settings.lateJoining === false) return refused('no-late-joining');
    if (state.members >= LIMITS.playersPerRoom)
      return refused({ name: 'room-full', players: LIMITS.playersPerRoom });
    if (state.playerByName[nameKey] !== undefined) return refused({ name: 'name-taken', free: name });
    return null;
  },
  change: (state, { secretHash, name, nameKey, connection }, at, effects) => {
    const id = state.players.length + 1;
    state.players.push({
      id,
      name,
      nameKey,
      secretHash,
      connection: null,
      awayAt: at,
      isCounted: false,
      isRemoved: false,
      entersAt: isGameOn(state) ? state.lastStep + 1 : 0,
    });
    state.members += 1;
    state.playerBySecret[secretHash] = id;
    state.playerByName[nameKey] = id;
    effects.people.push(id);
    if (connection !== undefined) arrive(state, { role: 'player', player: id }, connection, at, effects);
    return { player: id };
  },
};

export const lock: Rule<CommandOf<'lock'>> = {
  check: (state, { locked }) => (state.isLocked === locked ? { ok: true, result: {} } : null),
  change: (state, { locked }, _at, effects) => {
    state.isLocked = locked;
    effects.views = 'staff';
    return {};
  },
};

export const remove: Rule<CommandOf<'remove'>> = {
  check: (state, { players }) =>
    players.some((id) => playerIn(state, id)) ? null : refused('unknown-player'),
  change: (state, { players }, at, effects) => {
    for (const id of players) {
      const player = playerIn(state, id);
      if (!player) continue;
      if (player.connection !== null)
        effects.notices.push({ connection: player.connection, notice: 'removed' });
      disconnect(state, player, at, true);
      player.isRemoved = true;
      state.members -= 1;
      Reflect.deleteProperty(state.playerByName, player.nameKey);
      if (state.run) Reflect.deleteProperty(state.run.scores, id);
    }
    if (state.run) state.run.ranking = rank(state.run.scores);
    effects.me = 'all';
    effects.views = 'all';
    return {};
  },
};

/** No player has this number: a key that was used stays known, so that a repeated hand-over does not renew it. */
const SPENT = 0;

export const handOver: Rule<CommandOf<'hand-over'>> = {
  check: (state, { player, keyHash }) => {
    if (!playerIn(state, player)) return refused('unknown-player');
    return keyHash in state.seatKeys ? { ok: true, result: {} } : null;
  },
  change: (state, { player, keyHash }) => {
    state.seatKeys[keyHash] = player;
    return {};
  },
};

export const claimSeat: Rule<CommandOf<'claim-seat'>> = {
  check: (state, { keyHash, secretHash }) => {
    const known = knownPhone(state, secretHash);
    if (known) return known;
    const seat = state.seatKeys[keyHash];
    return seat !== undefined && playerIn(state, seat) ? null : refused('key-spent');
  },
  change: (state, { keyHash, secretHash }, at, effects) => {
    const player = playerIn(state, state.seatKeys[keyHash] ?? 0);
    if (!player) return {};
    state.seatKeys[keyHash] = SPENT;
    Reflect.deleteProperty(state.playerBySecret, player.secretHash);
    if (player.connection !== null) {
      effects.notices.push({ connection: player.connection, notice: 'seat-taken' });
      disconnect(state, player, at, false);
    }
    player.secretHash = secretHash;
    state.playerBySecret[secretHash] = player.id;
    effects.people.push(player.id);
    return { player: player.id };
  },
};
