// The HTTP side of a server on a free port, with parts that a test can bend.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refused } from '@oneliner/shared';
import { onTestFinished } from 'vitest';
import { createJournal } from '../../../server/src/journal.ts';
import { createApp } from '../../../server/src/web/app.ts';
import type { AppParts } from '../../../server/src/web/app.ts';
import type { Documents } from '../../../server/src/web/documents.ts';

/** A folder that is gone when the test is over. */
export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'oneliner-web-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
};

const builtPages = (): string => {
  const folder = scratchFolder();
  for (const name of ['play', 'host', 'screen', 'assets']) mkdirSync(join(folder, name));
  for (const name of ['play', 'host', 'screen'])
    writeFileSync(join(folder, name, 'index.html'), `<p>${name}</p>`);
  writeFileSync(join(folder, 'assets', 'play-abc123.js'), 'export {};');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  return folder;
};

const noDocuments: Documents = {
  list: () => Promise.resolve({ ok: true, documents: [] }),
  open: () => Promise.resolve(refused('unknown-document')),
  add: () => Promise.resolve(refused('document-empty')),
  prepareQuiz: () => Promise.resolve(refused('unknown-document')),
};

export interface Served {
  origin: string;
  /** What was written to the log. */
  logged: string[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Posts as one of our own pages does, unless `headers` say otherwise. */
  post(path: string, body: RequestInit['body'], headers?: Record<string, string>): Promise<Response>;
}

export const serve = async (bent: Partial<AppParts> = {}): Promise<Served> => {
  const logged: string[] = [];
  const app = createApp({
    publicUrl: null,
    proxies: 0,
    pages: builtPages(),
    documents: noDocuments,
    openRoom: () => Promise.resolve({ ok: true, code: 'K7M4QT' }),
    here: () => ({ origins: ['http://192.168.1.20:3000'], fixed: false }),
    throttle: { take: () => 0 },
    uploads: { take: () => 0 },
    meter: { refused: () => undefined },
    mayHost: () => Promise.resolve({ ok: true }),
    readiness: () => 'ready',
    journal: createJournal('info', { write: (line) => void logged.push(line) }),
    ...bent,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    logged,
    get: (path, headers = {}) => fetch(origin + path, { headers }),
    post: (path, body, headers = {}) =>
      fetch(origin + path, { method: 'POST', headers: { origin, ...headers }, body: body ?? null }),
  };
};
