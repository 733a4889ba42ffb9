// Tasks side by side: all of them, in their order, and never more at a time than there are lanes.
import { expect, test } from 'vitest';
import { sideBySide } from './side-by-side.ts';

test('every task is begun in order as soon as a lane is free', async () => {
  const begun: number[] = [];
  const gates = [0, 1, 2, 3].map(() => Promise.withResolvers<undefined>());
  const tasks = gates.map(({ promise }, index) => async () => {
    begun.push(index);
    await promise;
  });
  const all = sideBySide(tasks, 2);
  expect(begun).toEqual([0, 1]);
  gates[1]?.resolve(undefined);
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  for (const { resolve } of gates) resolve(undefined);
  await all;
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('more lanes than tasks do no harm', async () => {
  const done: string[] = [];
  await sideBySide([async () => void done.push(await Promise.resolve('done'))], 8);
  expect(done).toEqual(['done']);
});
