// This phone's answers: one goes out until the server has it, and only then it is locked in.
import type { ClientEvent, MeView, OpenPhase, Refusal, RoomView } from '@oneliner/shared';
import type { Connection } from '../src/connection.ts';

/** What was chosen for a question, and whether the server has acknowledged it. */
export interface Given {
  step: number;
  option: number;
  isLocked: boolean;
}

export class Answering {
  readonly #connection: Connection;
  readonly #now: () => number;
  #given = $state.raw<Given | null>(null);
  #problem = $state.raw<{ step: number; refusal: Refusal } | null>(null);
  #number = 0;
  /** The last acknowledged answer with its receipt, where the server gave one, and the epoch that has it. */
  #receipt: { epoch: number; message: Required<ClientEvent<'answer'>> } | null = null;

  /** @param now the room's clock in ms. */
  constructor(connection: Connection, now: () => number) {
    this.#connection = connection;
    this.#now = now;
  }

  /** The answer to this question: what was tapped here, or else what the server knows. */
  given(step: number, me: MeView): Given | null {
    if (this.#given?.step === step) return this.#given;
    return me.answer?.step === step ? { step, option: me.answer.reply.option, isLocked: true } : null;
  }

  /** Why the last answer to this question did not count, or does not yet: `not-saved`, while it is tried again. */
  problem(step: number): Refusal | null {
    return this.#problem?.step === step ? this.#problem.refusal : null;
  }

  /** @param epoch of the room's log, as the view says that shows the question. */
  async choose(phase: OpenPhase, option: number, epoch: number): Promise<void> {
    const { step } = phase;
    const number = this.#nextNumber(phase);
    const before = this.#given?.step === step && this.#given.isLocked ? this.#given : null;
    this.#given = { step, option, isLocked: false };
    this.#problem = null;
    const isOutdated = () => number !== this.#number || this.#given?.step !== step;
    const message = { step, reply: { kind: 'choice' as const, option }, number };
    const reply = await this.#connection.send('answer', message, (refusal) => {
      if (refusal.name === 'not-saved' && !isOutdated()) this.#problem = { step, refusal };
    });
    if (isOutdated()) return;
    if (reply.ok && reply.receipt !== undefined)
      this.#receipt = { epoch, message: { ...message, receipt: reply.receipt } };
    this.#given = reply.ok ? { step, option, isLocked: true } : before;
    this.#problem = reply.ok ? null : { step, refusal: reply.refusal };
  }

  /** Hands back an answer that the server had acknowledged and has lost since, so that it keeps its time. */
  restore({ phase, version: [epoch] }: RoomView, me: MeView): void {
    const receipt = this.#receipt;
    if (!receipt || epoch <= receipt.epoch || me.version[0] !== epoch) return;
    if (phase.name !== 'open' || phase.step !== receipt.message.step) return;
    receipt.epoch = epoch;
    if (me.answer?.step !== phase.step) void this.#connection.send('answer', receipt.message);
  }

  /** Rises over a reload too, since the room's time since the opening does. */
  #nextNumber({ changingAnswers, opensAt }: OpenPhase): number {
    const sinceOpening = Math.max(1, Math.floor(this.#now() - opensAt));
    this.#number = changingAnswers ? Math.max(this.#number + 1, sinceOpening) : 1;
    return this.#number;
  }
}
