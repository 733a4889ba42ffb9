// The benchmark of fairness holds every bar that it prints: it plays on a clock of its own, so any machine gives the same.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('./fairness.ts', import.meta.url));

test('the same thinking time over fast and slow networks gives the same points', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [program]);
  expect(stdout.match(/^holds/gm)).toHaveLength(5);
  expect(stdout).not.toContain('MISSED');
});
