// The list of mutations keeps up with the rules: every rule has one, and each still finds what it takes away.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../run/command.ts';
import { mutations } from './mutations.ts';
import { occurrences } from './workshop.ts';

const written = readFileSync(join(root, 'server/src/game/RULES.md'), 'utf8');
const rules = [...written.matchAll(/\*\*([A-Z]+-\d+)\*\*/g)].map(([, rule = '']) => rule);

test('every rule can be taken away', () => {
  const mutated = new Set(mutations.map(({ rule }) => rule));
  expect(rules.filter((rule) => !mutated.has(rule))).toEqual([]);
  expect([...mutated].filter((rule) => !rules.includes(rule))).toEqual([]);
});

test('what a mutation takes away stands exactly once in its file', () => {
  expect(mutations.filter((mutation) => occurrences(mutation) !== 1)).toEqual([]);
});
