// What is said about a document to its author, and to the host who picks from it: what is wrong, and what to do about it.
import { LIMITS } from '../../limits.ts';

const quoted = (title: string): string => `“${title}”`;

/** What is plain to see of an answer, by its name in the gate; said after "the only answer with". */
const signs = {
  parenthesis: 'brackets',
  digit: 'a digit',
  code: 'code',
  slash: 'a slash',
  comma: 'a comma',
  colon: 'a colon or semicolon',
  dash: 'a dash or an arrow',
  plus: 'a “+” or “&”',
  quote: 'quotation marks',
  'question mark': 'a question mark',
  'small start': 'a small first letter',
  article: '“a” or “the” in front',
  gerund: 'a first word in “-ing”',
  absolute: 'a word such as “always” or “only”',
  negation: 'a word such as “not” or “without”',
  'build of a thing': 'a noun in front, as in “a drink of leaves”',
  'build of a deed': 'a verb in front, as in “keeps people awake”',
  'build of a quality': 'a quality in front, as in “made of leaves”',
  'build of a place': 'a place or a time in front, as in “in hot water”',
  'build of a question': 'the form of a question',
  'build of a sentence': 'the form of a whole sentence, as in “leaves give the taste”',
};

export type Sign = keyof typeof signs;

/** What is wrong with a question, and what its author can do. */
type Objected = [what: string, advice: string];

const alike = 'Word it more like the others.';

const onlyOnes = Object.fromEntries(
  Object.entries(signs).flatMap(([sign, seen]): [string, Objected][] => [
    [`key alone with ${sign}`, [`it is the only answer with ${seen}`, alike]],
    [`key alone without ${sign}`, [`it is the only answer without ${seen}`, alike]],
  ]),
) as Record<`key alone ${'with' | 'without'} ${Sign}`, Objected>;

/** By the name that the gate gives it. */
const objections = {
  ...onlyOnes,
  'prompt too long': [
    `the question has more than ${LIMITS.promptLength} letters`,
    'Shorten the heading or the one-liner.',
  ],
  'option too long': [`an answer has more than ${LIMITS.optionLength} letters`, 'Shorten it.'],
  'cannot be said in 80 letters': [
    `no part of it makes sense in ${LIMITS.optionLength} letters`,
    'Say it shorter.',
  ],
  'fewer than two safe distractors': [
    'fewer than two of those are of its kind and surely wrong',
    'Write entries about two more things of its kind, each with a one-liner of its own.',
  ],
  'two options are the same': ['two of the answers are the same', 'Say what sets them apart.'],
  'lengths differ': ['the answers differ too much in length', 'Bring them to a similar length.'],
  'key is the longest by far': ['it is much longer than the wrong answers', 'Shorten it.'],
  'key is the shortest by far': ['it is much shorter than the wrong answers', 'Say a little more.'],
  'key alone echoes the question': [
    'it is the only answer that repeats a word of the question',
    'Say it without that word.',
  ],
  'a distractor says nearly what the key says': [
    'a wrong answer says nearly the same, so that both would be right',
    'Say what sets them apart.',
  ],
  'two distractors are nearly the same': [
    'two of the wrong answers say nearly the same',
    'Say what sets them apart.',
  ],
  'key is most like the others': [
    'it shares more words with the others than they do among themselves',
    'Say it in words of its own.',
  ],
  'key alone begins otherwise': [
    'all the wrong answers begin with the same words, and it does not',
    'Begin it in the same way, or some of them in another.',
  ],
  'key alone lacks a word of the others': [
    'all the wrong answers share a word, and it lacks that word',
    'Use the word here too, or say one of them without it.',
  ],
} satisfies Record<string, Objected>;

/** Why a question must not be asked, by name. */
export type Objection = keyof typeof objections;

const objected = (objection: Objection): string => objections[objection].join('. ');

export const documentWords = {
  usage: () => 'Use: npm run forge -- FILE [--json] [--seed S]',
  noFile: (file: string) => `There is no file ${file} that can be read.`,
  repaired: (count: number, readAs: string) =>
    `${count} characters are garbled: the file was opened as ${readAs} once, and saved. The game puts them right; in the file they stay wrong until you correct them.`,
  noGrammar: (language: string) =>
    `The language is ${language}, so questions come from terms and one-liners only: comparing sentences needs English. If it is English, begin the file with three lines: “---”, “language: en”, “---”.`,
  personal: (title: string) =>
    `${quoted(title)} is about its author, so nothing is asked from it. To have it asked, write about the thing itself, without “you”, “your” and “interview”.`,
  noOneLiner: (title: string) =>
    `${quoted(title)} has no one-liner. Add one under a label such as “One-line summary”.`,
  longOneLiner: (letters: number, most: number) =>
    `This one-liner has ${letters} letters. Answers have at most ${most}, so only its beginning can be one. Shorten it.`,
  sameQuestion: (title: string, line: number) =>
    `${quoted(title)} says nearly the same as the entry in line ${line}, so neither gives wrong answers for the other. If they differ, say how.`,
  standsOut: (answer: string, objection: Objection) =>
    `No question asks this one-liner. With ${quoted(answer)} as the right answer and those of other entries as wrong ones, ${objected(objection)}`,
  tellsNothing: () =>
    'No question asks this one-liner, as it is about nothing that its heading names. Begin it with a name from there: “Tea is …”.',
  suppressed: () =>
    'No question asks this one-liner, as the overrides beside this document leave it out. Take it out of “suppress” there to have it asked.',
  noQuestion: (title: string) =>
    `Nothing is asked from ${quoted(title)}. Say in a sentence what it is, or list what is true of it.`,
  unusableBoxes: () =>
    `This question is left out. Mark exactly one answer with [x], and keep to ${LIMITS.optionsPerQuestion} answers of ${LIMITS.optionLength} letters and a question of ${LIMITS.promptLength}.`,
  givesItselfAway: (answer: string, objection: Objection) =>
    `This question may be unfair. With ${quoted(answer)} as the right answer, ${objected(objection)}`,
  badOverrides: () =>
    'The overrides beside this document are no JSON object, so none of them counts. Check their brackets, commas and quotes.',
  unknownOverride: (name: string) =>
    `The overrides name ${quoted(name)}, which the document does not have. See the names that it has: npm run forge -- FILE`,
};
