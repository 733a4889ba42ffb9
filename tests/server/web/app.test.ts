// What the server answers over HTTP besides the API: pages, assets, headers, health, and nothing where there is nothing.
import { serverWords } from '@oneliner/shared';
import { describe, expect, it } from 'vitest';
import type { Readiness } from '../../../server/src/web/app.ts';
import { scratchFolder, serve } from './served.ts';

describe('the content policy', () => {
  it('is written out in full and names the sockets of the host that was asked', async () => {
    const { get, origin } = await serve();
    const host = new URL(origin).host;
    expect((await get('/')).headers.get('content-security-policy')?.split(';')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "script-src-attr 'none'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "media-src 'self' data:",
      "manifest-src 'self'",
      `connect-src 'self' ws://${host} wss://${host}`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it('asks for HTTPS only where PUBLIC_URL is HTTPS', async () => {
    const plain = (await (await serve()).get('/')).headers;
    const secure = (await (await serve({ publicUrl: 'https://quiz.example' })).get('/')).headers;
    for (const name of ['strict-transport-security', 'cross-origin-opener-policy', 'origin-agent-cluster'])
      expect([name, plain.get(name)]).toEqual([name, null]);
    expect(secure.get('strict-transport-security')).toBe('max-age=31536000');
    expect(secure.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(`${plain.get('content-security-policy')}`).not.toContain('upgrade-insecure-requests');
  });

  it('stands on every answer, with nothing that tells what serves it', async () => {
    const { get } = await serve();
    for (const path of ['/', '/host', '/assets/play-abc123.js', '/api/here', '/healthz', '/nothing/here']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});

describe('a page', () => {
  it.each([
    ['/', 'play'],
    ['/k7m4qt', 'play'],
    ['/K7M4QT?x=1', 'play'],
    ['/host', 'host'],
    ['/host/K7M4QT', 'host'],
    ['/screen/', 'screen'],
    ['/screen/k7m4qt', 'screen'],
  ])('under %s is %s, asked for anew each time', async (path, page) => {
    const response = await (await serve()).get(path);
    expect(await response.text()).toBe(`<p>${page}</p>`);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  it('that is not built says how to build it', async () => {
    const response = await (await serve({ pages: scratchFolder() })).get('/');
    expect([response.status, await response.text()]).toEqual([503, serverWords.notBuilt]);
  });
});

describe('a file', () => {
  it('with its hash in its name may be kept for good', async () => {
    const { headers } = await (await serve()).get('/assets/play-abc123.js');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-type')).toContain('text/javascript');
  });

  it('without one is asked for again', async () => {
    const response = await (await serve()).get('/icon.svg');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'public, max-age=0']);
  });
});

describe('where nothing is', () => {
  it.each([
    '/nothing',
    '/nothing/here',
    '/host/nothing',
    '/assets/none.js',
    '/api/nothing',
    '/..%2f..%2fpackage.json',
    '/assets/..%2f..%2fserver/src/main.ts',
    '/.env',
    '/%E0%A4%A',
    '/%00',
  ])('%s gets a plain sentence', async (path) => {
    const response = await (await serve()).get(path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).toBe(serverWords.notFound);
    expect(response.headers.get('content-type')).toContain('text/plain');
  });

  it('a post gets one too', async () => {
    expect((await (await serve()).post('/', '')).status).toBe(404);
  });
});

describe('health', () => {
  it('says that the process answers', async () => {
    const response = await (await serve({ readiness: () => 'starting' })).get('/healthz');
    expect([response.status, await response.text()]).toEqual([200, 'ok']);
  });

  it.each<[Readiness, number]>([
    ['ready', 200],
    ['starting', 503],
    ['stopping', 503],
    ['not-saving', 503],
  ])('says whether it takes people: %s is %d', async (readiness, status) => {
    const response = await (await serve({ readiness: () => readiness })).get('/readyz');
    expect([response.status, await response.text()]).toEqual([status, readiness]);
  });
});
