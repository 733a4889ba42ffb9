// The promises of server/README.md: each names tests, and each of those is there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { paths } from '../../server/src/paths.ts';

const read = (path: string): string => readFileSync(join(paths.root, path), 'utf8');

const readme = read('server/README.md');
const [, section = ''] = /\n## What is promised\n([\s\S]*?)\n### What is not promised\n/.exec(readme) ?? [];
const named = Array.from(
  section.matchAll(/^ {2}- `(\S+)` “(.+)”$/gm),
  ([, path = '', title = '']) => [title, path] as const,
);

test('every promise names a test', () => {
  const promises = section.split(/^- /m).slice(1);
  expect(promises.length).toBeGreaterThan(10);
  for (const promise of promises) expect(promise).toMatch(/^ {2}- `tests\/\S+\.test\.ts` “/m);
});

test('no line about a test is written in another way, so that none goes unchecked', () => {
  expect(section.match(/\.test\.ts/g)).toHaveLength(named.length + 1);
});

test.each(named)('“%s” is a title in %s', (title, path) => {
  expect(read(path)).toContain(title);
});
