// What the connection needs from the world: a way to dial a line, and a way to wait.
import type { ClientEventName } from '@oneliner/shared';

/** What a line tells whoever dialled it. After `closed` it says nothing more. */
export interface LineEvents {
  opened(): void;
  closed(): void;
  /** An event of the server. */
  heard(event: string, payload: unknown): void;
}

/** One attempt at one connection; it is never opened again once closed. */
export interface Line {
  send(event: ClientEventName, message: object, answered: (reply: unknown) => void): void;
  /** Ends the line without a further word to its listener. */
  close(): void;
}

export type Dial = (events: LineEvents) => Line;

/** Runs something once after so many milliseconds; the function returned takes it back. */
export type After = (ms: number, run: () => void) => () => void;
