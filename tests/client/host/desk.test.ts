// The host's desk: what is refused leaves everything as it was, and a slow answer never undoes a newer choice.
import { hostWords, LIMITS, refused, refusalSentence } from '@oneliner/shared';
import type { DocumentBank, Reply } from '@oneliner/shared';
import { beforeEach, expect, it } from 'vitest';
import type { Server } from '../../../client/host/server.ts';
import { Desk } from '../../../client/host/setup/desk.svelte.ts';
import { memory } from '../../../client/src/storage.ts';
import { bankOf, question } from './questions.ts';

const first = bankOf([question('a', 1), question('b', 2)], 'first');
const second = bankOf([question('c', 1)], 'second');
const own = bankOf([question('d', 1)], 'u-own');
const file = (size = 1) => new File(['x'.repeat(size)], 'own.md');

const serverWith = (part: Partial<Server>): Server => ({
  documents: () => Promise.resolve({ ok: true, documents: [first, second] }),
  document: (id) => {
    const found = [first, second, own].find((bank) => bank.id === id);
    return Promise.resolve(found ? { ok: true, ...found } : refused('unknown-document'));
  },
  bring: () => Promise.resolve({ ok: true, ...own }),
  open: () => Promise.resolve(null),
  here: () => Promise.resolve(null),
  ...part,
});

const loaded = async (part: Partial<Server> = {}): Promise<Desk> => {
  const desk = new Desk(serverWith(part));
  await desk.load();
  return desk;
};

beforeEach(() => {
  for (const key of ['documents', 'document', 'habits', 'left-out.first'])
    memory.set(`oneliner.host.${key}`, null);
});

it('has the first document of the server ready', async () => {
  const desk = await loaded();
  expect([desk.chosen, desk.draft.plan?.documentId, desk.busy]).toEqual(['first', 'first', null]);
});

it('comes back to the document, the settings and the dislikes of the last evening', async () => {
  const before = await loaded();
  before.draft.toggle('b');
  before.draft.wanted = 7;
  before.draft.settings.seconds = 45;
  before.remember();
  const { draft } = await loaded();
  expect(draft.plan).toMatchObject({ documentId: 'first', leftOut: ['b'], settings: { seconds: 45 } });
  expect(draft.wanted).toBe(7);
});

it('remembers a document that the host brought', async () => {
  await (await loaded()).bring([file()]);
  const desk = await loaded();
  expect([desk.chosen, desk.own.map(({ id }) => id)]).toEqual(['u-own', ['u-own']]);
});

it('leaves everything as it was when a document is refused', async () => {
  const desk = await loaded({ bring: () => Promise.resolve(refused('document-empty')) });
  await desk.bring([file()]);
  expect(desk.problem).toBe(refusalSentence({ name: 'document-empty' }));
  expect([desk.chosen, desk.draft.bank?.id, desk.own.length]).toEqual(['first', 'first', 0]);
});

it('refuses several files, none, and one that is too large without asking the server', async () => {
  const desk = await loaded({ bring: () => Promise.reject(new Error('asked')) });
  await desk.bring([file(), file()]);
  expect(desk.problem).toBe(hostWords.setUp.severalFiles);
  await desk.bring([]);
  expect(desk.problem).toBe(hostWords.setUp.noFile);
  await desk.bring([file(LIMITS.documentBytes + 1)]);
  expect(desk.problem).toContain('1 MB');
});

it('forgets a document of its own that the server has no more', async () => {
  await (await loaded()).bring([file()]);
  const desk = await loaded({
    document: (id) => Promise.resolve(id === 'first' ? { ok: true, ...first } : refused('unknown-document')),
  });
  expect([desk.chosen, desk.own.length]).toEqual([null, 0]);
  await desk.choose('first');
  expect(desk.problem).toBeNull();
});

it('drops a slow answer to an older choice', async () => {
  const slow = Promise.withResolvers<Reply<DocumentBank>>();
  const desk = await loaded({ bring: () => slow.promise });
  const bringing = desk.bring([file()]);
  await desk.choose('second');
  slow.resolve({ ok: true, ...own });
  await bringing;
  expect(desk.draft.bank?.id).toBe('second');
});

it('keeps the file that was dropped before the server’s documents were there', async () => {
  const listed = Promise.withResolvers<void>();
  const documents = () =>
    listed.promise.then(
      () => ({ ok: true, documents: [first, second] }) as Awaited<ReturnType<Server['documents']>>,
    );
  const desk = new Desk(serverWith({ documents }));
  const loading = desk.load();
  await desk.bring([file()]);
  listed.resolve();
  await loading;
  expect([desk.chosen, desk.draft.bank?.id, desk.shipped.length]).toEqual(['u-own', 'u-own', 2]);
});
