// The bank: everything a document gives, from its text to questions with the reason for each that was rejected.
import type { DocumentRemark, Question } from '@oneliner/shared';
import { readDocument } from './read/document.ts';

/** A candidate that is no question, and why. */
export interface Rejected {
  family: string;
  prompt: string;
  key: string;
  entry: string;
  line: number;
  factIds: string[];
  reasons: string[];
}

export interface Bank {
  title: string;
  /** How many entries the document has. */
  entries: number;
  /** In the order of the document. */
  questions: Question[];
  rejected: Rejected[];
  /** What the author or host should know, by line. */
  remarks: DocumentRemark[];
}

export interface BankRequest {
  /** The file's name. */
  name: string;
  text: string;
  /** Another seed chooses other distractors; the bank is the same for the same seed. */
  seed?: string;
}

/** Everything the text gives. Never throws; a text without usable entries gives a bank without questions. */
export function makeBank({ name, text }: BankRequest): Bank {
  const document = readDocument(name, text);
  return {
    title: document.title,
    entries: document.entries.length,
    questions: [],
    rejected: [],
    remarks: [],
  };
}
