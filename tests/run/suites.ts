// Runs the tests and counts them from the reporter's file, so that nothing that did not run can look as if it passed.
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, run } from './command.ts';
import type { Count } from './parts.ts';

/** What the JSON reporter writes, as far as it is read here. */
export interface Report {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

const readReport = (path: string): Report => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return { testResults: [] };
  }
};

/** Files that did not run, or have no test, or skip one. Each counts as failed. */
const silent = (report: Report, expected: string[]): string[] => {
  const ran = new Map(
    report.testResults.map((file) => [relative(root, file.name), file.assertionResults] as const),
  );
  const isSilent = (tests: { status: string }[] | undefined) =>
    !tests?.length || tests.some(({ status }) => status !== 'passed' && status !== 'failed');
  return expected.filter((file) => isSilent(ran.get(file)));
};

/**
 * Counts a report.
 * @param expected the files that must have run, from the root.
 * @param isGreen whether the run itself ended well: it does not after an error outside of any test.
 */
export const tally = (report: Report, expected: string[], isGreen: boolean): Count => {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const quiet = silent(report, expected);
  for (const file of quiet) console.log(`${file}: has a test that did not run, or no test at all`);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length + quiet.length;
  const isEmpty = passed + failed === 0;
  if (isEmpty) console.log('No test was found.');
  return { passed, failed: failed === 0 && (isEmpty || !isGreen) ? 1 : failed };
};

const vitest = (words: string[], expected: string[]): Count => {
  const folder = mkdtempSync(join(tmpdir(), 'oneliner-tests-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${file}`];
  const isGreen = run('vitest run --config tests/vitest.config.ts', ...reporters, ...words);
  const report = readReport(file);
  rmSync(folder, { recursive: true });
  return tally(report, expected, isGreen);
};

const filesOf = (project: string): string[] =>
  globSync('tests/**/*.test.ts', { cwd: root, exclude: (path) => path.includes('node_modules') }).filter(
    (file) => file.startsWith('tests/browser/') === (project === 'browser'),
  );

/** All tests of a project of tests/vitest.config.ts. */
export const suite = (project: 'code' | 'browser'): Count => vitest(['--project', project], filesOf(project));

/** The tests whose path contains one of `parts`. */
export const partOfSuites = (parts: string[]): Count => vitest(parts, []);
