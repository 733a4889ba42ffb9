// The password of a server that keeps hosting to a few: asked for when it is missed, remembered for this tab.
import { HOST_PASSWORD_HEADER } from '@oneliner/shared';
import type { Reply } from '@oneliner/shared';
import { Memory } from '../src/storage.ts';

const KEY = 'oneliner.host.password';

/** A password that the server waits for. */
export interface Asking {
  /** One was tried and was not it. */
  isWrong: boolean;
  isChecking: boolean;
  /** Tries this one; null gives up. */
  answer(password: string | null): void;
}

export class HostPassword {
  readonly #memory: Memory;
  #asking: Asking | null = $state.raw(null);

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  get asking(): Asking | null {
    return this.#asking;
  }

  /** Sends a request with the password, and again with what is typed until it is right or given up. */
  async with<T extends object>(
    request: (headers: Record<string, string>) => Promise<Reply<T> | null>,
  ): Promise<Reply<T> | null> {
    for (;;) {
      const known = this.#memory.get(KEY);
      const reply = await request(
        known === null ? {} : { [HOST_PASSWORD_HEADER]: encodeURIComponent(known) },
      );
      const isMissed = reply !== null && !reply.ok && reply.refusal.name === 'password-needed';
      const typed = isMissed ? await this.#ask(known !== null) : null;
      if (isMissed) this.#memory.set(KEY, typed);
      if (typed !== null) continue;
      this.#asking = null;
      return reply;
    }
  }

  #ask(isWrong: boolean): Promise<string | null> {
    return new Promise((resolve) => {
      const answer = (password: string | null): void => {
        this.#asking = { isWrong: false, isChecking: true, answer };
        resolve(password);
      };
      this.#asking = { isWrong, isChecking: false, answer };
    });
  }
}

export const hostPassword = new HostPassword(new Memory(() => globalThis.sessionStorage ?? null));
