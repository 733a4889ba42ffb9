// A text as sentences, each with the line it begins on.

export interface Sentence {
  text: string;
  line: number;
}

const abbreviation = /\b(?:e\.g|i\.e|etc|vs|cf|approx|[nN]o|fig|[DM]r|Mrs|St|U\.S|[A-Z])\.$/;

/** Ends of sentences: a stop before a capital, or a line that ends with a stop. */
const ends = /[.!?]["”’)]*(?=\s+["“‘(]?[\p{Lu}\p{N}`@])|[.!?:;]["”’)]*(?=\n)|$/gu;

/** A line that begins with its own label ("Syntax: []") or with a name in capitals starts a sentence, too. */
const joined = (text: string): string =>
  text
    .replace(/[ \t]*\n[ \t]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export function sentencesOf(text: string, line: number): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(ends)) {
    const end = index + mark.length;
    const raw = text.slice(start, end);
    if (abbreviation.test(raw.trim()) && end < text.length) continue;
    const lead = raw.length - raw.trimStart().length;
    const before = text.slice(0, start + lead).split('\n').length - 1;
    if (raw.trim() !== '') sentences.push({ text: joined(raw), line: line + before });
    start = end;
  }
  return sentences;
}
