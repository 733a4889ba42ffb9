// A message that is sent again by itself, on this line and the next ones, until the server has answered it for good.
import type { ClientEventName, Refusal, Reply } from '@oneliner/shared';
import type { After, Line } from './transport.ts';

const RESEND_MS = 4000;

/** Nobody waits in front of these for a sentence, so they outlast a limit instead of showing it. */
const patient: ReadonlySet<ClientEventName> = new Set(['answer', 'resume', 'host', 'screen']);

/** After how many ms a refused message is worth sending again; null when the refusal is final. */
const retryAfter = (event: ClientEventName, refusal: Refusal): number | null => {
  if (refusal.name === 'not-saved') return 400;
  if (refusal.name === 'too-early') return 150;
  // An answer that was on its way when the game paused goes on with it.
  if (refusal.name === 'not-now' && event === 'answer') return 500;
  if (refusal.name === 'too-many' && patient.has(event)) return refusal.seconds * 1000;
  return null;
};

export class Errand {
  readonly #event: ClientEventName;
  readonly #message: object;
  readonly #after: After;
  readonly #settle: (reply: Reply) => void;
  readonly #elsewhere: () => void;
  readonly #waits: (why: Refusal) => void;
  #line: Line | null = null;
  #forgetTimer: () => void = () => {};

  /**
   * @param settle is called once, with the final reply.
   * @param elsewhere is called when this line's server cannot answer it and another may.
   * @param waits is told of each refusal after which it is sent again.
   */
  constructor(
    event: ClientEventName,
    message: object,
    after: After,
    settle: (reply: Reply) => void,
    elsewhere: () => void,
    waits: (why: Refusal) => void = () => {},
  ) {
    this.#event = event;
    this.#message = message;
    this.#after = after;
    this.#settle = settle;
    this.#elsewhere = elsewhere;
    this.#waits = waits;
  }

  /** Sends it on this line, now and until answered. */
  run(line: Line): void {
    this.rest();
    this.#line = line;
    line.send(this.#event, this.#message, (reply) => {
      if (this.#line === line) this.#answered(line, reply as Reply);
    });
    this.#again(line, RESEND_MS);
  }

  /** Waits for another line. */
  rest(): void {
    this.#forgetTimer();
    this.#line = null;
  }

  #answered(line: Line, reply: Reply): void {
    if (!reply.ok && reply.refusal.name === 'other-rules') {
      this.rest();
      return this.#elsewhere();
    }
    const retry = reply.ok ? null : retryAfter(this.#event, reply.refusal);
    if (!reply.ok && retry !== null) {
      this.#waits(reply.refusal);
      return this.#again(line, retry);
    }
    this.rest();
    this.#settle(reply);
  }

  #again(line: Line, ms: number): void {
    this.#forgetTimer();
    this.#forgetTimer = this.#after(ms, () => this.run(line));
  }
}
