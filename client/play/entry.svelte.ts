// The way in: a code, a name, a seat taken over, or the seat this phone has already.
import { isCode, tidyCode } from '@oneliner/shared';
import type { Accepted, Refusal, RefusalName, Reply } from '@oneliner/shared';
import type { Connection } from '../src/connection.ts';
import type { Address } from './address.ts';
import type { Asks, Scene } from './scene.ts';
import type { Seats } from './seats.ts';

type At = 'code' | 'name' | 'back' | 'seat' | 'in';

/** What is wrong with a text alone, and so with no other text. */
const ofTheText: ReadonlySet<RefusalName> = new Set([
  'unknown-room',
  'name-empty',
  'name-long',
  'name-taken',
  'name-unfit',
  'pin-needed',
]);

const isPin = (typed: string): boolean => /^\d{4}$/.test(typed);

export class Entry {
  readonly #connection: Connection;
  readonly #seats: Seats;
  readonly #joinKey: string | null;
  readonly #showCode: (code: string) => void;
  #at = $state<At>('code');
  #code = $state('');
  #title = $state<string | null>(null);
  #asks = $state.raw<Asks>({ name: true, pin: false });
  #isBusy = $state(false);
  #problem = $state.raw<Refusal | null>(null);

  /** @param showCode puts the room into the page's address, and takes the keys out of it. */
  constructor(connection: Connection, seats: Seats, address: Address, showCode: (code: string) => void) {
    this.#connection = connection;
    this.#seats = seats;
    this.#joinKey = address.joinKey;
    this.#showCode = showCode;
    const { code, seatKey } = address;
    if (code === null) return;
    if (seatKey !== null) void this.#claim(code, seatKey);
    else if (seats.isTaken(code)) this.#comeBack(code);
    else void this.#nameFor(code);
  }

  /** The scene of the way in; null once in. */
  get scene(): Scene | null {
    const [isBusy, problem, code] = [this.#isBusy, this.#problem, this.#code];
    if (this.#at === 'in') return null;
    if (this.#at === 'code') return { name: 'code', isBusy, problem, back: this.#back };
    if (this.#at === 'name') {
      const [title, asks, remembered] = [this.#title, this.#asks, this.#seats.name];
      const isGuess = title === null && problem === null;
      return { name: 'name', code, title, asks, isGuess, remembered, isBusy, problem };
    }
    return { name: 'arriving', how: this.#at };
  }

  get #back(): { code: string; playerName: string | null } | null {
    const code = this.#seats.lastCode;
    return code === null ? null : { code, playerName: this.#seats.nameIn(code) };
  }

  async enterCode(typed: string): Promise<void> {
    const code = tidyCode(typed);
    if (this.#isBusy) return;
    this.#problem = null;
    if (!isCode(code)) return this.#ask({ name: 'unknown-room' });
    if (this.#seats.isTaken(code)) return this.#comeBack(code);
    const reply = await this.#busy(this.#connection.send('knock', { code }));
    if (!reply.ok) return this.#ask(reply.refusal);
    [this.#at, this.#code] = ['name', code];
    this.#learn(reply);
  }

  goBack(): void {
    if (this.#back) this.#comeBack(this.#back.code);
  }

  otherCode(): void {
    this.#ask(null);
  }

  async join(typedName: string, pin: string): Promise<void> {
    if (this.#isBusy) return;
    const [code, secret] = [this.#code, this.#seats.secretFor(this.#code)];
    const name = this.#asks.name ? typedName.trim() : '';
    this.#problem = null;
    const shown = { ...(isPin(pin) && { pin }), ...(this.#joinKey && { key: this.#joinKey }) };
    const reply = await this.#busy(
      this.#connection.send('join', { code, name, secret, ...shown }, (why) => {
        if (why.name === 'not-saved') this.#problem = why;
      }),
    );
    if (!reply.ok) return this.#notIn(reply.refusal);
    if (name !== '') this.#seats.name = name;
    this.#sit(code, secret, name || null);
  }

  /** The text that was refused is being changed: nothing is said against the new one. */
  retyped(): void {
    if (this.#problem && ofTheText.has(this.#problem.name)) this.#problem = null;
  }

  /** The role was taken up on a new line. */
  attached(): void {
    this.#at = 'in';
    this.#showCode(this.#code);
  }

  /** This phone has no seat here any more, so that it offers no way back to it. */
  left(): void {
    this.#seats.leave(this.#code);
  }

  /** The seat of this phone cannot be taken up again: its room or its player is gone. */
  refused(refusal: Refusal): void {
    this.#connection.attachWith(null);
    this.left();
    if (refusal.name === 'unknown-room') this.#ask(refusal);
    else void this.#nameFor(this.#code);
  }

  /** What the server said of the room behind the code. */
  #learn({ title, names, pin }: Accepted['knock']): void {
    this.#title = title;
    this.#asks = { name: names === 'own', pin };
  }

  #notIn(refusal: Refusal): void {
    if (refusal.name === 'unknown-room') return this.#ask(refusal);
    if (refusal.name === 'pin-needed') this.#asks = { ...this.#asks, pin: true };
    this.#problem = refusal;
  }

  #ask(problem: Refusal | null): void {
    this.#at = 'code';
    this.#problem = problem;
  }

  #comeBack(code: string): void {
    [this.#at, this.#code] = ['back', code];
    const secret = this.#seats.secretFor(code);
    this.#connection.attachWith({ event: 'resume', message: { code, secret } });
  }

  /** Asks for the name at once and finds out meanwhile whether there is such a room. */
  async #nameFor(code: string): Promise<void> {
    [this.#at, this.#code, this.#problem] = ['name', code, null];
    const reply = await this.#connection.send('knock', {
      code,
      ...(this.#joinKey && { key: this.#joinKey }),
    });
    if (this.#at !== 'name' || this.#code !== code) return;
    if (reply.ok) this.#learn(reply);
    else if (reply.refusal.name === 'unknown-room') this.#ask(reply.refusal);
    else this.#problem = reply.refusal;
  }

  async #claim(code: string, key: string): Promise<void> {
    [this.#at, this.#code] = ['seat', code];
    const secret = this.#seats.secretToClaim(code);
    const reply = await this.#connection.send('claim-seat', { code, key, secret });
    if (reply.ok) return this.#sit(code, secret, null);
    if (this.#seats.isTaken(code)) return this.#comeBack(code);
    await this.#nameFor(code);
    this.#problem ??= reply.refusal;
  }

  /** In: remembered here, and taken up again on every line to come. */
  #sit(code: string, secret: string, name: string | null): void {
    this.#seats.take(code, secret, name);
    this.#connection.attachWith({ event: 'resume', message: { code, secret } }, true);
    this.attached();
  }

  async #busy<T extends object>(reply: Promise<Reply<T>>): Promise<Reply<T>> {
    this.#isBusy = true;
    const settled = await reply;
    this.#isBusy = false;
    return settled;
  }
}
