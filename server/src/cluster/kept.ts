// A program that is started again when it ends uninvited, as a supervisor does.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const AGAIN_AFTER_MS = 3000;

export class Kept {
  readonly name: string;
  readonly #start: () => ChildProcess;
  readonly #note: KeptNote;
  #child: ChildProcess;
  #again: NodeJS.Timeout | undefined;
  #isUnwanted = false;

  /** Starts it at once. */
  constructor(name: string, start: () => ChildProcess, note: KeptNote) {
    this.name = name;
    this.#start = start;
    this.#note = note;
    this.#child = this.#begin();
  }

  /** Its present process. */
  get child(): ChildProcess {
    return this.#child;
  }

  /** Lets it end in order; resolves when it has. */
  async stop(): Promise<void> {
    this.#isUnwanted = true;
    clearTimeout(this.#again);
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    // One that was halted would never read the signal.
    this.#child.kill('SIGCONT');
    await ended;
  }

  /** Ends it at once. */
  kill(): void {
    this.#isUnwanted = true;
    clearTimeout(this.#again);
    this.#child.kill('SIGKILL');
  }

  #begin(): ChildProcess {
    return this.#start().once('exit', () => {
      if (this.#isUnwanted) return;
      this.#note(this, 'ended');
      this.#again = setTimeout(() => {
        this.#child = this.#begin();
        this.#note(this, 'started-again');
      }, AGAIN_AFTER_MS);
    });
  }
}

/** Told when a program ended uninvited, and when it was started again. */
export type KeptNote = (kept: Kept, what: 'ended' | 'started-again') => void;
