// The HTTP API: who may post, how much, and what each request is answered with.
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { LIMITS, defaultSettings, refused } from '@oneliner/shared';
import type { OpenRoom } from '@oneliner/shared';
import { describe, expect, it } from 'vitest';
import type { Documents } from '../../../server/src/web/documents.ts';
import { serve } from './served.ts';

const document = { id: 'u-1', title: 'One', entries: 1, bank: [], most: 0, remarks: [] };
const MARKDOWN = { 'content-type': 'text/markdown' };
const JSON_TYPE = { 'content-type': 'application/json' };
const secret = 'a'.repeat(22);
const plan = { documentId: 'one', count: 5, leftOut: [], order: [], settings: defaultSettings };

/** Documents that keep what they were given. */
const keeping = () => {
  const added: { name: string; bytes: Uint8Array }[] = [];
  const documents: Documents = {
    list: () => Promise.resolve({ ok: true, documents: [{ id: 'one', title: 'One', entries: 1 }] }),
    open: (id) => Promise.resolve(id === 'one' ? { ok: true, ...document, id } : refused('unknown-document')),
    add: (name, bytes) => {
      added.push({ name, bytes });
      return Promise.resolve({ ok: true, ...document });
    },
    prepareQuiz: () => Promise.resolve(refused('unknown-document')),
  };
  return { added, documents };
};

describe('documents', () => {
  it('are listed and opened', async () => {
    const { get } = await serve(keeping());
    expect(await (await get('/api/documents')).json()).toEqual({
      ok: true,
      documents: [{ id: 'one', title: 'One', entries: 1 }],
    });
    expect(await (await get('/api/documents/one')).json()).toMatchObject({
      ok: true,
      id: 'one',
      title: 'One',
    });
  });

  it.each(['none', 'UPPER', '__proto__', 'a.md', 'x'.repeat(81)])('%s is unknown', async (id) => {
    const response = await (await serve(keeping())).get(`/api/documents/${id}`);
    expect([response.status, await response.json()]).toEqual([404, refused('unknown-document')]);
  });

  it('are added with their name and bytes as they are', async () => {
    const { added, documents } = keeping();
    const { post } = await serve({ documents });
    const response = await post('/api/documents?name=My%20notes.md', '# Hä?', MARKDOWN);
    expect([response.status, await response.json()]).toEqual([200, { ok: true, ...document }]);
    expect(added).toEqual([{ name: 'My notes.md', bytes: Buffer.from('# Hä?') }]);
  });

  it.each([['text/markdown; charset=utf-8'], ['text/plain'], ['application/octet-stream']])(
    'come as %s',
    async (type) => {
      const response = await (await serve(keeping())).post('/api/documents', 'x', { 'content-type': type });
      expect(response.status).toBe(200);
    },
  );

  it.each(['image/png', 'application/pdf', 'text/html', 'multipart/form-data; boundary=x'])(
    'do not come as %s',
    async (type) => {
      const { added, documents } = keeping();
      const response = await (
        await serve({ documents })
      ).post('/api/documents', 'x', { 'content-type': type });
      expect([response.status, await response.json()]).toEqual([415, refused('document-not-text')]);
      expect(added).toEqual([]);
    },
  );

  it('may have exactly a megabyte', async () => {
    const { added, documents } = keeping();
    const body = 'x'.repeat(LIMITS.documentBytes);
    expect((await (await serve({ documents })).post('/api/documents', body, MARKDOWN)).status).toBe(200);
    expect(added[0]?.bytes).toHaveLength(LIMITS.documentBytes);
  });

  it.each([
    ['announced', () => 'x'.repeat(LIMITS.documentBytes + 1)],
    ['streamed', () => Readable.from(Array.from({ length: 11 }, () => Buffer.alloc(100_000, 'x')))],
  ])('that are too large are refused before they are read (%s)', async (_how, body) => {
    const { added, documents } = keeping();
    const { origin } = await serve({ documents });
    const request = { method: 'POST', headers: { origin, ...MARKDOWN }, body: body(), duplex: 'half' };
    const response = await fetch(`${origin}/api/documents`, request as RequestInit);
    expect([response.status, await response.json()]).toEqual([
      413,
      refused({ name: 'document-too-large', bytes: LIMITS.documentBytes }),
    ]);
    expect(added).toEqual([]);
  });

  it('of one address wait when they were many bytes', async () => {
    const { added, documents } = keeping();
    const taken: number[] = [];
    const uploads = { take: (_caller: string, amount = 1) => (taken.push(amount), amount > 5 ? 3600 : 0) };
    const { post } = await serve({ documents, uploads });
    expect((await post('/api/documents', 'short', MARKDOWN)).status).toBe(200);
    const response = await post('/api/documents', 'longer', MARKDOWN);
    expect([response.status, await response.json()]).toEqual([
      429,
      refused({ name: 'too-many', seconds: 3600 }),
    ]);
    expect([taken, added.length]).toEqual([[5, 6], 1]);
  });

  it('are not unpacked', async () => {
    const { added, documents } = keeping();
    const packed = gzipSync('x'.repeat(5_000_000));
    const response = await (
      await serve({ documents })
    ).post('/api/documents', packed, {
      ...MARKDOWN,
      'content-encoding': 'gzip',
    });
    expect([response.status, await response.json()]).toEqual([400, refused('malformed')]);
    expect(added).toEqual([]);
  });
});

describe('a room', () => {
  it('is opened by what the host planned', async () => {
    const asked: OpenRoom[] = [];
    const openRoom = (request: OpenRoom) => {
      asked.push(request);
      return Promise.resolve({ ok: true, code: 'K7M4QT' } as const);
    };
    const { post } = await serve({ openRoom });
    const response = await post('/api/rooms', JSON.stringify({ secret, plan }), JSON_TYPE);
    expect([response.status, await response.json()]).toEqual([200, { ok: true, code: 'K7M4QT' }]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(asked).toEqual([{ secret, plan }]);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['nothing', ''],
    ['null', 'null'],
    ['no plan', JSON.stringify({ secret })],
    ['a short secret', JSON.stringify({ secret: 'abc', plan })],
    ['too many questions', JSON.stringify({ secret, plan: { ...plan, count: 1000 } })],
    ['another prototype', `{"__proto__":{"secret":"${secret}"},"plan":${JSON.stringify(plan)}}`],
    ['deep nesting', `${'['.repeat(7000)}${']'.repeat(7000)}`],
    ['more than 16 KB', JSON.stringify({ secret, plan, more: 'x'.repeat(17_000) })],
  ])('is not opened by %s', async (_what, body) => {
    const response = await (await serve()).post('/api/rooms', body, JSON_TYPE);
    expect([response.status, await response.json()]).toEqual([400, refused('malformed')]);
  });

  it('is not opened by a form', async () => {
    const response = await (
      await serve()
    ).post('/api/rooms', 'secret=1', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(await response.json()).toEqual(refused('malformed'));
  });

  it.each([
    ['no-questions', 422],
    ['server-full', 503],
    ['not-saved', 503],
    ['unknown-document', 404],
  ] as const)('that is refused as %s says so with status %d', async (name, status) => {
    const { post } = await serve({ openRoom: () => Promise.resolve(refused(name)) });
    const response = await post('/api/rooms', JSON.stringify({ secret, plan }), JSON_TYPE);
    expect([response.status, await response.json()]).toEqual([status, refused(name)]);
  });
});

describe('a post', () => {
  it.each([['https://evil.example'], ['null'], ['']])(
    'from the page of a stranger (%j) is refused',
    async (origin) => {
      const { added, documents } = keeping();
      const { post } = await serve({ documents });
      for (const path of ['/api/documents', '/api/rooms']) {
        const response = await post(path, 'x', { ...MARKDOWN, origin });
        expect([response.status, await response.json()]).toEqual([403, refused('not-allowed')]);
      }
      expect(added).toEqual([]);
    },
  );

  it('of no page at all is refused', async () => {
    const { origin } = await serve();
    const response = await fetch(`${origin}/api/rooms`, { method: 'POST', body: '{}', headers: JSON_TYPE });
    expect(response.status).toBe(403);
  });

  it('too many from one address wait', async () => {
    const callers: string[] = [];
    const throttle = { take: (caller: string) => callers.push(caller) * 7 };
    const { post } = await serve({ throttle, proxies: 1 });
    const response = await post('/api/rooms', '{}', { ...JSON_TYPE, 'x-forwarded-for': '203.0.113.5' });
    expect([response.status, await response.json()]).toEqual([
      429,
      refused({ name: 'too-many', seconds: 7 }),
    ]);
    expect(response.headers.get('retry-after')).toBe('7');
    const other = await serve({ throttle, proxies: 1 });
    await other.post('/api/rooms', '{}', { ...JSON_TYPE, 'x-forwarded-for': '203.0.113.5' });
    await other.post('/api/rooms', '{}', { ...JSON_TYPE, 'x-forwarded-for': '203.0.113.6' });
    expect(callers[1]).toBe(callers[0]);
    expect(callers[2]).not.toBe(callers[0]);
    expect(callers.join()).not.toContain('203.0.113');
  });
});

describe('the addresses', () => {
  it('depend on the one that was asked', async () => {
    const hosts: (string | undefined)[] = [];
    const here = (host: string | undefined) => {
      hosts.push(host);
      return { origins: ['http://192.168.1.20:3000'], fixed: false };
    };
    const { get, origin } = await serve({ here });
    expect(await (await get('/api/here')).json()).toEqual({
      ok: true,
      origins: ['http://192.168.1.20:3000'],
      fixed: false,
    });
    expect(hosts).toEqual([new URL(origin).host]);
  });
});

describe('a fault of the server', () => {
  it('is logged whole and told without its stack', async () => {
    const documents = { ...keeping().documents, list: () => Promise.reject(new Error('a bug')) };
    const { get, logged } = await serve({ documents });
    const response = await get('/api/documents');
    const text = await response.text();
    expect([response.status, JSON.parse(text)]).toEqual([500, refused('fault')]);
    expect(text).not.toMatch(/bug|at /);
    expect(logged.join('')).toContain('a bug');
  });
});
