// `npm run forge -- FILE`: what the game makes of a document, for its author and for CI.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { documentWords, refusalSentence, refused } from '@oneliner/shared';
import type { Refusal } from '@oneliner/shared';
import { makeBank } from './bank.ts';
import { readBytes } from './decode/bytes.ts';
import type { Wanted } from './forge/arguments.ts';
import { readArguments } from './forge/arguments.ts';
import { asJson } from './forge/json.ts';
import { report } from './forge/report.ts';

/** Exit codes: nothing to mend; something to mend; no questions; not understood. */
const EXIT = { good: 0, remarks: 1, refused: 2, usage: 3 } as const;

/** Says something where it does not get into the output, and gives the code to end with. */
function fail(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}

const refuse = (refusal: Refusal): number => fail(refusalSentence(refusal), EXIT.refused);

/** The text of `<name>.overrides.json` beside `<name>.md`, where there is one. */
function overridesBeside(file: string): { overrides?: string } {
  const path = file.replace(/\.[^./\\]+$/, '') + '.overrides.json';
  return existsSync(path) ? { overrides: readFileSync(path, 'utf8') } : {};
}

/** The bytes of a file; null where there is none, or a folder in its place, or no leave to read it. */
function bytesOf(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function forge({ file, isJson, seed }: Wanted): number {
  const bytes = bytesOf(file);
  if (!bytes) return fail(documentWords.noFile(file), EXIT.usage);
  const read = readBytes(bytes);
  if (!read.ok) return refuse(read.refusal);
  const name = basename(file);
  const bank = makeBank({ name, text: read.text, seed, ...overridesBeside(file) });
  process.stdout.write(`${isJson ? asJson(bank) : report(name, bank)}\n`);
  if (bank.questions.length === 0) return refuse(refused('document-empty').refusal);
  return bank.remarks.length > 0 ? EXIT.remarks : EXIT.good;
}

function run(words: readonly string[]): number {
  const wanted = readArguments(words);
  return wanted ? forge(wanted) : fail(documentWords.usage(), EXIT.usage);
}

process.exitCode = run(process.argv.slice(2));
