// What the line on the bar shows: the span of time that runs out, or how full the room is.
import { TIMING } from '@oneliner/shared';
import type { HostView } from '@oneliner/shared';

/** From when to when, in ms of the room's clock. */
export interface Span {
  from: number;
  to: number;
}

const before = (to: number | null, ms: number): Span | null => (to === null ? null : { from: to - ms, to });

/** The span that runs now; null where nothing happens by itself. */
export function spanOf({ phase, pending }: HostView): Span | null {
  if (pending) return before(pending.at, TIMING.takeBackMs);
  switch (phase.name) {
    case 'announced':
      return { from: phase.announcedAt, to: phase.opensAt };
    case 'open':
      return phase.closesAt === null ? null : { from: phase.opensAt, to: phase.closesAt };
    case 'reveal':
      return before(phase.nextAt, TIMING.autoRevealMs);
    case 'leaderboard':
      return before(phase.nextAt, TIMING.autoLeaderboardMs);
    case 'paused':
      return before(phase.resumesAt, TIMING.resumeCountMs);
    default:
      return null;
  }
}

/** In the lobby the line fills as people arrive: halfway with six, nearly full with thirty. */
export const fullness = (here: number): number => here / (here + 6);
