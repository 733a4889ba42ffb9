// The log of rooms as the rest of the server knows it: append, follow, and the one clock everybody shares.
import type { Command, Entry } from '../game/commands.ts';
import type { Ending } from './disk.ts';

export type { Command, Entry } from '../game/commands.ts';
export type { Ending } from './disk.ts';

/**
 * Why an append did not happen. What was not saved may stand in the log all the same when the disk failed or died at
 * the very moment of saving; followers are given it then, and sent again it does no harm. README.md says when.
 */
export type AppendFailure = 'no-such-room' | 'not-saved';

export type Appended = { ok: true; entry: Entry } | { ok: false; failure: AppendFailure };

export interface Subscription {
  stop(): void;
}

export interface RoomSummary {
  code: string;
  /** The time of the room's last entry, ms of the log's clock. */
  lastAt: number;
}

export interface RoomLog {
  /** Whether a failover may lose what was acknowledged. */
  readonly mayForget: boolean;
  /** The clock of the log in ms: near the wall's when the log was opened, and never running backwards. */
  now(): number;
  /** Begins a room with its first command; `null` when the code is in use. Resolves when committed. */
  create(code: string, command: Command, by: string): Promise<Appended | null>;
  /**
   * Resolves when the entry is committed, after every follower on this server whose `follow` has resolved was given
   * it. The command may be changed afterwards: followers are given what was stored.
   */
  append(code: string, command: Command, by: string): Promise<Appended>;
  /**
   * Gives every entry from `fromSeq` on once, in order, from whichever server it came; resolves when all that stood in
   * the log at the call has been given. `onEntry` must not throw. Rejects when the log cannot be read. Ends by itself,
   * and tells `onEnd`, when the room expires, or when what was given stands in the log no more: then the room has a
   * higher epoch, and another `follow` gives what stands there instead.
   */
  follow(
    code: string,
    fromSeq: number,
    onEntry: (entry: Entry) => void,
    onEnd?: (why: Ending) => void,
  ): Promise<Subscription>;
  /** Gives the room's followers on this server what other servers have appended by now; rejects when it cannot be read. */
  catchUp(code: string): Promise<void>;
  /** All rooms that the log holds. */
  list(): Promise<RoomSummary[]>;
  /**
   * Deletes the rooms whose last entry is older than `before`; returns their codes: none when it cannot write, and when
   * another server that shares the log sees to it at present.
   */
  expire(before: number): Promise<string[]>;
  /** Whether it can write at present. After a failure it tries by itself until it can again. */
  isWritable(): boolean;
  /** How far this server is behind the log, ms: 0 where nobody else writes it. */
  lagMs(): number;
  /** Commits what was appended and lets go of files and threads. */
  close(): Promise<void>;
}
