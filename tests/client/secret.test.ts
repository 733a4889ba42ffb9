// Secrets fit the contract and hold 132 bits.
import { secretSchema } from '@oneliner/shared';
import { expect, it } from 'vitest';
import { makeSecret } from '../../client/src/secret.ts';

it('fits the contract and is never the same', () => {
  const secrets = new Set(Array.from({ length: 100 }, () => makeSecret()));
  expect(secrets.size).toBe(100);
  for (const secret of secrets)
    expect(secretSchema['~standard'].validate(secret)).toEqual({ typed: true, value: secret });
});

it('uses every letter of base64url', () => {
  let next = 0;
  const secrets = Array.from({ length: 3 }, () =>
    makeSecret((bytes) => bytes.forEach((_, i) => (bytes[i] = next++))),
  );
  expect(new Set(secrets.join('')).size).toBe(64);
});
