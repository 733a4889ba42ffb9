// The one timer of a room: it goes off at the next moment at which the state may change by itself.
import { nextDueAt } from '../game/due.ts';
import { INSIST_MS } from './submissions.ts';
import type { Folding, SubmissionParts, Submissions } from './submissions.ts';

/** Of several servers that have a room open the first one's timer fires first; what it did calls the others off. */
const TURN_MS = 60;

export class Alarm {
  readonly #parts: Pick<SubmissionParts, 'log' | 'later' | 'serverId'>;
  readonly #room: Folding;
  readonly #submissions: Submissions;
  #callOff: () => void = () => undefined;
  /** The moment that it is set for, ms of the log's clock. */
  #at: number | null = null;

  constructor(parts: SubmissionParts, room: Folding, submissions: Submissions) {
    this.#parts = parts;
    this.#room = room;
    this.#submissions = submissions;
  }

  /** Sets it by the state as it is now, which most entries leave as it was. */
  set(): void {
    const { log, later, serverId } = this.#parts;
    const { state, isLive } = this.#room;
    const dueAt = isLive ? nextDueAt(state) : null;
    const turn = Math.max(0, state.servers.indexOf(serverId)) * TURN_MS;
    const at = dueAt === null ? null : dueAt + turn;
    if (at === this.#at) return;
    this.callOff();
    if (at === null) return;
    this.#at = at;
    this.#callOff = later(Math.max(0, at - log.now()), () => {
      this.#at = null;
      void this.#fire();
    });
  }

  callOff(): void {
    this.#callOff();
    this.#at = null;
  }

  async #fire(): Promise<void> {
    const answered = await this.#submissions.append({ type: 'due', moment: this.#room.state.moment });
    if (answered.ok || answered.refusal.name !== 'not-saved' || !this.#room.isLive) return;
    this.#callOff = this.#parts.later(INSIST_MS, () => {
      void this.#fire();
    });
  }
}
