// A player's phone that keeps its own record of what it was told: the only witness of what must not be lost.
import type { ClientEvent, MeView, Result, RoomView } from '@oneliner/shared';
import { nanoid } from 'nanoid';
import { Steady } from './steady.ts';

/** The last word on an answer: `accepted`, or the name of the refusal. */
export interface Verdict {
  option: number;
  verdict: string;
  /** Thinking time as its receipt says, where it came with one. */
  elapsedMs: number | null;
}

type Answer = ClientEvent<'answer'>;

/** What stands in a receipt that anybody can read. */
const elapsedOf = (receipt: string): number =>
  (JSON.parse(Buffer.from(receipt.split('.')[0] ?? '', 'base64url').toString()) as number[])[5] ?? 0;

export class Phone {
  readonly name: string;
  readonly line: Steady;
  readonly secret = nanoid(22);
  /** By step. */
  readonly verdicts = new Map<number, Verdict>();
  /** What each question gave, as it was first shown. */
  readonly results = new Map<number, Result>();
  player = 0;
  /** How often an answer was handed back that the servers had lost. */
  handedBack = 0;
  /** The longest that an answer took from its first sending to its verdict, ms. */
  longestAnswerMs = 0;
  #receipt: { epoch: number; answer: Required<Answer> } | null = null;
  room: RoomView | null = null;
  me: MeView | null = null;
  readonly #waiting = new Set<() => void>();

  constructor(origin: string, name: string, headers: Record<string, string> = {}) {
    this.name = name;
    this.line = new Steady(
      origin,
      (event, message) => {
        if (event === 'room') this.room = message as RoomView;
        if (event === 'me') this.#see(message as MeView);
        this.#restore();
        for (const look of this.#waiting) look();
      },
      headers,
    );
  }

  /** Joins under its name, or under the free one that it is offered. */
  async join(code: string, name = this.name): Promise<void> {
    const joined = await this.line.insist('join', { code, name, secret: this.secret });
    if (!joined.ok && 'free' in joined.refusal) return this.join(code, joined.refusal.free);
    if (!joined.ok) throw new Error(`${name} was refused: ${joined.refusal.name}`);
    this.player = joined.player;
    await this.line.keepSeat({ event: 'resume', message: { code, secret: this.secret } });
  }

  /** Gives this answer to the question as soon as it is open, and remembers the last word on it. */
  async answer(step: number, option: number): Promise<void> {
    await this.until(({ room }) => room?.phase.name === 'open' && room.phase.step === step);
    const reply = { kind: 'choice', option } as const;
    const answer = { step, reply, number: 1 };
    const sentAt = performance.now();
    const answered = await this.line.insist('answer', answer);
    this.longestAnswerMs = Math.max(this.longestAnswerMs, performance.now() - sentAt);
    const receipt = answered.ok ? answered.receipt : undefined;
    if (receipt !== undefined)
      this.#receipt = { epoch: this.room?.version[0] ?? 0, answer: { ...answer, receipt } };
    const verdict = answered.ok ? 'accepted' : answered.refusal.name;
    this.verdicts.set(step, {
      option,
      verdict,
      elapsedMs: receipt === undefined ? null : elapsedOf(receipt),
    });
  }

  until(holds: (phone: this) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!holds(this)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** As the phone's page does, when a new epoch brings a question without the answer that was acknowledged. */
  #restore(): void {
    const [receipt, room, me] = [this.#receipt, this.room, this.me];
    const [epoch = 0] = room?.version ?? [];
    if (!receipt || epoch <= receipt.epoch || me?.version[0] !== epoch) return;
    if (room?.phase.name !== 'open' || room.phase.step !== receipt.answer.step) return;
    receipt.epoch = epoch;
    if (me.answer?.step === room.phase.step) return;
    this.handedBack += 1;
    void this.line.insist('answer', receipt.answer);
  }

  #see(me: MeView): void {
    this.me = me;
    if (!me.result) return;
    const { step } = me.result;
    const first = this.results.get(step);
    if (!first) this.results.set(step, me.result);
    else if (JSON.stringify(first) !== JSON.stringify(me.result))
      this.line.mistakes.push(
        `the result of ${step} moved from ${JSON.stringify(first)} to ${JSON.stringify(me.result)}`,
      );
  }
}
