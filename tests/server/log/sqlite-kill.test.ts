// A process that is killed and a power cut: what was acknowledged is there, and what is there is whole.
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AppendingChild } from './child.ts';
import { entriesOf, entryOf, seqsOf, serving, upTo } from './samples.ts';
import { openHome, scratchFolder } from './sqlite-scratch.ts';
import { commitEnds, databaseFile, firstBroken, walFile } from './stored.ts';

describe('kill -9', () => {
  test.each([1, 50])('keeps every entry that was acknowledged, with %i appends under way', async (atOnce) => {
    const folder = scratchFolder();
    const child = new AppendingChild({ folder, atOnce });
    await child.says(200);
    await child.kill();

    const { log } = await openHome(folder);
    const seqs = seqsOf(await entriesOf(log, 'ROOM'));
    expect(seqs).toEqual(upTo(seqs.length));
    expect(child.acknowledged.filter((seq) => seq > seqs.length)).toEqual([]);
    expect(seqs.length).toBeLessThanOrEqual(1 + child.acknowledged.length + atOnce * 2);
    expect(entryOf(await log.append('ROOM', serving, 's')).seq).toBe(seqs.length + 1);
    await log.close();
    expect(firstBroken(folder, 'ROOM')).toBeNull();
  });
});

describe('a log torn at its tail', () => {
  /** A folder as it lies there when the power goes: 1 + 20 commits, the last of them the 21st entry. */
  const afterPowerCut = async (): Promise<string> => {
    const folder = scratchFolder();
    const child = new AppendingChild({ folder, atOnce: 1, most: 21 });
    await child.says('done');
    await child.kill();
    return folder;
  };

  const copyOf = (folder: string): string => {
    const copy = scratchFolder();
    copyFileSync(databaseFile(folder), databaseFile(copy));
    copyFileSync(walFile(folder), walFile(copy));
    return copy;
  };

  /** Opens the folder, expects `last` whole entries and that the next append follows them. */
  const expectEntries = async (folder: string, last: number): Promise<void> => {
    const { log } = await openHome(folder);
    expect(seqsOf(await entriesOf(log, 'ROOM'))).toEqual(upTo(last));
    expect(entryOf(await log.append('ROOM', serving, 's')).seq).toBe(last + 1);
    await log.close();
    expect(firstBroken(folder, 'ROOM')).toBeNull();
  };

  test('opens at the last whole entry, wherever it was cut', async () => {
    const folder = await afterPowerCut();
    const ends = commitEnds(folder);
    const [end20 = 0, end21 = 0] = ends.slice(-2);
    await expectEntries(copyOf(folder), 21);
    for (const cut of [end21 - 1, end20 + 100, end20 + 1, end20]) {
      const torn = copyOf(folder);
      truncateSync(walFile(torn), cut);
      await expectEntries(torn, 20);
    }
  });

  test('opens at the last whole entry when the tail is garbage', async () => {
    const folder = await afterPowerCut();
    const [end19 = 0, end20 = 0] = commitEnds(folder).slice(-3);
    for (const [from, last] of [
      [end20, 20],
      [end19 + 2000, 19],
    ] as const) {
      const torn = copyOf(folder);
      const wal = readFileSync(walFile(torn));
      writeFileSync(walFile(torn), wal.fill(0xa5, from));
      await expectEntries(torn, last);
    }
  });
});
