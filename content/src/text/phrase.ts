// A statement as an option: its own words, short enough for a phone, cut only where a clause or an aside ends.
import { LIMITS } from '@oneliner/shared';
import type { Language } from '../language/language.ts';

const VARIANTS = 4;
const SHORTEST = 30;

/** Where nothing that was opened stays open. */
const isClosed = (text: string): boolean => {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0;
  return count(/[(]/g) === count(/[)]/g) && count(/[“]/g) === count(/[”]/g) && count(/"/g) % 2 === 0;
};

/** Capital first letter, unless the first word is code. */
export function capitalised(text: string): string {
  const [first = ''] = text.split(/\s/, 1);
  return /[_()\d@<>=/]|\p{Ll}\p{Lu}/u.test(first) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

const bracketed = / \([^()]*\)/g;

const trimmed = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:.–—-]+$/, '')
    .replace(/^(?:→|[-–—:])\s*/, '')
    .trim();

function cuts(text: string, { cutting }: Language): string[] {
  const first = cutting.opening?.exec(text)?.[0].length ?? 0;
  // What is cut farther on is too long anyway, and a text of a thousand clauses would be copied a thousand times.
  const ends = [...text.slice(0, 2 * LIMITS.optionLength).matchAll(cutting.ends)]
    .map(({ index }) => index)
    .filter((end) => end >= first);
  return ends.reverse().map((end) => trimmed(text.slice(0, end)));
}

/** The ways to say a statement in at most 80 characters, the fullest first; none where it cannot be cut. */
export function variantsOf(text: string, language: Language): string[] {
  const { asides, ties } = language.cutting;
  const whole = trimmed(ties ? text.replace(ties, '') : text);
  const unbracketed = trimmed(whole.replace(bracketed, ''));
  const bare = asides.reduce((rest, aside) => trimmed(rest.replace(aside, '')), unbracketed);
  const all = [whole, unbracketed, bare, ...cuts(unbracketed, language), ...cuts(bare, language)];
  const fit = all.filter((way) => way.length > 0 && way.length <= LIMITS.optionLength && isClosed(way));
  const isOwn = (way: string): boolean => way === whole || way === unbracketed;
  const long = fit.filter(
    (way) => isOwn(way) || (way.length >= SHORTEST && !language.cutting.dangling?.test(way)),
  );
  return [...new Set(long.map(capitalised))].slice(0, VARIANTS);
}

/** As many members as fit an option, in one line: "Checks data types, applies constraints". */
export function plainList(members: readonly string[]): string {
  const [first = '', ...others] = members.map((member) => trimmed(member.replace(bracketed, '')));
  let line = first;
  for (const member of others) {
    const longer = `${line}, ${/^\p{Lu}\p{Ll}+(?:\s|-|$)/u.test(member) ? member.charAt(0).toLowerCase() + member.slice(1) : member}`;
    if (longer.length > LIMITS.optionLength) break;
    line = longer;
  }
  return line;
}
