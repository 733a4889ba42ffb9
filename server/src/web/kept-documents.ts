// The documents that hosts brought: on the shelf for 30 days each, and counted, so that all together stay bounded.
import { LIMITS } from '@oneliner/shared';
import type { Shelf } from './shelf.ts';

export interface KeptDocument {
  name: string;
  bytes: Uint8Array;
}

export interface KeptDocuments {
  get(id: string): Promise<KeptDocument | null>;
  /** Keeps it from now on, or for longer when it is there; `full` when there is no room for another one. */
  put(id: string, document: KeptDocument): Promise<'kept' | 'full' | 'not-saved'>;
}

/** What the list of all says of one: how large it is, and until when it is kept, ms of the log's clock. */
interface Listed {
  bytes: number;
  until: number;
}

const KEPT_MS = 30 * 24 * 3_600_000;
const LIST_KEY = 'documents';
const keyOf = (id: string): string => `document:${id}`;

const hasRoom = (others: Listed[], bytes: number): boolean =>
  others.length < LIMITS.documentsKept &&
  others.reduce((sum, other) => sum + other.bytes, bytes) <= LIMITS.documentsKeptBytes;

/**
 * The list is read and written by one upload after the other. Two servers that share a shelf may lose a line of it to each
 * other in the same moment; what it bounds is abuse, which that does not help.
 */
export const createKeptDocuments = (shelf: Shelf, now: () => number): KeptDocuments => {
  let last: Promise<unknown> = Promise.resolve();

  const list = async (): Promise<Map<string, Listed>> => {
    const listed = JSON.parse((await shelf.get(LIST_KEY)) ?? '[]') as [string, Listed][];
    return new Map(listed.filter(([, { until }]) => until > now()));
  };

  const keep = async (id: string, { name, bytes }: KeptDocument): Promise<'kept' | 'full' | 'not-saved'> => {
    const listed = await list();
    listed.delete(id);
    if (!hasRoom([...listed.values()], bytes.length)) return 'full';
    listed.set(id, { bytes: bytes.length, until: now() + KEPT_MS });
    // Listed first: what is not listed would never count.
    if (!(await shelf.put(LIST_KEY, JSON.stringify([...listed]), KEPT_MS))) return 'not-saved';
    const value = JSON.stringify({ name, base64: Buffer.from(bytes).toString('base64') });
    return (await shelf.put(keyOf(id), value, KEPT_MS)) ? 'kept' : 'not-saved';
  };

  return {
    async get(id) {
      const kept = await shelf.get(keyOf(id));
      if (kept === null) return null;
      const { name, base64 } = JSON.parse(kept) as { name: string; base64: string };
      return { name, bytes: Buffer.from(base64, 'base64') };
    },
    put(id, document) {
      const turn = last.then(() => keep(id, document));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
};
