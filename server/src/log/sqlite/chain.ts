// The chain of a room's entries: each carries a hash over itself and the hash of the one before.
import { hash } from 'node:crypto';
import type { StoredEntry } from '../disk.ts';

/** What the first entry of a room follows. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 in hex over the previous hash, where and when the entry stands, and its command as stored. */
export const chainHash = (previous: string, code: string, { seq, at, by, command }: StoredEntry): string =>
  hash('sha256', `${JSON.stringify([previous, code, seq, at, by])}${command}`);
