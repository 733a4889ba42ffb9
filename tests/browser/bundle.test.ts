// What a phone must fetch before it can play: small, and from nowhere else.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const LIMIT_BYTES = 60_000;
const read = (path: string): string =>
  readFileSync(new URL(`../../client/dist/${path}`, import.meta.url), 'utf8');

/** What a page's HTML names, and what its scripts import, as paths in the built folder. */
const filesOf = (page: string): string[] => {
  const found = new Set<string>();
  const follow = (path: string): void => {
    if (found.has(path) || !/\.(js|css)$/.test(path)) return;
    found.add(path);
    const imports = path.endsWith('.js') ? read(path).matchAll(/["'](\.[^"'\s]+\.(?:js|css))["']/g) : [];
    for (const [, name = ''] of imports) follow(posix.join(posix.dirname(path), name));
  };
  for (const [, path = ''] of read(`${page}/index.html`).matchAll(/(?:src|href)="\/([^"]+)"/g)) follow(path);
  return [...found];
};

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

test('the scripts and styles of the player’s page stay under 60 KB gzipped', () => {
  const sizes = filesOf('play').map((path) => [path, gzipSync(read(path)).length] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  const table = sizes.map(([path, size]) => `${path}: ${kilobytes(size)}`).join('\n');
  expect(sizes.length).toBeGreaterThan(1);
  expect(total, `${kilobytes(total)}\n${table}`).toBeLessThan(LIMIT_BYTES);
});

describe.each(['play', 'host', 'screen'])('the page %s', (page) => {
  /** Names of namespaces, and pages that an error's text points at: read by nobody's network. */
  const names = ['http://www.w3.org/', 'https://svelte.dev/e/', 'https://socket.io/docs/'];
  const isOnlyAName = (address: string): boolean => names.some((name) => address.startsWith(name));

  test('names no other host', () => {
    const texts = [`${page}/index.html`, ...filesOf(page)].map(read);
    const addresses = texts.flatMap((text) => text.match(/(?:https?|wss?):\/\/[a-z0-9][^\s"'`)<]*/gi) ?? []);
    expect(addresses.filter((address) => !isOnlyAName(address))).toEqual([]);
  });

  test('has no script and no style of its own in the HTML, which the content policy forbids', () => {
    expect(read(`${page}/index.html`)).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=/);
  });
});
