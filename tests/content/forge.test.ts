// `npm run forge`: what it prints, where it prints it, and the code it ends with, for sound and for strange files.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../content/src/forge.ts', import.meta.url));
const web = fileURLToPath(new URL('../../content/documents/web-and-http.md', import.meta.url));
const german = fileURLToPath(new URL('fixtures/german.md', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oneliner-forge-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function forge(...words: string[]): { code: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  return { code: status, out: stdout, error: stderr };
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe('a sound document', () => {
  it('prints its questions with their keys, sources and facts, the coverage, and nothing to mend', () => {
    const { code, out, error } = forge(web);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(
      /## What is a cookie\?\n\nWhat is a cookie\?\n {4}[ *] A {2}.+\n {4}[ *] B {2}.+\n {4}[ *] C {2}.+\n {4}[ *] D {2}.+\n {6}A cookie is a small note that a site leaves with the browser\. \(line 293\)\n/,
    );
    expect(out).toMatch(/50 of 50 entries are asked, with \d+ questions; \d+ of them are standard/);
    expect(out.trimEnd().endsWith('Nothing to mend.')).toBe(true);
  });

  it('prints one JSON object and nothing else, flat, with what was rejected and why', () => {
    const { out } = forge(web, '--json');
    const { questions, rejected } = JSON.parse(out) as {
      questions: Record<string, unknown>[];
      rejected: { reasons: string[] }[];
    };
    expect(Object.keys(questions[0] ?? {}).sort()).toEqual(
      [
        'difficulty',
        'entry',
        'explanation',
        'factIds',
        'family',
        'id',
        'key',
        'line',
        'options',
        'prompt',
        'remarks',
        'tier',
      ].sort(),
    );
    expect(rejected.every(({ reasons }) => reasons.length > 0)).toBe(true);
  });

  it('gives another bank for another seed, and the same for the same', () => {
    const one = forge(web, '--json', '--seed', '1').out;
    expect(forge(web, '--json', '--seed', '1').out).toBe(one);
    expect(forge(web, '--json', '--seed=2').out).not.toBe(one);
  });
});

describe('a document with something to mend', () => {
  it('ends with 1 and says what, by line', () => {
    const path = file('notes.md', readFileSync(german));
    const { code, out } = forge(path);
    expect(code).toBe(1);
    expect(out).toContain(
      'notes.md: The language is German, so questions come from terms and one-liners only: comparing sentences needs English.',
    );
    expect(out).toMatch(/\nnotes\.md:\d+: /);
  });

  it('reads the overrides that stand beside it', () => {
    const path = file('beside.md', readFileSync(web));
    file('beside.overrides.json', '{"suppress": ["no-such-fact"]}');
    expect(forge(path)).toMatchObject({ code: 1, out: expect.stringContaining('“no-such-fact”') as string });
  });
});

describe('a file without questions', () => {
  it.each([
    ['empty.md', '', 'No question can be made'],
    ['line.md', 'a '.repeat(499_000), 'No question can be made'],
    ['picture.md', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'This file is no text'],
    ['large.md', 'a\n'.repeat(600_000), 'up to 1 MB'],
  ])('%s ends with 2 and a sentence on the standard error', (name, content, sentence) => {
    const { code, error } = forge(file(name, content));
    expect(code).toBe(2);
    expect(error).toContain(sentence);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('what cannot be understood', () => {
  it.each([
    ['no file', []],
    ['two files', ['a.md', 'b.md']],
    ['an unknown option', ['--nope', 'a.md']],
  ])('%s ends with 3 and the usage', (_, words) => {
    expect(forge(...words)).toEqual({
      code: 3,
      out: '',
      error: 'Use: npm run forge -- FILE [--json] [--seed S]\n',
    });
  });

  it('a file that is not there, and a folder, end with 3 and their name', () => {
    const missing = join(folder, 'missing.md');
    for (const path of [missing, folder])
      expect(forge(path)).toEqual({
        code: 3,
        out: '',
        error: `There is no file ${path} that can be read.\n`,
      });
  });
});
