// What more than one page says.

export const commonWords = {
  product: 'Oneliner',
  nobodyPlays: 'Nobody is playing yet.',
  /** A leaderboard, a podium and a place while nobody has a point. */
  noPoints: 'No points yet.',
  stillOpen: 'Everyone starts the next question even.',
  nobodyScored: 'Nobody scored this time.',
  again: 'That calls for another round.',
  /** A podium where the host ended the quiz before anything was revealed. */
  noResult: 'No result this time.',
  endedEarly: 'The game ended before its first answer was shown.',
  /** Those of an earlier quiz of the evening. */
  pointsStand: 'All points from before still count.',
  /** Over a leaderboard that a question did not change. */
  isVoid: (number: number) => `Question ${number} does not count: its result was lost.`,
};
