// Commands of one room on their way into its log: cheap refusals first, then the log, then the verdict of the fold.
import { refused } from '@oneliner/shared';
import type { RefusalName } from '@oneliner/shared';
import { check } from '../game/apply.ts';
import type { Command, CommandType, Entry } from '../game/commands.ts';
import type { Answered, Verdict } from '../game/outcome.ts';
import type { RoomState } from '../game/state.ts';
import type { Appended, RoomLog } from '../log/room-log.ts';
import type { Later } from './line.ts';

export interface SubmissionParts {
  log: RoomLog;
  later: Later;
  /** The name under which this server appends; unique among servers and restarts. */
  serverId: string;
  /** Whether this server is on its way out, and nothing has to be insisted on any more. */
  isStopping(): boolean;
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

/** The room as its commands find it. */
export interface Folding {
  readonly code: string;
  /** The fold so far; to be read only. */
  readonly state: RoomState;
  /** Whether entries still come, and are folded. */
  readonly isLive: boolean;
}

/** How long to wait before something that must get into the log is tried again. */
export const INSIST_MS = 1000;

export class Submissions {
  readonly #parts: SubmissionParts;
  readonly #room: Folding;
  /** What came of the entries of this server whose senders still wait. */
  readonly #answered = new Map<number, Answered>();
  /** Commands on their way to the log. */
  #underWay = 0;

  constructor(parts: SubmissionParts, room: Folding) {
    this.#parts = parts;
    this.#room = room;
  }

  /** Answered when the command is committed and folded, or when something is known to speak against it. */
  submit(command: Command): Promise<Answered> {
    if (!this.#room.isLive) return Promise.resolve(refused('not-saved'));
    const known = this.#check(command);
    return known?.ok === false ? this.#reconsider(command) : this.#pass(command, known);
  }

  /** Tries until it stands in the log, unless something else speaks against it or it is not wanted any more. */
  async insist(command: Command, isWanted = () => true): Promise<Answered> {
    for (;;) {
      const answered = await this.submit(command);
      if (answered.ok || answered.refusal.name !== 'not-saved') return answered;
      if (!this.#room.isLive || this.#parts.isStopping()) return answered;
      await this.aWhile();
      if (!isWanted()) return answered;
    }
  }

  /** Resolves when all that was saved here or elsewhere is folded, however long that cannot be known; or the room ends. */
  async settled(): Promise<void> {
    while (this.#room.isLive && !(this.#parts.log.isWritable() && (await this.catchUp())))
      await this.aWhile();
  }

  /** Resolves after as long as is waited before something is tried again. */
  aWhile(): Promise<void> {
    return new Promise((resolve) => {
      this.#parts.later(INSIST_MS, resolve);
    });
  }

  /** Appends without asking what is known. */
  append(command: Command): Promise<Answered> {
    const { log, serverId } = this.#parts;
    this.#underWay += 1;
    return log.append(this.#room.code, command, serverId).then((appended) => this.#answerTo(appended));
  }

  /** An entry was folded; if this server appended it, its sender is about to ask what came of it. */
  folded({ seq, by, command }: Entry, answered: Answered): void {
    if (by !== this.#parts.serverId) return;
    this.#answered.set(seq, answered);
    const refusal = answered.ok ? null : answered.refusal.name;
    this.#parts.note({ room: this.#room.code, seq, command: command.type, refusal });
  }

  /** Has what other servers have appended by now; false where the log cannot be read, and nothing is sure. */
  async catchUp(): Promise<boolean> {
    const isUpToDate = await this.#parts.log.catchUp(this.#room.code).then(
      () => true,
      () => false,
    );
    return isUpToDate && this.#room.isLive;
  }

  /** A refusal is by what this server knows, which may be behind what others have appended. */
  async #reconsider(command: Command): Promise<Answered> {
    if (!(await this.catchUp())) return refused('not-saved');
    return this.#pass(command, this.#check(command));
  }

  /** What is known already needs no entry. */
  #pass(command: Command, known: Verdict): Promise<Answered> {
    const isEnough = known !== null && (known.ok ? this.#isSafe() : this.#isSure(command));
    return isEnough ? Promise.resolve(known) : this.append(command);
  }

  #answerTo(appended: Appended): Answered {
    this.#underWay -= 1;
    if (!appended.ok) return refused(appended.failure === 'not-saved' ? 'not-saved' : 'unknown-room');
    const { seq } = appended.entry;
    const answered = this.#answered.get(seq);
    this.#answered.delete(seq);
    // Verdicts on what was told to have failed have nobody who asks for them.
    if (this.#underWay === 0 && this.#answered.size > 0) this.#answered.clear();
    // Saved, but this server has let go of the room meanwhile: whoever sends it again is told what came of it.
    return answered ?? refused('not-saved');
  }

  /** Whether what is known to stand in the log does so for good: what was just heard of may not have reached a replica. */
  #isSafe(): boolean {
    const { log } = this.#parts;
    return !log.mayForget || (this.#underWay === 0 && log.isWritable());
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

  #check(command: Command): Verdict {
    return check(this.#room.state, command, this.#parts.log.now());
  }
}
