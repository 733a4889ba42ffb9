// The pages connected to one room on this server, and what each of them is sent after an entry.
import { TIMING } from '@oneliner/shared';
import type { Notice, PlayerId, RoomView } from '@oneliner/shared';
import type { Who } from '../game/commands.ts';
import type { Effects } from '../game/outcome.ts';
import type { RoomState } from '../game/state.ts';
import { hostPeople, hostView, meView, roomView, screenPeople, screenView, tally } from '../game/views.ts';
import type { Later, Line } from './line.ts';

interface Attached {
  line: Line;
  who: Who;
}

export class Audience {
  readonly #code: string;
  readonly #state: () => RoomState;
  readonly #later: Later;
  readonly #attached = new Map<string, Attached>();
  /** Pages whose coming is on its way into the log. */
  readonly #coming = new Map<string, Attached>();
  /** Of those the newest of each player. */
  readonly #comingPlayers = new Map<PlayerId, Line>();
  /** The line of each player, so that `me` reaches it without a search. */
  readonly #players = new Map<PlayerId, Line>();
  /** Hosts and screens: a handful. */
  readonly #staff = new Map<string, Attached>();
  readonly #changed = new Set<PlayerId>();
  #isTallyDue = false;
  #isUpdateArmed = false;
  /** The same for all players; made anew when an entry changes everybody's view. */
  #room: RoomView | null = null;

  constructor(code: string, state: () => RoomState, later: Later) {
    this.#code = code;
    this.#state = state;
    this.#later = later;
  }

  whoIs(line: Line): Who | undefined {
    return this.#attached.get(line.id)?.who;
  }

  /**
   * A page is about to come. Whatever takes its role from it meanwhile is told to it, and it will not be attached: an
   * entry, or a newer line of the same player, behind which it could get into a log that fails for a while.
   */
  expect(line: Line, who: Who): void {
    if (who.role === 'player') {
      const older = this.#comingPlayers.get(who.player);
      if (older && older !== line) this.#dismiss(older.id, 'replaced');
      this.#comingPlayers.set(who.player, line);
    }
    this.#coming.set(line.id, { line, who });
  }

  /** Whose line it is, or is about to be. */
  roleOf(line: Line): Who | undefined {
    return (this.#attached.get(line.id) ?? this.#coming.get(line.id))?.who;
  }

  expects(line: Line): boolean {
    return this.#coming.has(line.id);
  }

  /** Shows a page that was expected everything it needs, and from now on what changes. */
  attach(line: Line, who: Who): void {
    this.#expectNoMore(line);
    this.#attached.set(line.id, { line, who });
    if (who.role === 'player') {
      this.#players.set(who.player, line);
      line.push('room', this.#roomView());
      this.#pushMe(who.player);
    } else {
      this.#staff.set(line.id, { line, who });
      this.#pushWhole({ line, who });
    }
  }

  /** Forgets a page; returns who it was. */
  detach(line: Line): Who | undefined {
    const who = this.whoIs(line);
    this.#expectNoMore(line);
    this.#attached.delete(line.id);
    this.#staff.delete(line.id);
    if (who?.role === 'player' && this.#players.get(who.player) === line) this.#players.delete(who.player);
    return who;
  }

  /** Shows everybody what an entry changed. */
  show(effects: Effects): void {
    for (const { connection, notice } of effects.notices) this.#dismiss(connection, notice);
    if (effects.views === 'all') {
      this.#room = null;
      const view = this.#roomView();
      for (const line of this.#players.values()) line.push('room', view);
    }
    if (effects.views) this.#showStaff();
    const players = effects.me === 'all' ? this.#players.keys() : effects.me;
    for (const player of players) this.#pushMe(player);
    if (!effects.views) this.#noteSmall(effects);
  }

  get isEmpty(): boolean {
    return this.#attached.size === 0 && this.#coming.size === 0;
  }

  /** Ends every connection, so that the pages dial anew and come to the room as it is now. */
  hangUp(): void {
    for (const { line } of this.#attached.values()) line.hangUp();
    for (const { line } of this.#coming.values()) line.hangUp();
  }

  /** Tells everybody that there is nothing more to see. They keep their roles, or what they still send would not be theirs to send. */
  close(notice: Notice): void {
    for (const { line } of this.#attached.values()) line.push('notice', notice);
    for (const { line } of this.#coming.values()) line.push('notice', notice);
  }

  #expectNoMore(line: Line): void {
    const who = this.#coming.get(line.id)?.who;
    this.#coming.delete(line.id);
    if (who?.role === 'player' && this.#comingPlayers.get(who.player) === line)
      this.#comingPlayers.delete(who.player);
  }

  #dismiss(connection: string, notice: Notice): void {
    const line = (this.#attached.get(connection) ?? this.#coming.get(connection))?.line;
    if (!line) return;
    line.push('notice', notice);
    this.detach(line);
  }

  #roomView(): RoomView {
    this.#room ??= roomView(this.#state(), this.#code);
    return this.#room;
  }

  #pushMe(player: PlayerId): void {
    const view = meView(this.#state(), player);
    if (view) this.#players.get(player)?.push('me', view);
  }

  #showStaff(): void {
    this.#changed.clear();
    this.#isTallyDue = false;
    for (const attached of this.#staff.values()) this.#pushWhole(attached);
  }

  #pushWhole({ line, who }: Attached): void {
    const state = this.#state();
    if (who.role === 'host') line.push('host', hostView(state, this.#code));
    if (who.role !== 'screen') return;
    const screen = state.screens.find(({ id }) => id === who.screen);
    if (screen?.isPaired) line.push('screen', screenView(state, this.#code));
    else if (screen) line.push('pairing', { word: screen.word });
  }

  /** Gathers small changes, so that host and screens get at most ten updates a second however many phones answer. */
  #noteSmall(effects: Effects): void {
    for (const player of effects.people) this.#changed.add(player);
    this.#isTallyDue ||= effects.tally;
    if (this.#isUpdateArmed || (this.#changed.size === 0 && !this.#isTallyDue)) return;
    this.#isUpdateArmed = true;
    this.#later(TIMING.updateEveryMs, () => {
      this.#isUpdateArmed = false;
      this.#pushSmall();
    });
  }

  #pushSmall(): void {
    if (this.#changed.size === 0 && !this.#isTallyDue) return;
    const state = this.#state();
    const counts = { version: state.version, tally: tally(state) };
    const changed = [...this.#changed];
    this.#changed.clear();
    this.#isTallyDue = false;
    for (const { line, who } of this.#staff.values()) {
      if (who.role === 'host') line.push('host-people', { ...counts, people: hostPeople(state, changed) });
      else if (
        who.role === 'screen' &&
        state.screens.some(({ id, isPaired }) => id === who.screen && isPaired)
      )
        line.push('screen-people', { ...counts, people: screenPeople(state, changed) });
    }
  }
}
