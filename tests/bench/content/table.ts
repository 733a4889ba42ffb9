// Figures of a bank as lines to print, each with its bar where it has one.
import type { Question } from '@oneliner/shared';
import type { Bank } from '@oneliner/content';
import { fingerprint } from '../../../content/src/text/hash.ts';
import { learnedRate } from './learned.ts';
import type { Rate } from './guess.ts';
import { placesChi2, trickRates } from './guess.ts';

/** How many one-liners that nothing asks are printed: all of a document that a person wrote. */
const SHOWN = 12;

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const rated = ({ name, rate, within }: Rate): string =>
  `  ${percent(rate).padStart(7)} ± ${percent(within).padStart(6)}  ${name}`;

const isStandard = ({ tier }: Question): boolean => tier === 'standard';

function families(questions: readonly Question[]): string[] {
  return [...Map.groupBy(questions, ({ family }) => family)].map(
    ([family, all]) =>
      `  ${String(all.filter(isStandard).length).padStart(4)} standard, ${String(all.filter((one) => !isStandard(one)).length).padStart(3)} warm-up  ${family}`,
  );
}

/** What a bank holds, and what of its one-liners and entries it leaves. */
export function contents({ questions, rejected, entries, remarks }: Bank): string[] {
  const standard = questions.filter(isStandard);
  const unused = remarks.filter(({ text }) => text.startsWith('No question asks'));
  return [
    ...families(questions),
    `  ${new Set(standard.flatMap(({ factIds }) => factIds)).size} distinct facts in standard questions`,
    `  ${new Set(standard.map(({ source }) => source.entry)).size} of ${entries} entries with a standard question`,
    `  ${rejected.length} rejected; labelled one-liners that nothing asks: ${unused.length}`,
    ...unused.slice(0, SHOWN).map(({ line, text }) => `    line ${line}: ${text}`),
    ...(unused.length > SHOWN ? [`    and ${unused.length - SHOWN} more`] : []),
    `  digest ${fingerprint(JSON.stringify(questions))}`,
  ];
}

/** How often guessers are right over pooled banks, the best trick first. */
export function guessing(pooled: readonly Question[]): string[] {
  const tricks = trickRates(pooled).sort((a, b) => b.rate - a.rate);
  return [
    `  over ${pooled.length} questions; places χ² ${placesChi2(pooled).toFixed(2)} (7.81 is the bound at 5 %)`,
    rated(learnedRate(pooled)),
    ...tricks.map(rated),
  ];
}
