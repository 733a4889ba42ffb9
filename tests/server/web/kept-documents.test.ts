// What is kept of uploads: all together bounded, each for its time, and the same one counted once.
import { LIMITS } from '@oneliner/shared';
import { expect, test } from 'vitest';
import { createKeptDocuments } from '../../../server/src/web/kept-documents.ts';
import { Hours } from '../hours.ts';
import { openMemoryHome } from '../log/memory-disk.ts';
import { SharedDisk } from '../log/shared-disk.ts';

const DAY_MS = 24 * 3_600_000;

const setUp = () => {
  const kept = new Map<string, string>();
  const clock = { at: 0, works: true };
  const shelf = {
    get: (key: string) => Promise.resolve(kept.get(key) ?? null),
    put: (key: string, value: string) => {
      if (clock.works) kept.set(key, value);
      return Promise.resolve(clock.works);
    },
    swap: (key: string, before: string | null, value: string) => {
      if ((kept.get(key) ?? null) !== before) return Promise.resolve('changed' as const);
      if (clock.works) kept.set(key, value);
      return Promise.resolve(clock.works ? ('kept' as const) : ('not-saved' as const));
    },
  };
  return { kept, clock, documents: createKeptDocuments(shelf, () => clock.at) };
};

/** Several shelves that are one, as servers have over Redis. */
const servers = (count: number) => {
  const hours = new Hours();
  const disk = new SharedDisk();
  const shelves = Array.from({ length: count }, () => openMemoryHome(hours.now, hours.later, disk).shelf);
  return { hours, shelves };
};

const large = new Uint8Array(LIMITS.documentBytes);
const mostLarge = LIMITS.documentsKeptBytes / LIMITS.documentBytes;

test('no more bytes are kept than there is room for, and those of 30 days ago make room', async () => {
  const { documents, clock } = setUp();
  const put = (n: number) => documents.put(`u-${n}`, { name: 'x.md', bytes: large });
  for (let n = 0; n < mostLarge; n += 1) expect(await put(n)).toBe('kept');
  expect(await put(mostLarge)).toBe('full');
  expect(await put(0)).toBe('kept');
  clock.at = 31 * DAY_MS;
  expect(await put(mostLarge)).toBe('kept');
});

test('no more documents are kept than a server may have, however small, and uploads of the same moment all count', async () => {
  const { documents } = setUp();
  const puts = Array.from({ length: LIMITS.documentsKept + 1 }, (_, n) =>
    documents.put(`u-${n}`, { name: 'x.md', bytes: new Uint8Array(1) }),
  );
  const outcomes = await Promise.all(puts);
  expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(1);
  expect(outcomes.at(-1)).toBe('full');
});

test('those that several servers are brought at once all count: none loses a line of the list to another', async () => {
  const { hours, shelves } = servers(3);
  const houses = shelves.map((shelf) => createKeptDocuments(shelf, hours.now));
  const puts = Array.from({ length: mostLarge + 6 }, (_, n) =>
    houses[n % houses.length]?.put(`u-${n}`, { name: 'x.md', bytes: large }),
  );
  await hours.pass(60_000);
  const outcomes = await Promise.all(puts);
  expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(mostLarge);
  expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(6);
});

test('one is given back with its name and bytes; what was not saved is said to be so', async () => {
  const { documents, clock } = setUp();
  const document = { name: 'Hä?.md', bytes: Buffer.from('# Hä?') };
  await documents.put('u-1', document);
  expect(await documents.get('u-1')).toEqual(document);
  expect(await documents.get('u-2')).toBeNull();
  clock.works = false;
  expect(await documents.put('u-2', document)).toBe('not-saved');
});
