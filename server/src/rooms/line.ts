// What a room knows of the world: connected pages and timers; handed in, so that a test can be the network.
import type { ServerToClient } from '@oneliner/shared';

export type PushName = keyof ServerToClient;
export type Pushed<N extends PushName> = Parameters<ServerToClient[N]>[0];

/** One connected page. */
export interface Line {
  /** `SERVER:NUMBER`, unique among all connections of all servers, also after a restart. */
  readonly id: string;
  isOpen(): boolean;
  /** The message is not changed afterwards, so one that many lines are told in a row is encoded once. */
  push<N extends PushName>(event: N, message: Pushed<N>): void;
  /** Ends the connection without a word; a page dials again. */
  hangUp(): void;
}

/** Calls `action` once after `ms`; the returned function calls it off. */
export type Later = (ms: number, action: () => void) => () => void;
