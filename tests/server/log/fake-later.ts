// Timers that a test fires by hand.
import type { Later } from '../../../server/src/log/later.ts';

export class FakeLater {
  #armed: { ms: number; action: () => void }[] = [];

  later: Later = (ms, action) => {
    const timer = { ms, action };
    this.#armed.push(timer);
    return () => {
      this.#armed = this.#armed.filter((other) => other !== timer);
    };
  };

  /** How long each armed timer waits. */
  get waits(): number[] {
    return this.#armed.map(({ ms }) => ms);
  }

  /** Runs all that is armed now. */
  fire(): void {
    const due = this.#armed;
    this.#armed = [];
    for (const { action } of due) action();
  }
}
