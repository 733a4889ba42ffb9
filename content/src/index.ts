// What the rest of the game may know of content: bytes to text, text to a bank, a bank to a quiz.
export { makeBank } from './bank.ts';
export type { Bank, BankRequest, Rejected } from './bank.ts';
export { readBytes } from './decode/bytes.ts';
export { outlineOf } from './outline.ts';
export type { Outline } from './outline.ts';
export { makeQuiz } from './quiz/quiz.ts';
export type { QuizRequest } from './quiz/quiz.ts';
export { quizSize } from './quiz/size.ts';
