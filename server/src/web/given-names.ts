// Names that the game gives, for rooms in which nobody should choose their own.
import { randomInt } from 'node:crypto';
import { givenNameWords } from '@oneliner/shared';
import { freeName } from './names.ts';

const oneOf = (words: readonly string[]): string => words[randomInt(words.length)] ?? '';

/** A friendly name of two words that nobody in the room has. */
export const giveName = (isTaken: (nameKey: string) => boolean): string => {
  const { manners, animals } = givenNameWords;
  return freeName(`${oneOf(manners)} ${oneOf(animals)}`, isTaken);
};
