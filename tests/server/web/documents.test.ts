// Documents: those that ship with the game, those that hosts drop in, and quizzes made from either.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS, defaultSettings, refused } from '@oneliner/shared';
import type { Plan } from '@oneliner/shared';
import { afterAll, describe, expect, it } from 'vitest';
import { paths } from '../../../server/src/paths.ts';
import { createDocuments } from '../../../server/src/web/documents.ts';
import { createForge } from '../../../server/src/web/forge.ts';
import type { Shelf } from '../../../server/src/web/shelf.ts';
import { scratchFolder } from './served.ts';

const forge = createForge();
afterAll(() => forge.close());

const shelfInMemory = (): Shelf & { kept: Map<string, string>; isFull: boolean } => ({
  kept: new Map(),
  isFull: false,
  get(key) {
    return Promise.resolve(this.kept.get(key) ?? null);
  },
  put(key, value) {
    if (!this.isFull) this.kept.set(key, value);
    return Promise.resolve(!this.isFull);
  },
  async swap(key, before, value, ttlMs) {
    if ((this.kept.get(key) ?? null) !== before) return 'changed';
    return (await this.put(key, value, ttlMs)) ? 'kept' : 'not-saved';
  },
});

const some = async (bent: Partial<Parameters<typeof createDocuments>[0]> = {}) => {
  const shelf = shelfInMemory();
  return {
    shelf,
    documents: await createDocuments({ folder: paths.documents, shelf, forge, now: () => 0, ...bent }),
  };
};

const seed = readFileSync(join(paths.documents, 'python-backend-interview.md'));
const bytes = Uint8Array.from([...seed, 0x0a]);
const plan = (documentId: string, more: Partial<Plan> = {}): Plan => ({
  documentId,
  count: 5,
  leftOut: [],
  order: [],
  settings: defaultSettings,
  ...more,
});

describe('the documents that ship with the game', () => {
  it('are listed before any questions are made of them, the one it was made for first', async () => {
    const unasked = { ...forge, bank: () => Promise.reject(new Error('asked for questions')) };
    const listed = await (await some({ forge: unasked })).documents.list();
    if (!listed.ok) throw new Error(listed.refusal.name);
    expect(listed.documents[0]).toEqual({
      id: 'python-backend-interview',
      title: 'Python backend interview',
      entries: 29,
    });
    expect(listed.documents.length).toBeGreaterThan(1);
  });

  it('are read for the list once, and again where the forge was too busy', async () => {
    let read = 0;
    const busy = refused({ name: 'too-many', seconds: 10 });
    const counting = {
      ...forge,
      outline: () => Promise.resolve(read++ === 0 ? busy : { ok: true as const, title: 'One', entries: 1 }),
    };
    const folder = scratchFolder();
    writeFileSync(join(folder, 'one.md'), 'one');
    const { documents } = await some({ folder, forge: counting });
    const listed = { ok: true, documents: [{ id: 'one', title: 'One', entries: 1 }] };
    expect(await documents.list()).toEqual(busy);
    expect(await documents.list()).toEqual(listed);
    expect(await documents.list()).toEqual(listed);
    expect(read).toBe(2);
  });

  it('open with the same questions each time, also on another server', async () => {
    const first = await (await some()).documents.open('python-backend-interview');
    const second = await (await some()).documents.open('python-backend-interview');
    expect(first).toEqual(second);
    expect(first.ok && first.bank.length).toBeGreaterThanOrEqual(100);
  });

  it('that are no text, or have no entry, are left off the list', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'empty.md'), '\n');
    writeFileSync(join(folder, 'picture.md'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    const { documents } = await some({ folder });
    expect(await documents.list()).toEqual({ ok: true, documents: [] });
    expect(await documents.open('empty')).toEqual(refused('document-empty'));
  });

  it('say how many questions one quiz can have, and a quiz has as many', async () => {
    const { documents } = await some();
    const opened = await documents.open('python-backend-interview');
    if (!opened.ok) throw new Error(opened.refusal.name);
    const { most, bank } = opened;
    expect(most).toBeLessThan(bank.length);
    for (const seed of ['a', 'b', 'c']) {
      const quiz = await documents.prepareQuiz(plan('python-backend-interview', { count: most }), [], seed);
      expect(quiz.ok && quiz.questions.length).toBe(most);
    }
  });

  it('are corrected by the overrides beside them, which uploads of the same name are not', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'parts.md'), bytes);
    const plain = await (await some({ folder })).documents.open('parts');
    const [fact = ''] = (plain.ok ? plain.bank[0]?.factIds : undefined) ?? [];
    writeFileSync(join(folder, 'parts.overrides.json'), JSON.stringify({ suppress: [fact] }));
    const { documents } = await some({ folder });
    const asks = async (opened: ReturnType<typeof documents.open>): Promise<boolean> => {
      const made = await opened;
      return made.ok && made.bank.some(({ factIds }) => factIds.includes(fact));
    };
    expect(await asks(Promise.resolve(plain))).toBe(true);
    expect(await asks(documents.open('parts'))).toBe(false);
    expect(await asks(documents.add('parts.md', bytes))).toBe(true);
  });

  it.each(['unknown', 'u-0123', '../secret', '__proto__', 'constructor'])('do not include %j', async (id) => {
    expect(await (await some()).documents.open(id)).toEqual(refused('unknown-document'));
  });
});

describe('a document that a host drops in', () => {
  it('is known by its bytes and kept, so that another server can open it', async () => {
    const { documents, shelf } = await some();
    const added = await documents.add('parts.md', bytes);
    if (!added.ok) throw new Error(added.refusal.name);
    expect(added).toMatchObject({
      id: expect.stringMatching(/^u-[0-9a-f]{32}$/),
      title: expect.any(String),
      entries: 29,
    });
    const elsewhere = await some({ shelf });
    expect(await elsewhere.documents.open(added.id)).toEqual(added);
    expect(await documents.add('parts.md', bytes)).toEqual(added);
  });

  it('is not listed', async () => {
    const { documents } = await some({ folder: scratchFolder() });
    await documents.add('parts.md', bytes);
    expect(await documents.list()).toEqual({ ok: true, documents: [] });
  });

  it.each([
    ['document-empty', new TextEncoder().encode('Nothing to ask here.')],
    ['document-empty', new Uint8Array()],
    ['document-not-text', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
  ] as const)('is refused as %s, and nothing of it is kept', async (name, bytes) => {
    const { documents, shelf } = await some();
    expect(await documents.add('x.md', bytes)).toEqual(refused(name));
    expect(shelf.kept.size).toBe(0);
  });

  it('is refused when it is too large', async () => {
    const { documents } = await some();
    expect(await documents.add('x.md', new Uint8Array(LIMITS.documentBytes + 1))).toEqual(
      refused({ name: 'document-too-large', bytes: LIMITS.documentBytes }),
    );
  });

  it('is refused when it takes too long or too much, and the next one is not', async () => {
    const slow = createForge(new URL('./threads/odd-forge.ts', import.meta.url), {
      timeLimitMs: 3000,
      memoryMb: 64,
      idleLimitMs: 10_000,
      places: 4,
    });
    const { documents, shelf } = await some({ forge: slow });
    expect(await documents.add('hang.md', bytes)).toEqual(refused('document-too-heavy'));
    expect(await documents.add('fine.md', bytes)).toMatchObject({ ok: true, title: 'fine.md' });
    expect([...shelf.kept.keys()].filter((key) => key.startsWith('document:'))).toHaveLength(1);
    await slow.close();
  });

  it('is refused when it cannot be kept', async () => {
    const shelf = shelfInMemory();
    shelf.isFull = true;
    const { documents } = await some({ shelf });
    expect(await documents.add('parts.md', bytes)).toEqual(refused('not-saved'));
  });

  it('is refused when all that were brought fill what is kept', async () => {
    const shelf = shelfInMemory();
    const listed = [['u-other', { bytes: LIMITS.documentsKeptBytes - bytes.length + 1, until: 1 }]];
    shelf.kept.set('documents', JSON.stringify(listed));
    const { documents } = await some({ shelf });
    expect(await documents.add('parts.md', bytes)).toEqual(refused('documents-full'));
    expect([...shelf.kept.keys()]).toEqual(['documents']);
    const later = await some({ shelf, now: () => 2 });
    expect(await later.documents.add('parts.md', bytes)).toMatchObject({ ok: true });
  });

  it('is made into questions once, however many ask at the same time', async () => {
    let made = 0;
    const counting = {
      ...forge,
      bank: (...order: Parameters<typeof forge.bank>) => (made++, forge.bank(...order)),
    };
    const { documents } = await some({ forge: counting });
    await Promise.all(Array.from({ length: 5 }, () => documents.add('parts.md', bytes)));
    expect(made).toBe(1);
  });
});

describe('a quiz', () => {
  it('has what the plan asks for, the same for the same seed and another for another', async () => {
    const { documents } = await some();
    const quiz = (seed: string) => documents.prepareQuiz(plan('python-backend-interview'), [], seed);
    const first = await quiz('a');
    expect(first).toMatchObject({ ok: true, title: expect.any(String) });
    expect(first.ok && first.questions.length).toBe(5);
    expect(await quiz('a')).toEqual(first);
    expect(await quiz('b')).not.toEqual(first);
  });

  it('asks in the order of the host, without what was left out', async () => {
    const { documents } = await some();
    const opened = await documents.open('python-backend-interview');
    if (!opened.ok) throw new Error(opened.refusal.name);
    const [a = '', b = '', c = ''] = opened.bank.map(({ id }) => id);
    const settings = { ...defaultSettings, shuffle: false };
    const chosen = plan('python-backend-interview', { order: [c, a, b], leftOut: [a], settings });
    const quiz = await documents.prepareQuiz(chosen, [], 'seed');
    expect(quiz.ok && quiz.questions.map(({ id }) => id)).toEqual([c, b]);
  });

  it('is refused where nothing is left to ask, or there is no document', async () => {
    const { documents } = await some();
    const opened = await documents.open('python-backend-interview');
    const leftOut = opened.ok ? opened.bank.map(({ id }) => id) : [];
    const nothing = await documents.prepareQuiz(plan('python-backend-interview', { leftOut }), [], 'seed');
    expect(nothing).toEqual(refused('no-questions'));
    expect(await documents.prepareQuiz(plan('none'), [], 'seed')).toEqual(refused('unknown-document'));
  });
});
