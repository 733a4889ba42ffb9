// Which servers have the room open: one that died takes its connections along, and a room that lost all of them wakes.
import type { CommandOf } from './commands.ts';
import type { Effects, Rule } from './outcome.ts';
import { pauseAsOf } from './pausing.ts';
import { disconnect, graceFrom, isWaking, serverOf } from './presence.ts';
import type { RoomState } from './state.ts';

/** Nobody had the room open for a while: all connections are gone, and what ran stands still as of the entry before. */
function wake(state: RoomState, at: number, effects: Effects): void {
  const asOf = state.lastAt;
  state.halfToWake = Math.ceil(state.counted / 2);
  for (const player of state.players) {
    player.connection = null;
    player.awayAt = asOf;
  }
  state.present = 0;
  state.leaving = [];
  if (state.host.connections.length > 0) state.host = { connections: [], leftAt: asOf };
  for (const screen of state.screens) screen.connections = [];
  pauseAsOf(state, asOf, effects);
  if (!isWaking(state)) graceFrom(state, at);
  effects.views = 'all';
}

/** The connections at these servers are gone, with the grace that everybody has; the room goes on at the others. */
function loseConnections(state: RoomState, gone: ReadonlySet<string>, at: number, effects: Effects): void {
  const isGone = (connection: string | null): boolean =>
    connection !== null && gone.has(serverOf(connection));
  for (const player of state.players) {
    if (!isGone(player.connection)) continue;
    disconnect(state, player, at, false);
    effects.people.push(player.id);
    effects.tally = true;
  }
  const { host } = state;
  const staying = host.connections.filter((connection) => !isGone(connection));
  if (host.connections.length > 0 && staying.length === 0) {
    host.leftAt = at;
    effects.views = 'all';
  }
  host.connections = staying;
  for (const screen of state.screens) {
    if (!screen.connections.some(isGone)) continue;
    screen.connections = screen.connections.filter((connection) => !isGone(connection));
    effects.views ??= 'staff';
  }
}

export const serve: Rule<CommandOf<'serve'>> = {
  check: (state, { server, gone }) => {
    const isNews = !state.servers.includes(server) || gone.some((id) => state.servers.includes(id));
    return isNews ? null : { ok: true, result: {} };
  },
  change: (state, { server, gone }, at, effects) => {
    const lost = new Set(gone);
    const living = state.servers.filter((id) => !lost.has(id));
    if (living.length === 0) wake(state, at, effects);
    else loseConnections(state, lost, at, effects);
    state.servers = living.includes(server) ? living : [...living, server];
    return {};
  },
};

export const lost: Rule<CommandOf<'lost'>> = {
  check: (state, { epoch }) => (epoch > state.lostEpoch ? null : { ok: true, result: {} }),
  change: (state, { server, epoch }, at, effects) => {
    state.lostEpoch = epoch;
    state.servers = [server];
    wake(state, at, effects);
    return {};
  },
};

export const cease: Rule<CommandOf<'cease'>> = {
  check: (state, { server }) => (state.servers.includes(server) ? null : { ok: true, result: {} }),
  change: (state, { server }) => {
    state.servers = state.servers.filter((id) => id !== server);
    return {};
  },
};
