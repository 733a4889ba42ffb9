// Names for thousands of players.

const SYLLABLES = ['ba', 'lo', 'mi', 'ne', 'ru', 'ta', 'vo', 'ze', 'ko', 'di'];

/** A name of its own for each number, spelt out: the filter of names takes some numbers for words. */
export const nameOf = (number: number): string =>
  `M${[...`${number}`].map((digit) => SYLLABLES[Number(digit)]).join('')}`;
