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

const hasRoom = (others: [string, Listed][], bytes: number): boolean =>
  others.length < LIMITS.documentsKept &&
  others.reduce((sum, [, other]) => sum + other.bytes, bytes) <= LIMITS.documentsKeptBytes;

/** The list is read and written by one upload after the other here, and by a swap, as other servers may write it too. */
export const createKeptDocuments = (shelf: Shelf, now: () => number): KeptDocuments => {
  let last: Promise<unknown> = Promise.resolve();

  const enlist = async (id: string, bytes: number): Promise<'kept' | 'full' | 'not-saved'> => {
    const before = await shelf.get(LIST_KEY);
    const all = JSON.parse(before ?? '[]') as [string, Listed][];
    const others = all.filter(([other, { until }]) => other !== id && until > now());
    if (!hasRoom(others, bytes)) return 'full';
    const after = [...others, [id, { bytes, until: now() + KEPT_MS }]];
    const swapped = await shelf.swap(LIST_KEY, before, JSON.stringify(after), KEPT_MS);
    return swapped === 'changed' ? enlist(id, bytes) : swapped;
  };

  const keep = async (id: string, { name, bytes }: KeptDocument): Promise<'kept' | 'full' | 'not-saved'> => {
    // Listed first: what is not listed would never count.
    const enlisted = await enlist(id, bytes.length);
    if (enlisted !== 'kept') return enlisted;
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
