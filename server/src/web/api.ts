// The HTTP API of the contract (shared/src/http.ts): documents, opening a room, and where phones find the game.
import { HOST_PASSWORD_HEADER, LIMITS, documentIdSchema, openRoomSchema, refused } from '@oneliner/shared';
import type { Here, OpenRoom, OpenedRoom, Refused, RefusalName, Reply } from '@oneliner/shared';
import express, { Router } from 'express';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import * as v from 'valibot';
import type { Meter } from '../metrics/meter.ts';
import { callerOf } from './caller.ts';
import type { Documents } from './documents.ts';
import type { MayHost } from './host-password.ts';
import { isAllowedOrigin } from './origin.ts';
import type { Throttle } from './throttle.ts';

export interface ApiParts {
  publicUrl: string | null;
  /** How many proxies of one's own stand before this server. */
  proxies: number;
  documents: Documents;
  openRoom(request: OpenRoom): Promise<Reply<OpenedRoom>>;
  /** Where phones find this server, as seen by who asks with this Host header. */
  here(host: string | undefined): Here;
  /** Uploads and rooms for each address. */
  throttle: Throttle;
  /** The bytes of the documents that each address brings. */
  uploads: Throttle;
  mayHost: MayHost;
  meter: Pick<Meter, 'refused'>;
}

const STATUS: Partial<Record<RefusalName, number>> = {
  malformed: 400,
  'not-allowed': 403,
  'password-needed': 403,
  'unknown-document': 404,
  'unknown-room': 404,
  'document-too-large': 413,
  'document-not-text': 415,
  'too-many': 429,
  'not-saved': 503,
  'server-full': 503,
  'documents-full': 503,
};
/** Understood, well-formed, and still nothing to be done about it. */
const UNPROCESSABLE = 422;

const TEXT_TYPES = ['text/markdown', 'text/plain', 'application/octet-stream'];
const ROOM_REQUEST_BYTES = 16 * 1024;

/** What is remembered of a response until it was sent. */
interface Locals {
  refusal?: RefusalName;
}

const send = (response: Response<unknown, Locals>, reply: Reply): void => {
  if (!reply.ok) response.locals.refusal = reply.refusal.name;
  if (!reply.ok) response.status(STATUS[reply.refusal.name] ?? UNPROCESSABLE);
  if (!reply.ok && reply.refusal.name === 'too-many') response.set('Retry-After', `${reply.refusal.seconds}`);
  response.set('Cache-Control', 'no-store').json(reply);
};

const answer =
  (work: (request: Request) => Reply | Promise<Reply>): RequestHandler =>
  async (request, response) =>
    send(response, await work(request));

/** Lets a request through that one of our own pages sent. */
const fromOurPages =
  ({ publicUrl }: ApiParts): RequestHandler =>
  (request, response, next) =>
    isAllowedOrigin(request.headers.origin, publicUrl) ? next() : send(response, refused('not-allowed'));

/** Lets not too many requests through from one address. */
const notTooMany =
  ({ proxies, throttle }: ApiParts): RequestHandler =>
  (request, response, next) => {
    const seconds = throttle.take(callerOf(request, proxies));
    if (seconds > 0) return send(response, refused({ name: 'too-many', seconds }));
    next();
  };

/** Lets a request through of who may host. */
const ofHosts =
  ({ proxies, mayHost }: ApiParts): RequestHandler =>
  async (request, response, next) => {
    const hosting = await mayHost(callerOf(request, proxies), request.get(HOST_PASSWORD_HEADER));
    if (!hosting.ok) return send(response, hosting);
    next();
  };

/** Has every refusal counted. */
const count =
  ({ meter }: ApiParts): RequestHandler =>
  (_request, response: Response<unknown, Locals>, next) => {
    response.once('finish', () => {
      if (response.locals.refusal) meter.refused(response.locals.refusal);
    });
    next();
  };

const isText: RequestHandler = (request, response, next) =>
  request.is(TEXT_TYPES) ? next() : send(response, refused('document-not-text'));

/** What the body parsers throw, as refusals: by the type they give their errors. */
const refuseBody =
  (tooLarge: Refused): ErrorRequestHandler =>
  (error: { type?: string; status?: number }, _request, response, next) => {
    if (error.type === 'entity.too.large') return send(response, tooLarge);
    if (error.status !== undefined && error.status < 500) return send(response, refused('malformed'));
    next(error);
  };

const nameOf = ({ query }: Request): string => (typeof query['name'] === 'string' ? query['name'] : '');

const openDocument = (documents: Documents) =>
  answer(({ params }) =>
    v.is(documentIdSchema, params['id']) ? documents.open(params['id']) : refused('unknown-document'),
  );

const addDocument = ({ documents, uploads, proxies }: ApiParts) =>
  answer((request) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const seconds = uploads.take(callerOf(request, proxies), bytes.length);
    return seconds > 0 ? refused({ name: 'too-many', seconds }) : documents.add(nameOf(request), bytes);
  });

const openRoom = (open: ApiParts['openRoom']) =>
  answer((request) => {
    const parsed = v.safeParse(openRoomSchema, request.body);
    return parsed.success ? open(parsed.output) : refused('malformed');
  });

/** Bodies are bounded before they are parsed, and nothing compressed is unpacked. */
export const createApi = (parts: ApiParts): Router => {
  const api = Router();
  const { documents } = parts;
  const raw = express.raw({ limit: LIMITS.documentBytes, inflate: false, type: TEXT_TYPES });
  const json = express.json({ limit: ROOM_REQUEST_BYTES, inflate: false });
  const tooLarge = refused({ name: 'document-too-large', bytes: LIMITS.documentBytes });

  api.use(count(parts));
  api.get(
    '/documents',
    answer(() => documents.list()),
  );
  // Its questions come with their keys. No page of another origin can read them: the browser keeps the answer from it.
  api.get('/documents/:id', ofHosts(parts), openDocument(documents));
  const hosting = [fromOurPages(parts), notTooMany(parts), ofHosts(parts)];
  api.post('/documents', hosting, isText, raw, addDocument(parts), refuseBody(tooLarge));
  api.post('/rooms', hosting, json, openRoom(parts.openRoom), refuseBody(refused('malformed')));
  api.get(
    '/here',
    answer(({ headers }) => ({ ok: true, ...parts.here(headers.host) })),
  );
  return api;
};
