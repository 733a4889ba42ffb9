// The HTTP side of the contract: documents and their questions, opening a room, and the addresses of this server.
// Every answer is a `Reply` of the type named here: `{ ok: true, … }`, or a refusal.
import * as v from 'valibot';
import { secretSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { Question } from './question.ts';
import { settingsSchema } from './settings.ts';

/**
 * Requests for what only hosts may do or see carry HOST_PASSWORD in this header where the server has one,
 * percent-encoded (`encodeURIComponent`).
 */
export const HOST_PASSWORD_HEADER = 'Host-Password';

export const documentIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/));
const questionIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** Which questions of a document to play, and how. */
export const planSchema = v.object({
  documentId: documentIdSchema,
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.questionsPerQuiz)),
  /** Questions the host does not want. */
  leftOut: v.pipe(v.array(questionIdSchema), v.maxLength(300)),
  /** The host's own order; the first `count` are asked. Empty: the game chooses a fair mix. */
  order: v.pipe(v.array(questionIdSchema), v.maxLength(LIMITS.questionsPerQuiz)),
  settings: settingsSchema,
});
export type Plan = v.InferOutput<typeof planSchema>;

/** POST /api/rooms. The host's page makes `secret` itself; the same secret again opens no second room. */
export const openRoomSchema = v.object({ secret: secretSchema, plan: planSchema });
export type OpenRoom = v.InferOutput<typeof openRoomSchema>;
export interface OpenedRoom {
  code: string;
}

/** A document that a quiz can be made from. */
export interface DocumentSummary {
  id: string;
  title: string;
  entries: number;
}

/** GET /api/documents: those that ship with the game, the best one to begin with first. */
export interface DocumentList {
  documents: DocumentSummary[];
}

/** What a host or author should know about a document, with its line where there is one. */
export interface DocumentRemark {
  line: number | null;
  text: string;
}

/** GET /api/documents/:id and POST /api/documents?name=FILE.md (the Markdown itself as the body). */
export interface DocumentBank extends DocumentSummary {
  bank: Question[];
  /** How many of them fit into one quiz that the game draws, which asks nothing twice. */
  most: number;
  remarks: DocumentRemark[];
}

/** GET /api/here: where phones can find this server; `fixed` when PUBLIC_URL says so. */
export interface Here {
  origins: string[];
  fixed: boolean;
}
