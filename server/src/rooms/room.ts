// A live room: its log folded into a state, one timer for what is due, and the pages that are connected to it.
import { refused } from '@oneliner/shared';
import type { Notice, PhaseName, Refused, Reply, StepNumber } from '@oneliner/shared';
import { apply } from '../game/apply.ts';
import type { Command, CommandOf, Entry, Who } from '../game/commands.ts';
import type { Answered } from '../game/outcome.ts';
import { isPinGood } from '../game/pins.ts';
import { isRunningByClock } from '../game/pausing.ts';
import { begin, isKnownRules, lastRevealed } from '../game/state.ts';
import type { RoomState } from '../game/state.ts';
import type { Fleet } from '../log/fleet.ts';
import type { Ending, Subscription } from '../log/room-log.ts';
import { Alarm } from './alarm.ts';
import { Audience } from './audience.ts';
import type { Line } from './line.ts';
import { Submissions } from './submissions.ts';
import type { Folding, SubmissionParts } from './submissions.ts';

export interface RoomParts extends SubmissionParts {
  /** The servers that share the log. */
  fleet: Pick<Fleet, 'living'>;
  /** Nothing more comes from the log: the room expired, or what was read of it stands there no more. */
  onEnd(room: Room, why: Ending): void;
}

export type FoundRoom = { ok: true; room: Room } | Refused;

export class Room implements Folding {
  readonly code: string;
  readonly #parts: RoomParts;
  readonly #audience: Audience;
  readonly #submissions: Submissions;
  readonly #alarm: Alarm;
  #state: RoomState | null = null;
  #subscription: Subscription | null = null;
  /** Whether its first entry names rules that this server does not know. */
  #isForeign = false;
  /** Whether this server is about to say that it has the room open. */
  #isReturning = false;
  #isEnded = false;
  #isLive = false;

  private constructor(code: string, parts: RoomParts) {
    this.code = code;
    this.#parts = parts;
    this.#audience = new Audience(code, () => this.state, parts.later);
    this.#submissions = new Submissions(parts, this);
    this.#alarm = new Alarm(parts, this, this.#submissions);
  }

  /**
   * Opens a room from its log. Refuses where there is none, where it cannot be read, and where it goes by rules that
   * this server does not know. Nobody is let in before this stands in the log, or the game would go on by the clock of
   * a server that died.
   * @param revealed the last question whose answer this server has shown: what the log has lost cannot be asked again.
   */
  static async open(code: string, parts: RoomParts, revealed: StepNumber): Promise<FoundRoom> {
    const room = new Room(code, parts);
    const read = await room.#read();
    if (!read.ok) return read;
    room.#isLive = !room.#isEnded;
    const [epoch] = room.state.version;
    await room.#submissions.insist({ type: 'lost', server: parts.serverId, epoch });
    await room.#serve();
    if (revealed > room.lastRevealed) await room.#submissions.insist({ type: 'void', through: revealed });
    if (!room.#isLive) return refused('not-saved');
    room.#alarm.set();
    return { ok: true, room };
  }

  /** The fold of everything that stands in the log; to be read only. */
  get state(): RoomState {
    if (!this.#state) throw new Error(`room ${this.code} is read before its first entry`);
    return this.#state;
  }

  get isLive(): boolean {
    return this.#isLive;
  }

  /** The last question of the evening whose answer was shown; 0 before the first. */
  get lastRevealed(): StepNumber {
    return this.#state ? lastRevealed(this.#state) : 0;
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
    const answered = await this.#submissions.submit(command);
    return answered.ok ? { ok: true } : answered;
  }

  /** As `submit`, with the thinking time as it counts, ms. */
  answer(command: CommandOf<'answer'>): Promise<Reply<{ elapsedMs: number }>> {
    return this.#submissions
      .submit(command)
      .then((answered) => (answered.ok ? { ok: true, elapsedMs: answered.result.elapsedMs ?? 0 } : answered));
  }

  /** Takes in a player who is here by this line at once: it stands in one entry. */
  async join(line: Line, command: Omit<CommandOf<'join'>, 'connection'>): Promise<Reply<{ player: number }>> {
    const { secretHash } = command;
    const answered = await this.#submissions.submit({ ...command, connection: line.id });
    if (answered.ok) return this.#seat(line, answered.result.player, secretHash);
    if (answered.refusal.name === 'not-saved') void this.#takeOut(line, secretHash);
    return answered;
  }

  async claimSeat(line: Line, command: CommandOf<'claim-seat'>): Promise<Reply<{ player: number }>> {
    const answered = await this.#submissions.submit(command);
    return answered.ok ? this.#seat(line, answered.result.player, command.secretHash) : answered;
  }

  /** Lets the phone that holds a player's secret come back. */
  async resume(line: Line, secretHash: string): Promise<Reply<{ player: number }>> {
    const isKnown = this.state.playerBySecret[secretHash] !== undefined;
    if (!isKnown && !(await this.#submissions.catchUp())) return refused('not-saved');
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
    const answered = await this.#submissions.submit(command);
    if (!answered.ok) return answered;
    const screen = answered.result.screen ?? 0;
    const attached = await this.#attach(line, { role: 'screen', screen });
    if (!attached.ok) return attached;
    return { ok: true, paired: this.state.screens.some(({ id, isPaired }) => id === screen && isPaired) };
  }

  /** A page is gone. */
  detach(line: Line): void {
    const who = this.#audience.detach(line);
    if (who) void this.#submissions.insist({ type: 'left', who, connection: line.id });
  }

  /** Notes in the log that these servers, which had the room open, live no more. */
  declareGone(servers: string[]): void {
    const gone = servers.filter((id) => this.state.servers.includes(id));
    if (this.#isLive && gone.length > 0)
      void this.#submissions.insist({ type: 'serve', server: this.#parts.serverId, gone });
  }

  /** Lets go of a room that nobody here needs; the log knows. */
  async cease(): Promise<void> {
    const { log, serverId } = this.#parts;
    this.close('stopping');
    await log.append(this.code, { type: 'cease', server: serverId }, serverId);
  }

  /** Lets go of the room in this process; what stands in the log stays. */
  close(notice: Notice): void {
    this.#end();
    this.#audience.close(notice);
  }

  /** As `close`, without a word: whoever was connected dials again and comes to the room as it is then. */
  hangUp(): void {
    this.#end();
    this.#audience.hangUp();
  }

  #end(): void {
    this.#isLive = false;
    this.#alarm.callOff();
    this.#subscription?.stop();
  }

  /** Folds the room from its first entry, and follows it from then on. */
  async #read(): Promise<Reply> {
    const onEntry = (entry: Entry): void => {
      this.#onEntry(entry);
    };
    const onEnd = (why: Ending): void => {
      this.#isEnded = true;
      this.#end();
      this.#parts.onEnd(this, why);
    };
    try {
      this.#subscription = await this.#parts.log.follow(this.code, 1, onEntry, onEnd);
    } catch {
      return refused('not-saved');
    }
    if (this.#state) return { ok: true };
    this.#subscription.stop();
    return refused(this.#isForeign ? 'other-rules' : 'unknown-room');
  }

  /** Says in the log that this server has the room open, and which of those that had it live no more. */
  async #serve(): Promise<void> {
    const { serverId, fleet } = this.#parts;
    this.#isReturning = true;
    let answered: Answered;
    do {
      const others = this.state.servers.filter((id) => id !== serverId);
      const living = await fleet.living(others);
      const gone = others.filter((id) => !living.has(id));
      answered = await this.#submissions.insist({ type: 'serve', server: serverId, gone });
      // Others may have taken it for dead meanwhile.
    } while (answered.ok && !this.state.servers.includes(serverId));
    this.#isReturning = false;
  }

  /** Others took this server for dead, and with it everybody who is connected here: they come anew. */
  async #comeBack(): Promise<void> {
    await this.#serve();
    this.#audience.hangUp();
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

  /**
   * A disk that failed may have let in who was told that it did not. As long as the line is open they may try again
   * by it; without it they must not stand as here.
   */
  async #takeOut(line: Line, secretHash: string): Promise<void> {
    do await this.#submissions.aWhile();
    while (this.#isLive && line.isOpen() && !this.#audience.roleOf(line));
    await this.#submissions.settled();
    const player = this.state.playerBySecret[secretHash];
    const role = this.#audience.roleOf(line);
    if (player === undefined || (role?.role === 'player' && role.player === player)) return;
    void this.#submissions.insist({ type: 'left', who: { role: 'player', player }, connection: line.id });
  }

  async #attach(line: Line, who: Who, secretHash?: string): Promise<Reply> {
    const before = this.#audience.whoIs(line);
    if (before && JSON.stringify(before) !== JSON.stringify(who)) this.detach(line);
    this.#audience.expect(line, who);
    const isExpected = () => line.isOpen() && this.#audience.expects(line);
    const came = { type: 'came', who, connection: line.id, secretHash } as const;
    const answered = await this.#submissions.insist(came, isExpected);
    if (answered.ok && isExpected()) this.#audience.attach(line, who);
    else {
      this.#audience.detach(line);
      // A disk that failed may have saved it all the same: who is not wanted must not be left standing in the log.
      if (answered.ok || answered.refusal.name === 'not-saved')
        void this.#submissions.insist({ type: 'left', who, connection: line.id });
    }
    return answered.ok ? { ok: true } : answered;
  }

  #onEntry(entry: Entry): void {
    if (!this.#state) {
      this.#isForeign ||= !isKnownRules(entry);
      if (!this.#isForeign) this.#state = begin(entry);
      return;
    }
    const { answered, effects } = apply(this.#state, entry);
    if (!this.#isLive) return;
    this.#submissions.folded(entry, answered);
    this.#audience.show(effects);
    this.#alarm.set();
    if (!this.#isReturning && !this.#state.servers.includes(this.#parts.serverId)) void this.#comeBack();
  }
}
