// Titles without what decorates them: numbers, "Q7.", emoji, stars and quotation marks.

const decoration = /\p{Extended_Pictographic}|\u{fe0f}|\u{200d}/gu;
const mark = /^(?:Q(?:uestion)?|Frage|Pregunta|Domanda)\s*(?:\d+\s*[.:)–—-]|[.:)]|\d+\s+)\s*/iu;
const number = /^(?:[([]?\d{1,4}(?:\.\d+)*\s*[.:)\]]|#\d+)\s*/u;

/** Whether a title says by itself that it is a question: `Q7. …`, `Q: …`. */
export const hasQuestionMark = (title: string): boolean => mark.test(undecorated(title));
export const hasNumber = (title: string): boolean => number.test(undecorated(title));

export const undecorated = (title: string): string =>
  title
    .replace(decoration, ' ')
    .replace(/\*+|^[\s–—-]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** "**3.** ⭐ What is X?" is "What is X?". */
export const titleOf = (title: string): string =>
  undecorated(title)
    .replace(mark, '')
    .replace(number, '')
    .replace(/^["“”]+|["“”:]+$/g, '')
    .trim();
