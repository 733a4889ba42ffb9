// Who plays in the demo: a dozen players, each with a skill, a pace, and a habit of putting the phone away.

export interface Character {
  name: string;
  /** How often they know the answer, 0 to 1; otherwise they guess. */
  skill: number;
  /** How long they think, as a share of the time a question has. */
  pace: number;
  /** How often in a question they wander off, 0 to 1. */
  wanders: number;
}

export const cast: readonly Character[] = [
  { name: 'Ada', skill: 0.95, pace: 0.25, wanders: 0 },
  { name: 'Grace', skill: 0.9, pace: 0.35, wanders: 0.05 },
  { name: 'Linus', skill: 0.85, pace: 0.15, wanders: 0.1 },
  { name: 'Margaret', skill: 0.8, pace: 0.45, wanders: 0 },
  { name: 'Dennis', skill: 0.75, pace: 0.3, wanders: 0.05 },
  { name: 'Barbara', skill: 0.7, pace: 0.4, wanders: 0.1 },
  { name: 'Guido', skill: 0.65, pace: 0.5, wanders: 0 },
  { name: 'Radia', skill: 0.6, pace: 0.2, wanders: 0.15 },
  { name: 'Edsger', skill: 0.5, pace: 0.6, wanders: 0 },
  { name: 'Hedy', skill: 0.4, pace: 0.35, wanders: 0.2 },
  { name: 'Tim', skill: 0.3, pace: 0.1, wanders: 0.1 },
  { name: 'Quick Sam', skill: 0.15, pace: 0.05, wanders: 0.25 },
];
