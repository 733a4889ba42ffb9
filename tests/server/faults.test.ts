// What nobody caught: logged, and no reason to stop, unless it does not end.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('./faulty.ts', import.meta.url));
const processWith = (faults: number) =>
  spawnSync(process.execPath, [script, String(faults)], { encoding: 'utf8' });

it('one fault or a few are logged, and the process goes on', () => {
  const { status, stdout, stderr } = processWith(4);
  expect([status, stdout]).toEqual([0, 'still here\n']);
  expect(stderr.trim().split('\n')).toHaveLength(4);
  expect(stderr).toContain('a promise that nobody awaits');
  expect(stderr).toContain('an error that nobody catches');
});

it('a process that faults again and again ends, so that a fresh one can take its place', () => {
  const { status, stdout } = processWith(50);
  expect([status, stdout]).toEqual([1, '']);
});
