// A receipt vouches for an acknowledged answer, so that a phone can hand it back with its time where the log has lost it.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { replySchema, stepSchema } from '@oneliner/shared';
import type { AnswerReply, StepNumber } from '@oneliner/shared';
import * as v from 'valibot';

const receiptSchema = v.tuple([
  v.string(),
  v.string(),
  stepSchema,
  replySchema,
  v.number(),
  v.number(),
  v.number(),
]);

export interface Receipt {
  room: string;
  /** The hash of the player's secret: numbers of players may be given anew where joins were lost. */
  player: string;
  step: StepNumber;
  reply: AnswerReply;
  /** Which of the player's answers to the question it was: where answers may change, an old time is not for a later one. */
  number: number;
  /** When the answer reached a server, by the log's clock. */
  receivedAt: number;
  /** Thinking time as accepted, ms. */
  elapsedMs: number;
}

export interface Receipts {
  sign(receipt: Receipt): string;
  /** What a receipt says, or null where none of our servers has signed it. */
  read(text: string): Receipt | null;
}

const parsed = (json: string): Receipt | null => {
  const { success, output } = v.safeParse(receiptSchema, JSON.parse(json));
  if (!success) return null;
  const [room, player, step, reply, receivedAt, elapsedMs, number] = output;
  return { room, player, step, reply, receivedAt, elapsedMs, number };
};

/** Signs with HMAC-SHA-256 (RFC 2104). @param key shared by all servers of a log. */
export const createReceipts = (key: string): Receipts => {
  const signatureOf = (body: string): Buffer => createHmac('sha256', key).update(body).digest();
  return {
    sign({ room, player, step, reply, receivedAt, elapsedMs, number }) {
      const json = JSON.stringify([room, player, step, reply, receivedAt, elapsedMs, number]);
      const body = Buffer.from(json).toString('base64url');
      return `${body}.${signatureOf(body).toString('base64url')}`;
    },
    read(text) {
      const [body = '', signature = ''] = text.split('.');
      const [given, right] = [Buffer.from(signature, 'base64url'), signatureOf(body)];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      return parsed(Buffer.from(body, 'base64url').toString());
    },
  };
};
