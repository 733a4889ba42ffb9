// What the host's page asks of the server over HTTP; every answer is a value, and `null` when there is none.
import type {
  DocumentBank,
  DocumentList,
  Here,
  OpenedRoom,
  OpenRoom,
  Refusal,
  Reply,
} from '@oneliner/shared';
import { hostWords, refusalSentence } from '@oneliner/shared';
import { hostPassword } from './password.svelte.ts';

/** A reply, or null when the server did not answer or not in its own words. */
export type Answer<T extends object> = Promise<Reply<T> | null>;

/** The server as the host's page knows it. */
export interface Server {
  documents(): Answer<DocumentList>;
  document(id: string): Answer<DocumentBank>;
  /** Hands in a Markdown document, byte for byte as the file is. */
  bring(file: File): Answer<DocumentBank>;
  open(room: OpenRoom): Answer<OpenedRoom>;
  here(): Answer<Here>;
}

const isReply = (body: unknown): boolean => typeof body === 'object' && body !== null && 'ok' in body;

async function ask<T extends object>(path: string, request?: RequestInit): Answer<T> {
  try {
    const response = await fetch(path, request);
    const body: unknown = await response.json();
    return isReply(body) ? (body as Reply<T>) : null;
  } catch {
    return null;
  }
}

/** What only hosts may do or see, and where the server wants it, only with its password. */
const askAsHost = <T extends object>(path: string, request: RequestInit = {}): Answer<T> =>
  hostPassword.with((headers) =>
    ask<T>(path, { ...request, headers: { ...(request.headers as Record<string, string>), ...headers } }),
  );

const post = <T extends object>(path: string, type: string, body: BodyInit): Answer<T> =>
  askAsHost(path, { method: 'POST', headers: { 'Content-Type': type }, body });

export const server: Server = {
  documents: () => ask('/api/documents'),
  document: (id) => askAsHost(`/api/documents/${id}`),
  bring: (file) => post(`/api/documents?name=${encodeURIComponent(file.name)}`, 'text/markdown', file),
  open: (room) => post('/api/rooms', 'application/json', JSON.stringify(room)),
  here: () => ask('/api/here'),
};

/** The sentence for what went wrong. */
export const whatWentWrong = (answer: { refusal: Refusal } | null): string =>
  answer ? refusalSentence(answer.refusal) : hostWords.setUp.noServer;
