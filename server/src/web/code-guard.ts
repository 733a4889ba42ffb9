// Guessing codes takes long: codes are looked up a few at a time, and a wrong one keeps its place for a second.
import { LIMITS } from '@oneliner/shared';
import type { Refusal } from '@oneliner/shared';
import type { SharedPace } from './shared-pace.ts';

export interface CodeGuardParts {
  /** ms of a clock that does not run backwards. */
  now(): number;
  /** Calls `action` once after `ms`. */
  later(ms: number, action: () => void): void;
  /** How long a wrong code keeps its place. */
  wrongMs: number;
  /** How many wrong codes of all addresses may come that quickly; from then on all together get one every `wrongMs`. */
  wrongBurst: number;
  /** What wrong codes take turns by where several servers guard the same ones; null where one does. */
  pace: SharedPace | null;
  /** Places for one address, and for all together. */
  atOnce: number;
  atOnceOverall: number;
  /** How many may wait at one address before the next is sent away. */
  waiting: number;
}

/**
 * While the log is away the rooms that are open here are found all the same: what could not be looked up then is as good
 * as wrong, or who guesses would learn of those as fast as he can ask.
 */
const isNoRightCode = (found: unknown): boolean =>
  found === null ||
  (typeof found === 'object' && 'refusal' in found && (found.refusal as Refusal).name === 'not-saved');

/**
 * A door with few places. Whoever types a code waits for one; a right code gives it back at once and a wrong one
 * after a second, so honest people behind one address pass quickly and ten thousand guesses take hours. Addresses
 * take turns, so that one of them cannot keep the others out; where many of them guess for long, wrong codes keep their
 * places longer, so that it takes them all together as long as one. Servers that share a log count their wrong codes together,
 * so that many of them take as long as one, too.
 */
export class CodeGuard {
  readonly #parts: CodeGuardParts;
  readonly #inside = new Map<string, number>();
  /** In order of whose turn it is. */
  readonly #queues = new Map<string, (() => void)[]>();
  #insideOverall = 0;
  /** When the wrong codes so far would be through, at one every `wrongMs`. */
  #wrongUntil = -Infinity;

  constructor(parts: CodeGuardParts) {
    this.#parts = parts;
  }

  /**
   * Runs `look` when there is a place; what it returns is the answer, null for a wrong code.
   * @returns null for a wrong code, at least a second after it was looked up, and as late the refusal of one that could
   * not be looked up because the log is away; `full` when too many wait at this address.
   */
  async pass<T>(address: string, look: () => Promise<T | null>): Promise<T | null | 'full'> {
    if (!(await this.#enter(address))) return 'full';
    const found = await look().catch((error: unknown) => {
      this.#leave(address);
      throw error;
    });
    if (isNoRightCode(found)) await this.#until(await this.#endOfWrong());
    this.#leave(address);
    return found;
  }

  /**
   * Until when a wrong code keeps its place. What others have taken counts here, too, so that a server which loses sight
   * of them goes on as slowly as all were.
   */
  async #endOfWrong(): Promise<number> {
    const { now, wrongMs, wrongBurst, pace } = this.#parts;
    const earliest = now() + wrongMs;
    const from = now() - wrongBurst * wrongMs;
    this.#wrongUntil = Math.max(this.#wrongUntil, from) + wrongMs;
    const own = this.#wrongUntil;
    const overall = (await pace?.(from, wrongMs)) ?? own;
    this.#wrongUntil = Math.max(this.#wrongUntil, overall);
    return Math.max(earliest, own, overall);
  }

  #until(at: number): Promise<void> {
    return new Promise((resolve) => {
      this.#parts.later(Math.max(0, at - this.#parts.now()), resolve);
    });
  }

  #enter(address: string): Promise<boolean> {
    if (this.#isFree(address)) {
      this.#take(address);
      return Promise.resolve(true);
    }
    const queue = this.#queues.get(address) ?? [];
    if (queue.length >= this.#parts.waiting) return Promise.resolve(false);
    this.#queues.set(address, queue);
    return new Promise((resolve) => {
      queue.push(() => {
        resolve(true);
      });
    });
  }

  #isFree(address: string): boolean {
    const { atOnce, atOnceOverall } = this.#parts;
    return (this.#inside.get(address) ?? 0) < atOnce && this.#insideOverall < atOnceOverall;
  }

  #take(address: string): void {
    this.#inside.set(address, (this.#inside.get(address) ?? 0) + 1);
    this.#insideOverall += 1;
  }

  #leave(address: string): void {
    const inside = (this.#inside.get(address) ?? 1) - 1;
    if (inside === 0) this.#inside.delete(address);
    else this.#inside.set(address, inside);
    this.#insideOverall -= 1;
    this.#letNextIn();
  }

  /** The first address in line that has a place; it goes to the end of the line. */
  #letNextIn(): void {
    for (const [address, queue] of this.#queues) {
      if (!this.#isFree(address)) continue;
      const next = queue.shift();
      this.#queues.delete(address);
      if (queue.length > 0) this.#queues.set(address, queue);
      if (!next) continue;
      this.#take(address);
      next();
      return;
    }
  }
}

/** A door for one kind of code, as wide as the limits of the game say. */
export const createCodeGuard = (
  later: CodeGuardParts['later'],
  now: CodeGuardParts['now'],
  pace: CodeGuardParts['pace'] = null,
): CodeGuard =>
  new CodeGuard({
    later,
    now,
    pace,
    wrongMs: LIMITS.wrongCodeDelayMs,
    wrongBurst: LIMITS.wrongCodesBurst,
    atOnce: LIMITS.codesAtOnce,
    atOnceOverall: LIMITS.codesAtOnceOverall,
    waiting: LIMITS.codesWaiting,
  });
