// The lengths of time that server and pages must agree on, in milliseconds.

export const TIMING = {
  /** The options leave the server this long before they may be answered, so that every phone opens at the same moment. */
  optionsAheadMs: 500,
  /** Full points below this much thinking time. */
  fullPointsMs: 500,
  /** Most credit a phone gets for the way of its answer. */
  creditCapMs: 250,
  /** The close is appended this long after time is up: the largest credit and a little more. */
  closeGraceMs: 300,
  /** A player counts as here for this long after the connection was lost. */
  presenceGraceMs: 8000,
  /** "Reveal now" and "end" wait this long, so that they can be taken back. */
  takeBackMs: 2000,
  /** The count of three before a paused game goes on. */
  resumeCountMs: 3000,
  /** How long a PIN stays on the screen; the one before it is good for as long again. */
  pinEveryMs: 60_000,
  /** How long the reveal and the leaderboard stay when the game advances by itself. */
  autoRevealMs: 8000,
  autoLeaderboardMs: 5000,
  /** Least time between two small updates to host and screen. */
  updateEveryMs: 100,
} as const;

/** Time to read a question before it opens: about 20 characters a second, between 3 and 8 seconds. */
export const readingMs = (prompt: string): number =>
  Math.min(8000, Math.max(3000, 1500 + Math.round(prompt.length * 50)));
