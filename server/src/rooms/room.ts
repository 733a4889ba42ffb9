// A live room: its log folded into a state, one timer for what is due, and the pages that are connected to it.
import { refused } from '@oneliner/shared';
import type { Notice, PhaseName, RefusalName, Refused, Reply } from '@oneliner/shared';
import { apply, check } from '../game/apply.ts';
import type { Command, CommandOf, CommandType, Entry, Who } from '../game/commands.ts';
import { nextDueAt } from '../game/due.ts';
import type { Answered, Verdict } from '../game/outcome.ts';
import { isPinGood } from '../game/pins.ts';
import { isRunningByClock } from '../game/pausing.ts';
import { begin, isKnownRules, lastRevealed } from '../game/state.ts';
import type { RoomState } from '../game/state.ts';
import type { Ending, RoomLog, Subscription } from '../log/room-log.ts';
import { Audience } from './audience.ts';
import type { Fleet } from '../log/fleet.ts';
import type { Broadcast, Later, Line } from './line.ts';

export interface RoomParts {
  log: RoomLog;
  later: Later;
  broadcast: Broadcast;
  /** The name under which this server appends; unique among servers and restarts. */
  serverId: string;
  /** The servers that share the log. */
  fleet: Fleet;
  /** Whether this server is on its way out, and nothing has to be insisted on any more. */
  isStopping(): boolean;
  /** The room cannot be kept: it expired, or its log lost it. */
  onGone(room: Room): void;
  /** Told of every entry that this server appended, for the journal; names only, never what was in it. */
  note(entry: EntryNote): void;
}

export interface EntryNote {
  room: string;
  seq: number;
  command: CommandType;
  /** Why the fold did not accept it; null when it did. */
  refusal: RefusalName | null;
}

export type FoundRoom = { ok: true; room: Room } | Refused;

/** How long to wait before something that must get into the log is tried again. */
const INSIST_MS = 1000;
/** Of several servers that have a room open the first one's timer fires first; what it did calls the others off. */
const TURN_MS = 60;

export class Room {
  readonly code: string;
  readonly #parts: RoomParts;
  readonly #audience: Audience;
  /** What came of the entries of this server whose senders still wait. */
  readonly #answered = new Map<number, Answered>();
  #state: RoomState | null = null;
  #subscription: Subscription | null = null;
  /** Whether its first entry names rules that this server does not know. */
  #isForeign = false;
  /** Whether this server is about to say that it has the room open. */
  #isReturning = false;
  /** Commands on their way to the log. */
  #underWay = 0;
  #isLive = false;
  #callOff: () => void = () => undefined;

  private constructor(code: string, parts: RoomParts) {
    this.code = code;
    this.#parts = parts;
    this.#audience = new Audience(code, () => this.state, parts.broadcast, parts.later);
  }

  /**
   * Opens a room from its log. Refuses where there is none, where it cannot be read, and where it goes by rules that
   * this server does not know.
   */
  static async open(code: string, parts: RoomParts): Promise<FoundRoom> {
    const room = new Room(code, parts);
    const read = await room.#read();
    if (!read.ok) return read;
    room.#isLive = true;
    // Nobody is let in before it stands in the log, or the game would go on by the clock of a server that died.
    await room.#serve();
    room.#arm();
    return { ok: true, room };
  }

  /** The fold of everything that stands in the log; to be read only. */
  get state(): RoomState {
    if (!this.#state) throw new Error(`room ${this.code} is read before its first entry`);
    return this.#state;
  }

  /** Whether nobody is connected here, and nothing would be missed if this server let go of the room. */
  get isUnused(): boolean {
    return this.#isLive && this.#audience.isEmpty && !isRunningByClock(this.state);
  }

  get phase(): PhaseName {
    return this.state.phase.name;
  }

  /** Whether a quiz is on the table, or was played. */
  get hasQuiz(): boolean {
    return this.state.prepared !== null || this.state.run !== null;
  }

  get title(): string {
    return (this.state.prepared ?? this.state.run?.quiz)?.title ?? '';
  }

  /** Whether a page with this secret has or had a role here. */
  knows(secretHash: string): boolean {
    const { hostHash, playerBySecret, screens } = this.state;
    return (
      secretHash === hostHash ||
      playerBySecret[secretHash] !== undefined ||
      screens.some((screen) => screen.secretHash === secretHash)
    );
  }

  whoIs(line: Line): Who | undefined {
    return this.#audience.whoIs(line);
  }

  /** Whether these digits are on the room's screen, or were just now. */
  letsIn(pin: string): boolean {
    return isPinGood(this.state, pin);
  }

  /** Whether the game names the players of this room. */
  get givesNames(): boolean {
    return (this.state.prepared ?? this.state.run?.quiz)?.settings.names === 'given';
  }

  /** The facts that the quizzes of this evening have asked. */
  get askedFacts(): readonly string[] {
    return this.state.askedFacts;
  }

  /** Answered only when the command is committed and folded. */
  async submit(command: Command): Promise<Reply> {
    const answered = await this.#submit(command);
    return answered.ok ? { ok: true } : answered;
  }

  /** As `submit`, with the thinking time as it counts, ms. */
  async answer(command: CommandOf<'answer'>): Promise<Reply<{ elapsedMs: number }>> {
    const answered = await this.#submit(command);
    return answered.ok ? { ok: true, elapsedMs: answered.result.elapsedMs ?? 0 } : answered;
  }

  async join(line: Line, command: CommandOf<'join' | 'claim-seat'>): Promise<Reply<{ player: number }>> {
    const answered = await this.#submit(command);
    if (!answered.ok) return answered;
    return this.#seat(line, answered.result.player, command.secretHash);
  }

  /** Lets the phone that holds a player's secret come back. */
  async resume(line: Line, secretHash: string): Promise<Reply<{ player: number }>> {
    const isKnown = this.state.playerBySecret[secretHash] !== undefined;
    if (!isKnown && !(await this.#catchUp())) return refused('not-saved');
    const player = this.state.playerBySecret[secretHash];
    if (player === undefined) return refused('unknown-player');
    if (this.state.players[player - 1]?.isRemoved) return refused('removed');
    return this.#seat(line, player, secretHash);
  }

  async attachHost(line: Line, secretHash: string): Promise<Reply> {
    if (secretHash !== this.state.hostHash) return refused('not-allowed');
    return this.#attach(line, { role: 'host' });
  }

  async attachScreen(line: Line, command: CommandOf<'ask-screen'>): Promise<Reply<{ paired: boolean }>> {
    const answered = await this.#submit(command);
    if (!answered.ok) return answered;
    const screen = answered.result.screen ?? 0;
    const attached = await this.#attach(line, { role: 'screen', screen });
    if (!attached.ok) return attached;
    return { ok: true, paired: this.state.screens.some(({ id, isPaired }) => id === screen && isPaired) };
  }

  /** A page is gone. */
  detach(line: Line): void {
    const who = this.#audience.detach(line);
    if (who) void this.#insist({ type: 'left', who, connection: line.id });
  }

  /** Notes in the log that these servers, which had the room open, live no more. */
  declareGone(servers: string[]): void {
    const gone = servers.filter((id) => this.state.servers.includes(id));
    if (this.#isLive && gone.length > 0)
      void this.#insist({ type: 'serve', server: this.#parts.serverId, gone });
  }

  /** Lets go of a room that nobody here needs; the log knows. */
  async cease(): Promise<void> {
    const { log, serverId } = this.#parts;
    this.close('stopping');
    await log.append(this.code, { type: 'cease', server: serverId }, serverId);
  }

  /** Lets go of the room in this process; what stands in the log stays. */
  close(notice: Notice): void {
    this.#isLive = false;
    this.#callOff();
    this.#subscription?.stop();
    this.#audience.close(notice);
  }

  /** Folds the room anew from its first entry, and follows it from then on. */
  async #read(): Promise<Reply> {
    this.#state = null;
    this.#isForeign = false;
    this.#answered.clear();
    this.#audience.startOver();
    try {
      this.#subscription = await this.#parts.log.follow(
        this.code,
        1,
        (entry) => {
          this.#onEntry(entry);
        },
        (why) => {
          this.#onEnd(why);
        },
      );
    } catch {
      return refused('not-saved');
    }
    if (this.#state) return { ok: true };
    this.#subscription.stop();
    return refused(this.#isForeign ? 'other-rules' : 'unknown-room');
  }

  /** Says in the log that this server has the room open, and which of those that had it live no more. */
  async #serve(): Promise<Answered> {
    const { serverId, fleet } = this.#parts;
    const others = this.state.servers.filter((id) => id !== serverId);
    this.#isReturning = true;
    const living = await fleet.living(others);
    const gone = others.filter((id) => !living.has(id));
    const answered = await this.#insist({ type: 'serve', server: serverId, gone });
    this.#isReturning = false;
    return answered;
  }

  #onEnd(why: Ending): void {
    if (why === 'rewritten') void this.#startOver();
    else this.#parts.onGone(this);
  }

  /**
   * Entries that people had seen are lost. Whoever is connected here comes anew to what is left; and what was revealed
   * and is not any more cannot be asked again.
   */
  async #startOver(): Promise<void> {
    const revealed = this.#state ? lastRevealed(this.#state) : 0;
    this.#isLive = false;
    this.#callOff();
    const read = await this.#read();
    if (!read.ok) {
      this.#audience.hangUp();
      this.#parts.onGone(this);
      return;
    }
    this.#isLive = true;
    const [epoch] = this.state.version;
    await this.#insist({ type: 'lost', server: this.#parts.serverId, epoch });
    await this.#serve();
    if (revealed > lastRevealed(this.state)) await this.#insist({ type: 'void', through: revealed });
    this.#audience.hangUp();
    this.#arm();
  }

  /** Others took this server for dead, and with it everybody who is connected here: they come anew. */
  async #comeBack(): Promise<void> {
    await this.#serve();
    this.#audience.hangUp();
  }

  /** Has what other servers have appended by now; false where the log cannot be read, and nothing is sure. */
  async #catchUp(): Promise<boolean> {
    const isUpToDate = await this.#parts.log.catchUp(this.code).then(
      () => true,
      () => false,
    );
    return isUpToDate && this.#isLive;
  }

  /** @param secretHash whose seat it is: another phone may get it before this one's coming stands in the log. */
  async #seat(
    line: Line,
    player: number | undefined,
    secretHash: string,
  ): Promise<Reply<{ player: number }>> {
    if (player === undefined) return refused('unknown-player');
    const attached = await this.#attach(line, { role: 'player', player }, secretHash);
    return attached.ok ? { ok: true, player } : attached;
  }

  async #attach(line: Line, who: Who, secretHash?: string): Promise<Reply> {
    const before = this.#audience.whoIs(line);
    if (before && JSON.stringify(before) !== JSON.stringify(who)) this.detach(line);
    this.#audience.expect(line, who);
    const isExpected = () => line.isOpen() && this.#audience.expects(line);
    const came = { type: 'came', who, connection: line.id, secretHash } as const;
    const answered = await this.#insist(came, isExpected);
    if (answered.ok && isExpected()) this.#audience.attach(line, who);
    else {
      this.#audience.detach(line);
      // A disk that failed may have saved it all the same: who is not wanted must not be left standing in the log.
      if (answered.ok || answered.refusal.name === 'not-saved')
        void this.#insist({ type: 'left', who, connection: line.id });
    }
    return answered.ok ? { ok: true } : answered;
  }

  /** Cheap refusals first; then the log, and the fold's own verdict. */
  async #submit(command: Command): Promise<Answered> {
    if (!this.#isLive) return refused('not-saved');
    if (this.#isRefused(command) && !(await this.#catchUp())) return refused('not-saved');
    const known = this.#check(command);
    return known && (known.ok || this.#isSure(command)) ? known : this.#append(command);
  }

  /**
   * Whether a cheap refusal can stand. An answer is judged by the time it came, and copies of it come at several: while
   * anything is on its way to the log, or may have got there from a disk that failed, a first copy may be among it. And
   * who leaves may have come by an entry that such a disk has saved.
   */
  #isSure({ type }: Command): boolean {
    if (type === 'left') return this.#parts.log.isWritable();
    return type !== 'answer' || (this.#underWay === 0 && this.#parts.log.isWritable());
  }

  /** By what this server knows, which may be behind what others have appended. */
  #isRefused(command: Command): boolean {
    return this.#check(command)?.ok === false;
  }

  #check(command: Command): Verdict {
    return check(this.state, command, this.#parts.log.now());
  }

  #onEntry(entry: Entry): void {
    if (!this.#state) {
      this.#isForeign ||= !isKnownRules(entry);
      if (!this.#isForeign) this.#state = begin(entry);
      return;
    }
    const { answered, effects } = apply(this.#state, entry);
    if (!this.#isLive) return;
    if (entry.by === this.#parts.serverId) {
      this.#answered.set(entry.seq, answered);
      const refusal = answered.ok ? null : answered.refusal.name;
      this.#parts.note({ room: this.code, seq: entry.seq, command: entry.command.type, refusal });
    }
    this.#audience.show(effects);
    this.#arm();
    if (!this.#isReturning && !this.#state.servers.includes(this.#parts.serverId)) void this.#comeBack();
  }

  async #append(command: Command): Promise<Answered> {
    this.#underWay += 1;
    const appended = await this.#parts.log.append(this.code, command, this.#parts.serverId);
    this.#underWay -= 1;
    if (!appended.ok) return refused(appended.failure === 'not-saved' ? 'not-saved' : 'unknown-room');
    const { seq } = appended.entry;
    const answered = this.#answered.get(seq);
    this.#answered.delete(seq);
    // Saved, but this server has let go of the room meanwhile: whoever sends it again is told what came of it.
    return answered ?? refused('not-saved');
  }

  /** Tries until it stands in the log, unless something else speaks against it or it is not wanted any more. */
  async #insist(command: Command, isWanted = () => true): Promise<Answered> {
    const answered = await this.#submit(command);
    if (answered.ok || answered.refusal.name !== 'not-saved') return answered;
    if (!this.#isLive || this.#parts.isStopping()) return answered;
    await new Promise<void>((resolve) => {
      this.#parts.later(INSIST_MS, resolve);
    });
    return isWanted() ? this.#insist(command, isWanted) : answered;
  }

  /** One timer, for the next moment at which the state may change by itself. */
  #arm(): void {
    this.#callOff();
    const at = nextDueAt(this.state);
    if (at === null || !this.#isLive) return;
    const turn = Math.max(0, this.state.servers.indexOf(this.#parts.serverId)) * TURN_MS;
    this.#callOff = this.#parts.later(Math.max(0, at - this.#parts.log.now()) + turn, () => {
      void this.#fire();
    });
  }

  async #fire(): Promise<void> {
    const answered = await this.#append({ type: 'due', moment: this.state.moment });
    if (answered.ok || answered.refusal.name !== 'not-saved' || !this.#isLive) return;
    this.#callOff = this.#parts.later(INSIST_MS, () => {
      void this.#fire();
    });
  }
}
