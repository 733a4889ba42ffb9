// A statement as an option: its own words, short enough for a phone, cut only where a clause or an aside ends.
import { LIMITS } from '@oneliner/shared';
import type { Language } from '../language/language.ts';

const VARIANTS = 4;
const SHORTEST = 12;

/** Without asides: "(e.g. a database call)", "— for example …", "such as …". */
const asides = [
  / ?\([^()]*\)/g,
  /,? (?:—|–|-) (?:for example|e\.g\.)[^.;]*$/i,
  /,? ?(?:for example|for instance|e\.g\.|such as|like|including|, etc)\b.*$/i,
];

const clause =
  /(?:, (?=meaning|which|so|but|where|because|and )|[;:—–](?= )| (?=because |instead of |rather than |without |depending |using |unless |while |although |but |even |when |so that |whenever |whereas |from |by |at the same time |and )|, )/g;
const boundary = /(?:[;:—–](?= )|, )/g;
const dangling =
  /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|with|and|or|but|that|which|who|is|are|as|from|into|its|their|his|than|so|not|can|be|using|only|between|both|each|also|very|has|have)$/i;

const isWhole = (text: string): boolean => {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0;
  return (
    !dangling.test(text) &&
    count(/[(]/g) === count(/[)]/g) &&
    count(/[“]/g) === count(/[”]/g) &&
    count(/"/g) % 2 === 0
  );
};

/** Capital first letter, unless the first word is code. */
export function capitalised(text: string): string {
  const [first = ''] = text.split(/\s/, 1);
  return /[_()\d@<>=/]|\p{Ll}\p{Lu}/u.test(first) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

const trimmed = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:.–—-]+$/, '')
    .replace(/^(?:→|[-–—:])\s*/, '')
    .trim();

function cuts(text: string, language: Language): string[] {
  const ends = [...text.matchAll(language.hasGrammar ? clause : boundary)].map(({ index }) => index);
  return ends.reverse().map((end) => trimmed(text.slice(0, end)));
}

/** The ways to say a statement in at most 80 characters, the fullest first; none where it cannot be cut. */
export function variantsOf(text: string, language: Language): string[] {
  const whole = trimmed(text);
  const bare = language.hasGrammar
    ? asides.reduce((rest, aside) => trimmed(rest.replace(aside, '')), whole)
    : whole;
  const unbracketed = trimmed(whole.replace(asides[0] as RegExp, ''));
  const all = [whole, unbracketed, bare, ...cuts(unbracketed, language), ...cuts(bare, language)];
  const fit = all.filter((way) => way.length <= LIMITS.optionLength && isWhole(way));
  const long = fit.filter((way, at) => at === 0 || way.length >= SHORTEST);
  return [...new Set(long.map(capitalised))].slice(0, VARIANTS);
}
