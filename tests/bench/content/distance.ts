// How far distractors come from: out of the same entry, out of its kin, or out of the rest of the document.
import type { Question } from '@oneliner/shared';
import type { Knowledge } from '../../../content/src/facts/knowledge.ts';
import { nameIn, statement } from '../../../content/src/questions/choices.ts';
import { normal } from '../../../content/src/text/words.ts';

/** The entries that an option can come from, by its words. */
function origins({ chapters, language }: Knowledge): Map<string, Set<number>> {
  const entries = new Map<string, Set<number>>();
  for (const fact of chapters.flatMap(({ facts }) => facts))
    for (const way of [...statement(fact, language).ways, ...nameIn(fact, language).ways])
      entries.set(normal(way), (entries.get(normal(way)) ?? new Set()).add(fact.entry));
  return entries;
}

/** The shares of distractors by where they come from, as a line. */
export function distances(questions: readonly Question[], knowledge: Knowledge): string {
  const from = origins(knowledge);
  const byTitle = new Map(knowledge.chapters.map((chapter) => [chapter.entry.title, chapter]));
  const counts = { 'the same entry': 0, 'its kin': 0, elsewhere: 0 };
  for (const { body, source } of questions) {
    const chapter = byTitle.get(source.entry);
    for (const option of body.options.filter((_, at) => at !== body.key)) {
      const entries = from.get(normal(option)) ?? new Set();
      const isSame = chapter !== undefined && entries.has(chapter.entry.index);
      const isKin = chapter !== undefined && !entries.isDisjointFrom(chapter.kin);
      counts[isSame ? 'the same entry' : isKin ? 'its kin' : 'elsewhere'] += 1;
    }
  }
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shares = Object.entries(counts).map(
    ([where, count]) => `${((count / Math.max(1, all)) * 100).toFixed(0)} % from ${where}`,
  );
  return `  distractors: ${shares.join(', ')}`.replace('from elsewhere', 'from elsewhere in the document');
}
