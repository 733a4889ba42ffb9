// Every rule in RULES.md is cited by the title of a test, and every rule that a title cites is there.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');

/** How RULES.md begins a rule. */
const RULE = /\*\*([A-Z]+-\d+)\*\*/g;
/** What a title cites; it may cite several. */
const CITATION = /\b[A-Z]+-\d+\b/g;
/** A literal that something is called with first, and something after it: the title of a test or a group. */
const TITLE = /\(\s*(?:'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`)\s*,/g;

const rules = new Set([...read('server/src/game/RULES.md').matchAll(RULE)].map(([, rule = '']) => rule));
const families = new Set([...rules].map((rule) => rule.replace(/-\d+$/, '')));

const cited = new Map<string, string>();
for (const file of globSync('tests/**/*.test.ts', { cwd: root })) {
  for (const [, single, double, template] of read(file).matchAll(TITLE)) {
    for (const rule of (single ?? double ?? template ?? '').match(CITATION) ?? []) {
      if (families.has(rule.replace(/-\d+$/, ''))) cited.set(rule, file);
    }
  }
}

test('there are rules', () => {
  expect(rules.size).toBeGreaterThan(10);
});

test('every rule is cited by the title of a test', () => {
  expect([...rules].filter((rule) => !cited.has(rule))).toEqual([]);
});

test('every rule that a title cites is in RULES.md', () => {
  expect([...cited].filter(([rule]) => !rules.has(rule))).toEqual([]);
});
