// What came of a command: accepted with its effects on what people see, or a refusal by name.
import type { Notice, PlayerId, Refused } from '@oneliner/shared';
import type { RoomState } from './state.ts';

/** Who has to be shown something new. Lists may name a player twice. */
export interface Effects {
  /** Whose whole view changed: everybody's, or the host's and the screens'. */
  views: 'all' | 'staff' | null;
  /** Players of whom host and screens learn by a small update. */
  people: PlayerId[];
  /** Players whose own part changed; `all` at a reveal. */
  me: PlayerId[] | 'all';
  /** The counts of answers changed. */
  tally: boolean;
  /** Connections that lost their role, and why. */
  notices: { connection: string; notice: Notice }[];
}

export const noEffects = (): Effects => ({ views: null, people: [], me: [], tally: false, notices: [] });

/** Who the command made or found, and the thinking time of an answer as it counts. */
export interface Result {
  player?: PlayerId;
  screen?: number;
  elapsedMs?: number;
}

/** What whoever sent the command is told. */
export type Answered = Refused | { ok: true; result: Result };

export interface Outcome {
  answered: Answered;
  effects: Effects;
}

/** What is known before anything changes: a refusal, the first verdict of a repeat, or nothing against it. */
export type Verdict = Answered | null;

/** The rule of one command: `check` only reads; `change` writes, and runs only where `check` gave null. */
export interface Rule<C> {
  check(this: void, state: RoomState, command: C, at: number): Verdict;
  change(this: void, state: RoomState, command: C, at: number, effects: Effects): Result;
}
