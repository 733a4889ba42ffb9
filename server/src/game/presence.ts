// Who is here: connections that come and go, and the grace of those who left.
import { refused, TIMING } from '@oneliner/shared';
import type { CommandOf, Who } from './commands.ts';
import type { Effects, Rule } from './outcome.ts';
import { beginCount } from './pausing.ts';
import { currentStep, playerIn } from './state.ts';
import type { Player, RoomState } from './state.ts';

/** The server that a connection is at: connections are named `SERVER:NUMBER`. */
export const serverOf = (connection: string): string => connection.split(':', 1)[0] ?? '';

/** Counts a player in or out, and keeps the number of those the present question waits for. */
function setCounted(state: RoomState, player: Player, isCounted: boolean): void {
  if (player.isCounted === isCounted) return;
  player.isCounted = isCounted;
  const by = isCounted ? 1 : -1;
  state.counted += by;
  const step = currentStep(state);
  if (step?.expected[player.id] && !step.answers[player.id]) step.waitingFor += by;
}

/** Lets the grace of those who left run out, up to `at`. */
export function settlePresence(state: RoomState, at: number, effects: Effects): void {
  while (state.leaving[0] && state.leaving[0].until <= at) {
    const { player: id } = state.leaving.shift() as { player: number };
    const player = playerIn(state, id);
    if (!player || player.connection !== null || player.awayAt + TIMING.presenceGraceMs > at) continue;
    setCounted(state, player, false);
    effects.tally = true;
  }
}

/** Takes a player's connection away, at once and without grace where `isForGood`. */
export function disconnect(state: RoomState, player: Player, at: number, isForGood: boolean): void {
  if (player.connection !== null) state.present -= 1;
  player.connection = null;
  player.awayAt = at;
  if (isForGood) setCounted(state, player, false);
  else leaves(state, player.id, at + TIMING.presenceGraceMs);
}

function cameBack(state: RoomState, who: Who, connection: string, effects: Effects): void {
  if (who.role === 'host') {
    state.host.connections.push(connection);
    state.host.leftAt = null;
    effects.views = 'all';
    return;
  }
  if (who.role === 'screen') {
    const screen = state.screens.find(({ id }) => id === who.screen);
    screen?.connections.push(connection);
    effects.views = 'staff';
    return;
  }
  const player = playerIn(state, who.player);
  if (!player) return;
  if (player.connection === null) state.present += 1;
  else effects.notices.push({ connection: player.connection, notice: 'replaced' });
  player.connection = connection;
  setCounted(state, player, true);
  effects.people.push(player.id);
  effects.tally = true;
}

/** Whether the room paused because no server was left, and waits for its people. */
export const isWaking = ({ phase }: RoomState): boolean =>
  phase.name === 'paused' && phase.why === 'waking' && phase.resumesAt === null;

/** PRESENCE-5: a room that woke goes on when the host or half of its players are back. */
function goOnIfAwake(state: RoomState, at: number, effects: Effects): void {
  if (!isWaking(state)) return;
  const isHalfBack = state.halfToWake > 0 && state.present >= state.halfToWake;
  if (state.host.connections.length === 0 && !isHalfBack) return;
  graceFrom(state, at + TIMING.resumeCountMs);
  beginCount(state, at, effects);
}

/** Who was here when the server died gets the grace from the moment the game goes on, not from the crash. */
export function graceFrom(state: RoomState, from: number): void {
  for (const player of state.players) {
    if (!player.isCounted || player.connection !== null) continue;
    player.awayAt = from;
    leaves(state, player.id, from + TIMING.presenceGraceMs);
  }
}

/** Keeps those who leave in the order in which their grace ends. */
function leaves(state: RoomState, player: number, until: number): void {
  let place = state.leaving.length;
  while ((state.leaving[place - 1]?.until ?? 0) > until) place -= 1;
  state.leaving.splice(place, 0, { player, until });
}

/** Somebody is here from now on. */
export function arrive(state: RoomState, who: Who, connection: string, at: number, effects: Effects): void {
  // A server that was taken for dead lives, or its last words came late: others look after it again, or it would keep them.
  const server = serverOf(connection);
  if (!state.servers.includes(server)) state.servers.push(server);
  cameBack(state, who, connection, effects);
  goOnIfAwake(state, at, effects);
}

const connectionOf = (state: RoomState, who: Who): string[] => {
  if (who.role === 'host') return state.host.connections;
  if (who.role === 'screen') return state.screens.find(({ id }) => id === who.screen)?.connections ?? [];
  return [playerIn(state, who.player)?.connection ?? ''];
};

const isKnown = (state: RoomState, who: Who): boolean =>
  who.role === 'host' ||
  (who.role === 'player' ? !!playerIn(state, who.player) : state.screens.some(({ id }) => id === who.screen));

/** Whether a player comes on the phone that has the seat now. */
const hasSeat = (state: RoomState, who: Who, secretHash: string | undefined): boolean =>
  who.role !== 'player' || secretHash === undefined || state.playerBySecret[secretHash] === who.player;

export const came: Rule<CommandOf<'came'>> = {
  check: (state, { who, connection, secretHash }) => {
    if (!isKnown(state, who) || !hasSeat(state, who, secretHash))
      return refused(who.role === 'screen' ? 'unknown-screen' : 'unknown-player');
    return connectionOf(state, who).includes(connection) ? { ok: true, result: {} } : null;
  },
  change: (state, { who, connection }, at, effects) => {
    arrive(state, who, connection, at, effects);
    return {};
  },
};

export const left: Rule<CommandOf<'left'>> = {
  check: (state, { who, connection }) =>
    connectionOf(state, who).includes(connection) ? null : refused('stale'),
  change: (state, { who, connection }, at, effects) => {
    if (who.role === 'host') {
      const { host } = state;
      host.connections = host.connections.filter((other) => other !== connection);
      if (host.connections.length > 0) return {};
      host.leftAt = at;
      effects.views = 'all';
    } else if (who.role === 'screen') {
      const screen = state.screens.find(({ id }) => id === who.screen);
      if (screen) screen.connections = screen.connections.filter((other) => other !== connection);
      effects.views = 'staff';
    } else {
      const player = playerIn(state, who.player);
      if (player) disconnect(state, player, at, false);
      effects.people.push(who.player);
      effects.tally = true;
    }
    return {};
  },
};
