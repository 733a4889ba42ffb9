// The quiz of the benchmark: 400 bytes a question, for the server's document and for the floors alike.

export interface BenchQuestion {
  prompt: string;
  options: string[];
  explanation: string;
}

const padded = (text: string, length: number): string =>
  `${text} ${'and so on and on '.repeat(length)}`
    .slice(0, length - 1)
    .trimEnd()
    .padEnd(length - 1, 'x') + '.';

/** Question `number`: 120 bytes of prompt, four options of 40, 120 of explanation. */
export const question = (number: number): BenchQuestion => ({
  prompt: padded(`Which of these stones was drawn as number ${number} of the night`, 119) + '?',
  options: ['amber', 'beryl', 'coral', 'diamond'].map((stone) => padded(`The ${stone} of ${number}`, 40)),
  explanation: padded(`It is the stone that was drawn as number ${number}`, 120),
});

export const QUESTIONS = 24;

/** The same as a document that the server makes its quiz of. */
export const quizDocument = (): string =>
  [
    '# A night of numbers',
    ...Array.from({ length: QUESTIONS }, (_, index) => {
      const { prompt, options, explanation } = question(index + 1);
      const list = options.map((option, place) => `- [${place === index % 4 ? 'x' : ' '}] ${option}`);
      return [`## Entry ${index + 1}`, prompt, list.join('\n'), explanation].join('\n\n');
    }),
  ].join('\n\n');
