// The names people play under: cleaned, bounded, fit for a big screen, and comparable by how they look.
import { LIMITS, refused, serverWords } from '@oneliner/shared';
import type { Reply } from '@oneliner/shared';
import confusables from 'unicode-confusables';
import { hasUnfitWord } from './unfit-words.ts';

const MARKS_IN_A_ROW = 2;
/** Some scripts can pile any number of characters into one grapheme; no name on a screen needs more than this. */
const CODE_UNITS = 4 * LIMITS.nameGraphemes;

/** Controls, unassigned and private characters, and all that is drawn as nothing (bidi, joiners, fillers, selectors). */
const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const SPACES = /[\p{Z}\t\n\v\f\r]+/gu;
const MARKS_ON_NOTHING = /(^| )\p{M}+/gu;
const PILED_MARKS = new RegExp(`(\\p{M}{${MARKS_IN_A_ROW}})\\p{M}+`, 'gu');

const SPACED_LETTERS = /(?<=(?<!\S)\S) (?=\S(?!\S))/gu;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

const collapsed = (text: string): string => text.replace(SPACES, ' ').trim();

/** A typed name as it will be shown: nothing invisible in it, marks bounded, single spaces. May be empty or too long. */
export const tidyName = (typed: string): string => {
  const visible = collapsed(typed).replace(INVISIBLE, '').normalize('NFKC');
  const bounded = visible.replace(INVISIBLE, '').replace(PILED_MARKS, '$1');
  return collapsed(collapsed(bounded).replace(MARKS_ON_NOTHING, '$1')).normalize('NFKC');
};

const folded = (text: string): string => text.toUpperCase().toLowerCase().normalize('NFD');
const skeleton = (text: string): string => confusables.rectifyConfusion(text.normalize('NFD'));

/**
 * The same for all names that can be taken for each other: UTS 39's skeleton of the case-folded name, without spaces;
 * i counts as l, as its capital looks like one. The prefix keeps it from ever being the name of a built-in property.
 */
export const nameKey = (name: string): string =>
  `~${skeleton(folded(skeleton(folded(name))))
    .replaceAll('i', 'l')
    .replaceAll(' ', '')}`;

/** The name itself if it is free, else the first free of "Ana 2", "Ana 3" …, shortened to what a name may have. */
export const freeName = (name: string, isTaken: (nameKey: string) => boolean): string => {
  let free = name;
  // In growing steps: where thousands share a name, nobody waits until all of them were tried.
  for (let number = 2; isTaken(nameKey(free)); number += Math.ceil(number / 4)) {
    const room = LIMITS.nameGraphemes - String(number).length - 1;
    free = `${graphemes(name).slice(0, room).join('').trimEnd()} ${number}`;
  }
  return free;
};

/** A grapheme takes a code unit or more, so most names need not be taken apart to be counted. */
const isLong = (name: string): boolean =>
  name.length > CODE_UNITS ||
  (name.length > LIMITS.nameGraphemes && graphemes(name).length > LIMITS.nameGraphemes);

/** The name as it is, as it looks, and with its single letters drawn together. */
const readings = (name: string): Set<string> =>
  new Set([name, confusables.rectifyConfusion(name), name.replace(SPACED_LETTERS, '')]);
const isFit = (name: string): boolean => ![...readings(name)].some(hasUnfitWord);

/** A typed name as it will stand in the log, or why it cannot; `isTaken` only finds a free one to offer instead. */
export const readName = (
  typed: string,
  isTaken: (nameKey: string) => boolean,
): Reply<{ name: string; nameKey: string }> => {
  const name = tidyName(typed);
  if (name === '') return refused('name-empty');
  if (isLong(name)) return refused({ name: 'name-long', graphemes: LIMITS.nameGraphemes });
  if (!isFit(name)) return refused({ name: 'name-unfit', free: freeName(serverWords.guest, isTaken) });
  return { ok: true, name, nameKey: nameKey(name) };
};
