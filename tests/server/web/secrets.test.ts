// Keys, codes and words: their shape, and that they are not the same twice.
import { isCode, secretSchema } from '@oneliner/shared';
import { is } from 'valibot';
import { describe, expect, it } from 'vitest';
import { pairingWords } from '../../../server/src/web/pairing-words.ts';
import { hashSecret, newCode, newKey, newPairingWord, newSeed } from '../../../server/src/web/secrets.ts';

const differences = (a: string, b: string) => [...a].filter((letter, at) => letter !== b[at]).length;

describe('what must not be guessed', () => {
  it('has the shape that the contract asks for', () => {
    expect(is(secretSchema, newKey())).toBe(true);
    expect(newSeed().length).toBeGreaterThanOrEqual(22);
    expect(Array.from({ length: 1000 }, newCode).every(isCode)).toBe(true);
  });

  it('is drawn anew each time', () => {
    expect(new Set(Array.from({ length: 1000 }, newKey)).size).toBe(1000);
  });
});

describe('the hash of a secret', () => {
  it('is SHA-256 and tells nothing of the secret itself', () => {
    expect(hashSecret('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});

describe('the words that screens show', () => {
  it('are many, five letters long, and differ in two letters or more', () => {
    expect(pairingWords.length).toBeGreaterThanOrEqual(200);
    for (const [at, word] of pairingWords.entries()) {
      expect(word).toMatch(/^[a-z]{5}$/);
      for (const other of pairingWords.slice(at + 1)) expect(differences(word, other)).toBeGreaterThan(1);
    }
  });

  it('are drawn from the list', () => {
    expect(pairingWords).toContain(newPairingWord());
  });
});
