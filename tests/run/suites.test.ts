// The counting of a test run: what did not run can never look as if it passed.
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { root } from './command.ts';
import { tally } from './suites.ts';
import type { Report } from './suites.ts';

const report = (files: Record<string, string[]>): Report => ({
  testResults: Object.entries(files).map(([name, statuses]) => ({
    name: join(root, name),
    status: 'passed',
    assertionResults: statuses.map((status) => ({ status })),
  })),
});

describe('a run counts', () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);

  test.each([
    ['what passed and what failed', { 'a.test.ts': ['passed', 'passed', 'failed'] }, false, 2, 1],
    ['a file that did not run as failed', {}, true, 0, 1],
    ['a file without a test as failed', { 'a.test.ts': [] }, true, 0, 1],
    ['a file that skips a test as failed', { 'a.test.ts': ['passed', 'skipped'] }, true, 1, 1],
    ['a file with a test still to be written as failed', { 'a.test.ts': ['passed', 'todo'] }, true, 1, 1],
    ['an error outside of any test as failed', { 'a.test.ts': ['passed'] }, false, 1, 1],
    ['nothing but what passed as fine', { 'a.test.ts': ['passed'] }, true, 1, 0],
  ])('%s', (_title, files, isGreen, passed, failed) => {
    expect(tally(report(files as Record<string, string[]>), ['a.test.ts'], isGreen)).toEqual({
      passed,
      failed,
    });
  });

  test('a part in which no test was found as failed', () => {
    expect(tally(report({}), [], true)).toEqual({ passed: 0, failed: 1 });
  });
});
