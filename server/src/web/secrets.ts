// Everything that must not be guessed: keys, codes and seeds from the system's secure source, and hashes of secrets.
import { hash, randomInt } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '@oneliner/shared';
import { customAlphabet, nanoid } from 'nanoid';
import { pairingWords } from './pairing-words.ts';

/** What is kept of a secret: enough to recognise it, useless to whoever reads the log. Secrets are random, so no salt. */
export const hashSecret = (secret: string): string => hash('sha256', secret, 'base64url');

/** A key of 132 random bits, in the shape of the contract's `secretSchema`. */
export const newKey = (): string => nanoid(22);

/** The seed of a room's quizzes: it decides order and places, and never leaves the server. */
export const newSeed = (): string => newKey();

/** A room code. Whether it is in use decides the log, in the one step that begins the room. */
export const newCode: () => string = customAlphabet(CODE_ALPHABET, CODE_LENGTH);

/** Two hours of four-digit PINs, one a minute; after that they come again. */
export const newPins = (): string[] =>
  Array.from({ length: 120 }, () => `${randomInt(10_000)}`.padStart(4, '0'));

/** The word an unpaired screen shows, that the host picks out of a few: it need not be secret, only easy to tell apart. */
export const newPairingWord = (): string => pairingWords[randomInt(pairingWords.length)] ?? '';
