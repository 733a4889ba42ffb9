// Facts from chains: "A → B → C → D" tells what follows what.
import type { Sentence } from '../text/sentences.ts';
import type { Gathering } from './gathering.ts';
import { tidy } from './gathering.ts';

const SHORTEST = 4;
const arrow = /\s*(?:→|->|⟶|➜)\s*/;

export const isChain = (text: string): boolean => text.split(arrow).length >= SHORTEST;

/** Adds the steps of a chain, each with its place. */
export function addChain(sentence: Sentence, gathering: Gathering): void {
  const [, title = '', chain = ''] = /^(.{3,60}?)\s*[=:]\s*(.+)$/s.exec(sentence.text) ?? [];
  const steps = chain.split(arrow).map(tidy);
  if (steps.length < SHORTEST) return;
  const facts = steps.flatMap(
    (step, at) => gathering.add('step', `${title} ${at + 1}`, step, sentence) ?? [],
  );
  gathering.addGroup('chain', sentence.line, title, facts);
}
