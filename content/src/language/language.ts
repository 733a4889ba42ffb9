// What is known of a language: word lists and patterns, one file each. Where a list is missing, what needs it is off.

/** How a sentence tells of its subject: by a form of "to be", by a verb, or by a mark such as `=`. */
export interface Told {
  subject: string;
  predicate: string;
  link: 'is' | 'verb' | 'mark';
}

/** What a title asks: about one thing, about several that are compared, or how something is done. */
export interface Topic {
  subjects: string[];
  asks: 'what' | 'difference' | 'how' | 'other';
  /** The frame all of it stands in, such as `Python` in "What is a list in Python?". */
  frame: string | null;
}

/** Where a statement can be cut short and stays true. */
export interface Cutting {
  /** Each match begins where a statement may end. */
  ends: RegExp;
  /** An opening clause, which says nothing by itself. */
  opening: RegExp | null;
  /** Words that no statement ends with. */
  dangling: RegExp | null;
  /** Examples and the like, which can be left out. */
  asides: RegExp[];
  /** Words that tie a sentence to the one before it. */
  ties: RegExp | null;
}

/** How questions are worded. */
export interface Prompts {
  /** Which of four terms a description fits. */
  term: (clue: string) => string;
  kind: (noun: string, clue: string) => string;
  contrast: (name: string, others: readonly string[]) => string;
  table: (first: string, second: string, asked: string) => string;
  member: (lead: string) => string;
  after: (chain: string, step: string) => string;
  /** The document's own title as a question; where it asks about several things, with the one that is meant behind it. */
  title: (title: string) => string;
  /** The same, asking for what is true of one of the things in it. */
  side: (title: string, name: string) => string;
  meant: (title: string, name: string, isThing: boolean) => string;
}

export interface Language {
  code: string;
  name: string;
  /** Whether grammar is known, so that sentences can be taken apart and prompts be worded. */
  hasGrammar: boolean;
  stopWords: ReadonlySet<string>;
  stem: (word: string) => string;
  /** A heading or lead that announces a one-liner, with its words alone ("one line summary"). */
  isOneLinerLabel: (label: string) => boolean;
  /** A heading that names a part of an answer and no thing ("Example", "Usage"). */
  isPartLabel: (label: string) => boolean;
  /** A heading over an example, whose words are no facts. */
  isExampleLabel: (label: string) => boolean;
  /** The author's own life, or words to the reader about how to say it. */
  isPersonal: (text: string) => boolean;
  topicOf: (title: string) => Topic;
  /** What a sentence says of one of the subjects, or of whoever it defines; null where that is unclear. */
  toldBy: (sentence: string, subjects: readonly string[]) => Told | null;
  /** An answer to "How do you …?" without the person in it: "I use X and Y" is "X and Y". */
  answerIn: (sentence: string) => string;
  /** What a list's lead says of a subject, with the items to come: "Gunicorn provides" is "provides". */
  leadOf: (lead: string, subjects: readonly string[]) => { subject: string; opening: string } | null;
  /** What a marked term is used for, by the words before and after it: "Used … to avoid blocking"; null where they tell nothing. */
  purposeIn: (before: string, after: string) => string | null;
  /** The build of a statement: options of one build read as answers to one question. */
  buildOf: (statement: string) => string;
  /** What a definition says that its thing is one of: "the attack that …" is an `attack`; null where it does not say. */
  genusOf: (statement: string) => string | null;
  /** A deed as one thing does it, so that its verb does not tell how many do: "provide answers" is "provides answers". */
  inSingular: (statement: string) => string;
  /** Whether a statement points to what stands above or below it. */
  points: (statement: string) => boolean;
  /** Whether a name can name a thing, and is no sentence. */
  isNoun: (name: string) => boolean;
  cutting: Cutting;
  prompts: Prompts;
  absolutes: ReadonlySet<string>;
  negations: ReadonlySet<string>;
}
