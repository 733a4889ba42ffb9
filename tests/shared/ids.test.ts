// Room codes, versions and secrets: what is read, shown and compared.
import {
  CODE_ALPHABET,
  CODE_LENGTH,
  codeSchema,
  compareVersions,
  isCode,
  secretSchema,
  spacedCode,
  tidyCode,
} from '@oneliner/shared';
import type { Version } from '@oneliner/shared';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

const codes = fc
  .array(fc.constantFrom(...CODE_ALPHABET), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
  .map((letters) => letters.join(''));
const version: fc.Arbitrary<Version> = fc.tuple(fc.nat(), fc.nat());

describe('a room code', () => {
  test('has no letters that look or sound alike from afar', () => {
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
    for (const confusing of '0O1IL2Z5S8BUV') expect(CODE_ALPHABET).not.toContain(confusing);
  });

  test('is read from however a person types it', () => {
    const asTyped = (code: string) => [
      code.toLowerCase(),
      spacedCode(code),
      ` ${code.slice(0, 2)}-${code.slice(2)} `,
    ];
    fc.assert(
      fc.property(codes, (code) => {
        for (const typed of asTyped(code)) expect(v.parse(codeSchema, typed)).toBe(code);
      }),
    );
  });

  test('is the same after tidying twice', () => {
    fc.assert(fc.property(fc.string(), (typed) => tidyCode(tidyCode(typed)) === tidyCode(typed)));
  });

  test.each(['', 'ACDEF', 'ACDEFGH', 'ACDEF0', 'ACDEFÅ', 'A'.repeat(1000), ' '.repeat(21)])(
    'is not %j',
    (typed) => {
      expect(v.is(codeSchema, typed)).toBe(false);
      expect(isCode(typed)).toBe(false);
    },
  );
});

describe('a version', () => {
  test('orders by epoch first, then by number', () => {
    expect(compareVersions([1, 9], [2, 1])).toBeLessThan(0);
    expect(compareVersions([2, 3], [2, 2])).toBeGreaterThan(0);
    expect(compareVersions([2, 3], [2, 3])).toBe(0);
  });

  test('is older one way where it is newer the other way', () => {
    fc.assert(
      fc.property(
        version,
        version,
        (a, b) => Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a)) === 0,
      ),
    );
  });
});

test.each([
  ['x'.repeat(21), false],
  ['x'.repeat(22), true],
  ['x'.repeat(64), true],
  ['x'.repeat(65), false],
  [`${'x'.repeat(22)}\n`, false],
  [`${'x'.repeat(22)}=`, false],
])('a secret such as %j parses: %s', (secret, isSecret) => {
  expect(v.is(secretSchema, secret)).toBe(isSecret);
});
