// The room as its host sees it: the newest view with the small updates merged in, and the way to give commands.
import { refusalSentence } from '@oneliner/shared';
import type { HostCommand, HostPerson, HostView, PeopleUpdate, Refusal } from '@oneliner/shared';
import { Live } from '../../src/live.svelte.ts';
import type { LineState } from '../../src/connection.ts';
import { Now } from '../../src/now.svelte.ts';
import type { Seat } from '../remembered.ts';
import { merged } from './people.ts';

export class Room {
  readonly code: string;
  readonly now: Now;
  readonly #live: Live;
  #view: HostView | null = $state.raw(null);
  #refusal: Refusal | null = $state.raw(null);
  #complaint: string | null = $state(null);
  #isSaving = $state(true);

  constructor({ code, secret }: Seat) {
    this.code = code;
    this.#live = new Live({
      host: (view) => this.#show(view),
      'host-people': (update) => this.#update(update),
      refused: (refusal) => (this.#refusal = refusal),
      saving: ({ works }) => (this.#isSaving = works),
      // A new line begins with word of it where it still cannot save.
      line: (state) => {
        if (state !== 'online') this.#isSaving = true;
      },
    });
    this.now = new Now(this.#live.clock, () => this.#live.line === 'online');
    this.#live.connection.attachWith({ event: 'host', message: { code, secret } });
  }

  /** null until the server has shown the room. */
  get view(): HostView | null {
    return this.#view;
  }

  get line(): LineState {
    return this.#live.line;
  }

  get notice(): Live['notice'] {
    return this.#live.notice;
  }

  /** Why this page cannot host the room. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }

  /** Why the last command was refused, as a sentence; null when it was not. */
  get complaint(): string | null {
    return this.#complaint;
  }

  /** Whether the server can save at present, as far as it has said. */
  get isSaving(): boolean {
    return this.#isSaving;
  }

  /** Dials; the function returned hangs up. */
  start(): () => void {
    return this.#live.start();
  }

  /** Takes the room back from another tab. */
  again(): void {
    this.#live.again();
  }

  /** Gives a command; whether it was accepted. A `stale` one was done already and is no news to anybody. */
  async command(command: HostCommand): Promise<boolean> {
    this.#complaint = null;
    const reply = await this.#live.connection.send('command', command);
    if (!reply.ok && reply.refusal.name !== 'stale') this.#complaint = refusalSentence(reply.refusal);
    return reply.ok;
  }

  #show(view: HostView): void {
    if (view.moment !== this.#view?.moment) this.#complaint = null;
    this.#view = view;
  }

  #update({ people, tally, version }: PeopleUpdate<HostPerson>): void {
    if (this.#view) this.#view = { ...this.#view, version, tally, people: merged(this.#view.people, people) };
  }
}
