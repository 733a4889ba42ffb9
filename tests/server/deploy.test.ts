// What server/deploy says of the server, held to what the server is. That nginx and its like take the files is not seen here.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { LIMITS } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import { readConfig, settingNames } from '../../server/src/config.ts';
import { paths } from '../../server/src/paths.ts';

const inRoot = (path: string): string => join(paths.root, path);
const read = (path: string): string => readFileSync(inRoot(path), 'utf8');
const files = readdirSync(inRoot('server/deploy'));
const deployed = (file: string): string => read(join('server/deploy', file));
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '');

/** What a text assigns, or puts in from the environment: NAME=…, NAME: …, {$NAME}, ${NAME}. */
const variablesIn = (text: string): string[] => all(text, /(?<=[\s={$])([A-Z][A-Z_]+)(?=[=:}])/g);

interface Package {
  workspaces: string[];
  dependencies: Record<string, string>;
}
const packageIn = (folder: string): Package => JSON.parse(read(join(folder, 'package.json'))) as Package;

describe('settings', () => {
  test.each(files.filter((file) => !file.endsWith('.dockerignore')))('that %s names are there', (file) => {
    const names = variablesIn(deployed(file));
    expect(names).not.toEqual([]);
    for (const name of names) expect(settingNames).toContain(name);
  });

  test('that the unit gives are good ones', () => {
    const lines = all(deployed('oneliner@.service'), /^Environment=(.+)$/gm);
    const environment = Object.fromEntries(lines.map((line) => line.replace('%i', '3001').split('=', 2)));
    expect(readConfig(environment as NodeJS.ProcessEnv, false)).toMatchObject({ ok: true });
    expect(environment).toMatchObject({ PORT: '3001', TRUST_PROXY: '1' });
  });

  test('stand in the table of README.md, all of them and no others', () => {
    expect(all(read('README.md'), /^\| `([A-Z_]+)` \|/gm).sort()).toEqual([...settingNames].sort());
  });
});

describe('nginx', () => {
  const conf = deployed('nginx.conf');

  test('knows the ports that the unit is started with', () => {
    const ports = all(conf, /^ *server 127\.0\.0\.1:(\d+)/gm);
    expect(ports).toHaveLength(3);
    expect(all(deployed('oneliner@.service'), /oneliner@(\d+)/g)).toEqual(ports);
  });

  test('lets the largest document through', () => {
    expect(Number(/client_max_body_size (\d+)m;/.exec(conf)?.[1]) * 1024 ** 2).toBeGreaterThan(
      LIMITS.documentBytes,
    );
  });
});

test('Caddy knows the servers of compose.yaml', () => {
  const servers = all(deployed('Caddyfile'), /(\w+):3000/g);
  expect(all(deployed('compose.yaml'), /^ {2}(server\d+): \*server$/gm)).toEqual(servers);
});

test('the unit starts what is there', () => {
  const [, folder = '', node = '', main = ''] =
    /WorkingDirectory=(\S+)[^]+ExecStart=(\S+) (\S+)/.exec(deployed('oneliner@.service')) ?? [];
  expect(node.startsWith(`${folder}/`)).toBe(true);
  for (const path of [node.slice(folder.length), main]) expect(existsSync(inRoot(path)), path).toBe(true);
});

describe('the image', () => {
  const dockerfile = deployed('Dockerfile');

  test('is made of what is there, with the package.json of every workspace', () => {
    const copied = all(dockerfile, /^COPY ((?!--from).+) \S+$/gm).flatMap((words) => words.split(' '));
    for (const path of copied) expect(existsSync(inRoot(path)), path).toBe(true);
    for (const workspace of packageIn('.').workspaces) expect(copied).toContain(`${workspace}/package.json`);
  });

  test('has every document, page and source that the server looks for', () => {
    for (const path of Object.values(paths).map((path) => path.slice(paths.root.length, -1)))
      expect(dockerfile).toContain(`COPY ${path === 'client/dist' ? '--from=pages /oneliner/' : ''}${path}`);
  });

  test.each(['shared', 'content', 'server'])('is installed with all that %s imports as it runs', (name) => {
    const { dependencies } = packageIn(name);
    const sources = globSync(`${name}/src/**/*.ts`, { cwd: paths.root }).map(read).join('\n');
    const imported = all(sources, /^(?:import|export) (?!type )[^;]*?from '([^'./][^']*)';/gm)
      .concat(all(sources, /\bimport\('([^'./][^']*)'\)/g))
      .filter((module) => !isBuiltin(module))
      .map((module) => /^(@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? '');
    expect(imported).not.toEqual([]);
    for (const module of imported) expect(Object.keys(dependencies)).toContain(module);
  });
});
