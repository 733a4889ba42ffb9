// What more than one page says.

export const commonWords = {
  product: 'Oneliner',
  nobodyPlays: 'Nobody is playing yet.',
  /** A leaderboard, a podium and a place while nobody has a point. */
  noPoints: 'No points yet.',
  stillOpen: 'Everyone starts the next question even.',
  nobodyScored: 'Nobody scored this time.',
  again: 'That calls for another round.',
  /** Over a leaderboard that a question did not change. */
  isVoid: (number: number) => `Question ${number} does not count: its result was lost.`,
};
