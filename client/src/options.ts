// The six option marks: each option has a letter, a shape and a colour, so that nobody depends on one of them.

const OPTION_LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** The letter of an option by its index. */
export const letterOf = (option: number): string => OPTION_LETTERS[option] ?? '?';

/** The names of the CSS properties that colour an option: its ground and the text on it. */
export const optionColours = (option: number): { ground: string; text: string } => {
  const letter = letterOf(option).toLowerCase();
  return { ground: `var(--option-${letter})`, text: `var(--on-option-${letter})` };
};

/** Outlines in a box of 24 by 24: circle, triangle, square, diamond, pentagon, star; alike in area to the eye. */
export const OPTION_SHAPES = [
  'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z',
  'M12 2 23.5 21.5H.5z',
  'M3 3h18v18H3z',
  'M12 .5 23.5 12 12 23.5.5 12z',
  'M12 1.5 23 9.5 18.8 22.3H5.2L1 9.5z',
  'm12 .8 3.4 7.6 8.2.8-6.2 5.4 1.8 8.2-7.2-4.3-7.2 4.3 1.8-8.2L.4 9.2l8.2-.8z',
] as const;
