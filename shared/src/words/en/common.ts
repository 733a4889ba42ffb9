// What more than one page says.

export const commonWords = {
  product: 'Oneliner',
  /** Over a leaderboard that a question did not change. */
  isVoid: (number: number) => `Question ${number} does not count: its result was lost.`,
};
