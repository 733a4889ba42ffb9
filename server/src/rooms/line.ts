// What a room knows of the world: connected pages, a broadcast, and timers; handed in, so that a test can be the network.
import type { ServerToClient } from '@oneliner/shared';

export type PushName = keyof ServerToClient;
export type Pushed<N extends PushName> = Parameters<ServerToClient[N]>[0];

/** One connected page. */
export interface Line {
  /** `SERVER:NUMBER`, unique among all connections of all servers, also after a restart. */
  readonly id: string;
  isOpen(): boolean;
  push<N extends PushName>(event: N, message: Pushed<N>): void;
  /** Takes part in what is broadcast on `channel`. */
  enter(channel: string): void;
  leave(channel: string): void;
  /** Ends the connection without a word; a page dials again. */
  hangUp(): void;
}

/** Sends one message to every line on a channel, encoded once. */
export type Broadcast = <N extends PushName>(channel: string, event: N, message: Pushed<N>) => void;

/** Calls `action` once after `ms`; the returned function calls it off. */
export type Later = (ms: number, action: () => void) => () => void;
