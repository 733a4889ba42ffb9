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

  constructor(parts: SubmissionParts, room: Folding, submissions: Submissions) {
    this.#parts = parts;
    this.#room = room;
    this.#submissions = submissions;
  }

  /** Sets it anew, by the state as it is now. */
  set(): void {
    this.callOff();
    const { log, later, serverId } = this.#parts;
    const { state, isLive } = this.#room;
    const at = nextDueAt(state);
    if (at === null || !isLive) return;
    const turn = Math.max(0, state.servers.indexOf(serverId)) * TURN_MS;
    this.#callOff = later(Math.max(0, at - log.now()) + turn, () => {
      void this.#fire();
    });
  }

  callOff(): void {
    this.#callOff();
  }

  async #fire(): Promise<void> {
    const answered = await this.#submissions.append({ type: 'due', moment: this.#room.state.moment });
    if (answered.ok || answered.refusal.name !== 'not-saved' || !this.#room.isLive) return;
    this.#callOff = this.#parts.later(INSIST_MS, () => {
      void this.#fire();
    });
  }
}
