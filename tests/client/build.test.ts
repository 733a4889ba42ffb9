// A build beside a running server: at every moment the pages there are whole, and so are the files that they name.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { paths } from '../../server/src/paths.ts';

const PAGES = ['play', 'host', 'screen'];

/** What of a page is missing now. */
const missing = (page: string): string[] => {
  const path = join(paths.client, page, 'index.html');
  if (!existsSync(path)) return [path];
  const named = [...readFileSync(path, 'utf8').matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)];
  if (named.length === 0) return [`${path} is empty`];
  return named.map(([, asset = '']) => join(paths.client, asset)).filter((asset) => !existsSync(asset));
};

test('a build never takes the pages from a server that serves them, and leaves nothing of older ones', async () => {
  const before = readdirSync(join(paths.client, 'assets'));
  const older = join(paths.client, 'assets', 'of-an-older-build.js');
  writeFileSync(older, '');
  const build = spawn(process.execPath, [join(paths.root, 'client/build.ts')], { stdio: 'inherit' });
  const gaps = new Set<string>();
  while (build.exitCode === null && build.signalCode === null) {
    for (const page of PAGES) for (const gap of missing(page)) gaps.add(gap);
    await turn();
  }
  expect(build.exitCode).toBe(0);
  expect([...gaps]).toEqual([]);
  expect(readdirSync(join(paths.client, 'assets'))).toEqual(before);
  expect(readdirSync(join(paths.client, '..')).filter((name) => /^dist-/.test(name))).toEqual([]);
});
