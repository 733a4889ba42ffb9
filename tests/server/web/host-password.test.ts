// A password for hosts: without it nothing is uploaded and no room opened; guessing it takes hours, and no log has it.
import { defaultSettings, HOST_PASSWORD_HEADER, refused } from '@oneliner/shared';
import { describe, expect, it } from 'vitest';
import { createCodeGuard } from '../../../server/src/web/code-guard.ts';
import { createMayHost } from '../../../server/src/web/host-password.ts';
import { Hours } from '../hours.ts';
import { serve } from './served.ts';

const PASSWORD = 'größer als 4 Wörter %';
const ROOM = JSON.stringify({
  secret: 'a'.repeat(22),
  plan: { documentId: 'one', count: 5, leftOut: [], order: [], settings: defaultSettings },
});
const shown = (password: string) => ({ [HOST_PASSWORD_HEADER]: encodeURIComponent(password) });

/** A server that is limited by the password; a wrong one is answered at once. */
const limited = async () => {
  const asked: string[] = [];
  const documents = {
    list: () => Promise.resolve({ ok: true as const, documents: [] }),
    open: () => Promise.resolve(refused('unknown-document')),
    add: (name: string) => {
      asked.push(name);
      return Promise.resolve(refused('document-empty'));
    },
    prepareQuiz: () => Promise.resolve(refused('unknown-document')),
  };
  const guard = createCodeGuard((_ms, action) => {
    setImmediate(action);
  }, new Hours().now);
  const openRoom = () => {
    asked.push('room');
    return Promise.resolve({ ok: true, code: 'K7M4QT' } as const);
  };
  return { asked, ...(await serve({ documents, openRoom, mayHost: createMayHost(PASSWORD, guard) })) };
};

describe('a server with a password', () => {
  it.each([
    ['none', {}],
    ['a wrong one', shown('größer als 4 Wörter')],
    ['an empty one', shown('')],
    ['one that cannot be decoded', { [HOST_PASSWORD_HEADER]: '%E0%A4%A' }],
  ])('lets nobody host who shows %s', async (_what, headers) => {
    const { post, asked, logged } = await limited();
    for (const [path, type] of [
      ['/api/documents?name=a.md', 'text/markdown'],
      ['/api/rooms', 'application/json'],
    ] as const) {
      const response = await post(path, ROOM, { 'content-type': type, ...headers });
      expect([response.status, await response.json()]).toEqual([403, refused('password-needed')]);
    }
    expect([asked, logged.join()]).toEqual([[], '']);
  });

  it('lets those host who show it', async () => {
    const { post, asked } = await limited();
    await post('/api/documents?name=a.md', '# A', { 'content-type': 'text/markdown', ...shown(PASSWORD) });
    const response = await post('/api/rooms', ROOM, {
      'content-type': 'application/json',
      ...shown(PASSWORD),
    });
    expect([await response.json(), asked]).toEqual([{ ok: true, code: 'K7M4QT' }, ['a.md', 'room']]);
  });

  it('shows the questions of a document with their keys to those alone', async () => {
    const { get, asked } = await limited();
    const response = await get('/api/documents/one');
    expect([response.status, await response.json()]).toEqual([403, refused('password-needed')]);
    expect(asked).toEqual([]);
    expect((await get('/api/documents/one', shown(PASSWORD))).status).toBe(404);
  });

  it('tells anybody else what it always tells', async () => {
    const { get } = await limited();
    expect(await (await get('/api/documents')).json()).toMatchObject({ ok: true });
    expect(await (await get('/api/here')).json()).toMatchObject({ ok: true });
  });
});

describe('guessing it', () => {
  it('is possible about once a second, and nobody waits for a second try with none', async () => {
    const hours = new Hours();
    const mayHost = createMayHost(PASSWORD, createCodeGuard(hours.later, hours.now));
    let answered = 0;
    for (let n = 0; n < 300; n += 1) void mayHost('pub', `${n}`).then(() => (answered += 1));
    await hours.pass(60_000);
    expect(answered).toBeLessThanOrEqual(61);
    expect(answered).toBeGreaterThan(50);
    expect(await mayHost('elsewhere', undefined)).toEqual(refused('password-needed'));
    expect(await mayHost('elsewhere', encodeURIComponent(PASSWORD))).toEqual({ ok: true });
  });

  it('needs no guess where there is none', async () => {
    const mayHost = createMayHost(null, createCodeGuard(new Hours().later, new Hours().now));
    expect(await mayHost('pub', undefined)).toEqual({ ok: true });
  });
});
