// The HTTP side of the server: pages, assets, the API and the two questions that a supervisor asks.
import { join } from 'node:path';
import { refused, serverWords } from '@oneliner/shared';
import express from 'express';
import type { ErrorRequestHandler, Express, RequestHandler } from 'express';
import type { Journal } from '../journal.ts';
import { createApi } from './api.ts';
import type { ApiParts } from './api.ts';
import { pageOf } from './pages.ts';
import { safetyHeaders } from './policy.ts';

/** Why the server takes nobody new at present; `ready` when it does. */
export type Readiness = 'ready' | 'starting' | 'stopping' | 'not-saving';

export interface AppParts extends ApiParts {
  /** The folder of the built pages. */
  pages: string;
  readiness(): Readiness;
  journal: Journal;
}

const YEAR_MS = 31_536_000_000;

const answerPages =
  (folder: string): RequestHandler =>
  (request, response, next) => {
    const page = pageOf(request.path);
    if (page === null) return next();
    response.set('Cache-Control', 'no-cache');
    response.sendFile(
      join(folder, page, 'index.html'),
      (error: (Error & { status?: number }) | undefined) => {
        // Without a status it was the line, which was hung up or broke its own protocol.
        if (error?.status === undefined || response.headersSent) return;
        if (error.status === 404) response.status(503).type('text/plain').send(serverWords.notBuilt);
        else next(error);
      },
    );
  };

const answerHealth =
  (readiness: AppParts['readiness']): RequestHandler =>
  (_request, response) => {
    const answer = readiness();
    response
      .status(answer === 'ready' ? 200 : 503)
      .type('text/plain')
      .send(answer);
  };

const isClientsFault = (status: unknown): status is number =>
  typeof status === 'number' && status >= 400 && status < 500;

/** What nobody foresaw: a bad request gets its status and a sentence, a bug is logged; neither ever shows a stack. */
const answerErrors =
  (journal: Journal): ErrorRequestHandler =>
  (error: Error & { status?: unknown }, request, response, next) => {
    if (!isClientsFault(error.status)) journal.error({ err: error, path: request.path }, 'a request failed');
    if (response.headersSent) return next(error);
    const status = isClientsFault(error.status) ? error.status : 500;
    response.status(status);
    if (request.path.startsWith('/api/')) response.json(refused(status === 500 ? 'fault' : 'malformed'));
    else response.type('text/plain').send(status === 500 ? serverWords.wentWrong : serverWords.notFound);
  };

/** The whole HTTP side as one Express app; sockets stand beside it. */
export const createApp = (parts: AppParts): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(safetyHeaders(parts.publicUrl));
  app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok'));
  app.get('/readyz', answerHealth(parts.readiness));
  app.use('/api', createApi(parts));
  app.get('/{*path}', answerPages(parts.pages));
  app.use(
    '/assets',
    express.static(join(parts.pages, 'assets'), {
      immutable: true,
      maxAge: YEAR_MS,
      index: false,
      redirect: false,
    }),
  );
  app.use(express.static(parts.pages, { index: false, redirect: false }));
  app.use((_request, response) => void response.status(404).type('text/plain').send(serverWords.notFound));
  app.use(answerErrors(parts.journal));
  return app;
};
