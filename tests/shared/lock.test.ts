// What gets installed: nothing from a fixed registry's address, and nothing older than the security fixes known today.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');
const packages = Object.entries(
  (JSON.parse(text) as { packages: Record<string, { version?: string }> }).packages,
);

/** The first version of each package without a hole that is known. */
const fixedIn = {
  'engine.io': '6.6.10',
  'socket.io-parser': '4.2.7',
  ws: '8.21.1',
  'body-parser': '2.3.0',
  qs: '6.14.2',
  svelte: '5.53.5',
};

const parts = (version: string): number[] => version.split('.').map(Number);
const isAtLeast = (version: string, least: string): boolean => {
  const difference = parts(version).map((part, index) => part - (parts(least)[index] ?? 0));
  return (difference.find((part) => part !== 0) ?? 0) >= 0;
};

describe.each(Object.entries(fixedIn))('%s', (name, least) => {
  const versions = packages
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version }]) => version ?? '');

  test(`is installed, everywhere at or above ${least}`, () => {
    expect(versions).not.toEqual([]);
    for (const version of versions) expect(isAtLeast(version, least), version).toBe(true);
  });
});

test('versions compare by their numbers, not as text', () => {
  expect(isAtLeast('6.6.12', '6.6.10')).toBe(true);
  expect(isAtLeast('8.9.0', '8.21.1')).toBe(false);
  expect(isAtLeast('8.21.1', '8.21.1')).toBe(true);
});

test('the lock file names no registry, so that any mirror serves', () => {
  expect(text).not.toContain('"resolved": "http');
});
