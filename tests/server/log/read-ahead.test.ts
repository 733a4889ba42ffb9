// A long log is read page after page, the next one while the one before is in use.
import { expect, test } from 'vitest';
import type { StoredRange } from '../../../server/src/log/disk.ts';
import { PAGE, readAhead } from '../../../server/src/log/read-ahead.ts';

/** A log of so many entries; `asked` are the numbers that reads began at. */
const logOf = (length: number) => {
  const asked: number[] = [];
  const read = (_code: string, from: number, limit: number): Promise<StoredRange> => {
    asked.push(from);
    const count = Math.max(0, Math.min(limit, length - from + 1));
    const entries = Array.from({ length: count }, (_, at) => ({
      seq: from + at,
      at: 0,
      by: 's',
      command: '{}',
    }));
    return Promise.resolve({ epoch: 0, entries });
  };
  return { asked, read: readAhead({ read }, 'ROOM') };
};

test('behind a full page the next is asked for before anybody wants it, and then not again', async () => {
  const { asked, read } = logOf(PAGE + 5);
  expect((await read(1)).entries).toHaveLength(PAGE);
  expect(asked).toEqual([1, PAGE + 1]);
  expect((await read(PAGE + 1)).entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5].map((n) => PAGE + n));
  expect(asked).toEqual([1, PAGE + 1]);
});

test('what was read before is no answer to a later question: the end of a log is always asked for', async () => {
  const { asked, read } = logOf(5);
  await read(1);
  await read(6);
  await read(6);
  expect(asked).toEqual([1, 6, 6]);
});

test('a page that could not be read is asked for again', async () => {
  let fails = true;
  const { read } = logOf(PAGE);
  const failing = readAhead(
    {
      read: (_code, from) => {
        if (from === 1 || !fails) return read(from);
        fails = false;
        return Promise.reject(new Error('the disk is away'));
      },
    },
    'ROOM',
  );
  await failing(1);
  await expect(failing(PAGE + 1)).rejects.toThrow('the disk is away');
  expect((await failing(PAGE + 1)).entries).toEqual([]);
});
