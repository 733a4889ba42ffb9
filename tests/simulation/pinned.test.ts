// Each evening that once went wrong goes well now.
import { expect, test } from 'vitest';
import { judge } from './judge.ts';
import { pinned } from './pinned.ts';

test.each(Object.entries(pinned))('%s', async (_name, plan) => {
  expect(await judge(plan)).toEqual([]);
});
