// This screen's part in a room: it is paired by a key or by the host's tap, and keeps what it was last shown.
import type { Refusal, ScreenView } from '@oneliner/shared';
import { Live } from '../src/live.svelte.ts';
import { makeSecret } from '../src/secret.ts';
import { memory } from '../src/storage.ts';
import { pathOf } from './address.ts';
import type { ScreenAddress } from './address.ts';
import { withUpdate } from './people.ts';
import type { ScreenActions, ScreenState } from './state.ts';

const secretOf = (code: string): string => {
  const kept = memory.get(`screen:${code}`) ?? makeSecret();
  memory.set(`screen:${code}`, kept);
  return kept;
};

export class ScreenSession implements ScreenActions {
  readonly live: Live;
  #code = $state<string | null>(null);
  #view = $state.raw<ScreenView | null>(null);
  #word = $state<string | null>(null);
  #refusal = $state.raw<Refusal | null>(null);
  #hangUp: () => void = () => {};

  constructor() {
    this.live = new Live({
      screen: (view) => (this.#view = view),
      'screen-people': (update) => (this.#view = this.#view && withUpdate(this.#view, update)),
      pairing: ({ word }) => {
        this.#word = word;
        this.#view = null;
      },
      attached: (accepted) => 'paired' in accepted && accepted.paired && this.#attach(null, true),
      refused: (refusal) => this.#refused(refusal),
    });
  }

  get state(): ScreenState {
    const { line, notice } = this.live;
    if (this.#code === null) return { show: 'ask', refusal: this.#refusal };
    if (notice === 'unpaired' || notice === 'room-closed') return { show: 'farewell', why: notice };
    if (this.#view) return { show: 'room', view: this.#view, line };
    if (this.#word !== null) return { show: 'pairing', word: this.#word, line };
    return { show: 'finding', line };
  }

  /** Takes up what the page's address says; the function returned ends it. */
  start({ code, key }: ScreenAddress): () => void {
    if (code !== null) this.#open(code, key);
    return () => this.#hangUp();
  }

  enter(code: string): void {
    history.pushState(null, '', pathOf(code));
    this.#open(code, null);
  }

  again(): void {
    this.#view = null;
    this.#word = null;
    this.#attach(null);
    this.live.again();
  }

  leave(): void {
    this.#close(null);
    history.pushState(null, '', '/screen');
  }

  #open(code: string, key: string | null): void {
    this.#close(null);
    this.#code = code;
    this.#attach(key);
    this.#hangUp = this.live.start();
  }

  #close(refusal: Refusal | null): void {
    this.#hangUp();
    this.#hangUp = () => {};
    this.#code = null;
    this.#view = null;
    this.#word = null;
    this.#refusal = refusal;
  }

  /** A key works once, so that it is shown until the screen is paired and never after. */
  #attach(key: string | null, hasRole = false): void {
    const code = this.#code;
    if (code === null) return;
    const message = { code, secret: secretOf(code), ...(key === null ? {} : { key }) };
    this.live.connection.attachWith({ event: 'screen', message }, hasRole);
  }

  /** With a spent key it can still ask the host; any other refusal leads back to the code. */
  #refused(refusal: Refusal): void {
    if (refusal.name === 'key-spent') this.#attach(null);
    else this.#close(refusal);
  }
}
