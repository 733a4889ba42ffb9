// The small values that name things on the wire: room codes, players, steps and versions.
import * as v from 'valibot';

/** Letters and digits that no one confuses when read aloud or from ten metres: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const CODE_ALPHABET = '34679ACDEFGHJKMNPQRTWXY';
export const CODE_LENGTH = 6;

const codePattern = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);

/** What a person typed, as a room code: upper case, without spaces and dashes. Not yet checked. */
export const tidyCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]+/g, '');

export const isCode = (text: string): boolean => codePattern.test(text);

/** A code in two groups of three, the way it is shown and said. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

export const codeSchema = v.pipe(v.string(), v.maxLength(20), v.transform(tidyCode), v.regex(codePattern));

/** A secret that a page made for itself (or a key the host's page made): 22 characters of base64url, 128 bits or more. */
export const secretSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,64}$/));

/** A player's public number in the room: 1, 2, 3 … in order of joining. */
export type PlayerId = number;
export const playerIdSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The number of a question since the room opened: 1, 2, 3 …, never used again by a later quiz in the room. */
export type StepNumber = number;
export const stepSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The number of a change of phase since the room opened. A host's command names the moment it was meant for. */
export type Moment = number;
export const momentSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The entry of the room's log that a view shows: epoch first, then number. */
export type Version = readonly [epoch: number, seq: number];

/** Negative when `a` is older than `b`, 0 when they are the same, positive when it is newer. */
export const compareVersions = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1];
