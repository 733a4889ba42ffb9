// What came of the answers of several questions.
import type { Played } from '../load/room.ts';

/** From each answer to its acknowledgement, ms. */
export const acknowledgementsOf = (played: readonly Played[]): number[] =>
  played.flatMap(({ acknowledgements }) => acknowledgements);

/** Answers that were refused or never acknowledged. */
export const lostOf = (played: readonly Played[]): number =>
  played.reduce((sum, { refused, lost }) => sum + refused + lost, 0);
