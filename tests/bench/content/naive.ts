// The baseline: the title as question, raw one-liners as options, distractors at random. What is done without craft.
import type { Question } from '@oneliner/shared';
import { knowledgeOf } from '../../../content/src/facts/knowledge.ts';
import { readDocument } from '../../../content/src/read/document.ts';
import { chanceFrom } from '../../../content/src/text/random.ts';

/** A question for each entry that has a one-liner. */
export function naiveBank(name: string, text: string, seed: string): Question[] {
  const chance = chanceFrom(`naive ${seed}`);
  const lines = knowledgeOf(readDocument(name, text)).chapters.flatMap(({ entry, oneLiners: [first] }) =>
    first ? [{ entry: entry.title, line: first.line, text: first.text }] : [],
  );
  return lines.map((own) => {
    const others = chance.shuffled(lines.filter((other) => other !== own)).slice(0, 3);
    const options = chance.shuffled([own, ...others]);
    return {
      id: `naive-${own.line}`,
      family: 'naive',
      tier: 'standard',
      prompt: own.entry,
      body: { kind: 'choice', options: options.map(({ text: said }) => said), key: options.indexOf(own) },
      explanation: own.text,
      source: { document: name, entry: own.entry, line: own.line },
      factIds: [`naive-${own.line}`],
      difficulty: 0.5,
      remarks: [],
    };
  });
}
