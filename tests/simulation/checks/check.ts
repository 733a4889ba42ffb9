// A promise of the game, checked on the log of an evening entry by entry, against what the people themselves wrote down.
import type { Entry } from '../../../server/src/game/commands.ts';
import type { Outcome } from '../../../server/src/game/outcome.ts';
import type { RoomState } from '../../../server/src/game/state.ts';
import type { Evening } from '../evening.ts';

export interface Check {
  /** After every entry but the first; `state` is the fold up to it, and goes on changing. */
  see?(entry: Entry, outcome: Outcome, state: RoomState): void;
  /** After the last. */
  end?(state: RoomState): void;
}

/** @param say is called with every breach that it finds. */
export type MakeCheck = (evening: Evening, say: (breach: string) => void) => Check;
