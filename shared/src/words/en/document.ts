// What is said about a document to its author, and to the host who picks from it.

const quoted = (title: string): string => `“${title}”`;

export const documentWords = {
  usage: () => 'Use: npm run forge -- FILE [--json] [--seed S]',
  noFile: (file: string) => `There is no file ${file} that can be read.`,
  repaired: (count: number, readAs: string) =>
    `${count} characters had been read as ${readAs} and saved again. They are put right here; save the file as UTF-8 to be rid of it.`,
  noGrammar: (language: string) =>
    `The language is ${language}, so questions come from terms and one-liners only. Comparing sentences needs English.`,
  personal: (title: string) => `${quoted(title)} is about its author, so nothing is asked from it.`,
  noOneLiner: (title: string) =>
    `${quoted(title)} has no one-liner. Add one under a label such as “One-line summary”.`,
  longOneLiner: (letters: number, most: number) =>
    `This one-liner has ${letters} letters and an option ${most}, so only its beginning can be one. Shorten it.`,
  sameQuestion: (title: string, line: number) =>
    `${quoted(title)} answers nearly the same as the entry in line ${line}. Their answers never stand side by side.`,
  standsOut: (reason: string) => `No question asks this one-liner, because in all of them: ${reason}.`,
  tellsNothing: () =>
    'No question asks this one-liner: it tells nothing of one thing that its entry asks about.',
  suppressed: () => 'No question asks this one-liner: the overrides leave it out.',
  noQuestion: (title: string) =>
    `Nothing is asked from ${quoted(title)}. Say in a sentence what it is, or list what is true of it.`,
  unusableBoxes: () =>
    'This question is left out: check exactly one box, and keep options under 80 and the question under 200 letters.',
  givesItselfAway: (reason: string) => `The right option may be guessed: ${reason}.`,
  badOverrides: () => 'The overrides beside this document are no JSON object, so none of them counts.',
  unknownOverride: (name: string) => `The overrides name ${quoted(name)}, which the document does not have.`,
};
