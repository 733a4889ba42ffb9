// What the thread of rooms and the thread of the disk say to each other.
import type { Outcome, Write } from '../disk.ts';
import type { Columns } from './columns.ts';
import type { OpeningRefused } from './open-database.ts';

export type Request =
  | { type: 'commit'; writes: Write[] }
  | { type: 'probe' }
  | { type: 'read'; code: string; fromSeq: number; limit: number }
  | { type: 'list' }
  | { type: 'get'; key: string; at: number }
  | { type: 'close' };

export interface Results {
  commit: Outcome[];
  probe: null;
  read: Columns;
  list: { code: string; lastAt: number }[];
  get: string | null;
  close: null;
}

/** Requests are done one after the other, so replies come in the same order; `why` is SQLite's message. */
export type Reply = { ok: true; result: Results[keyof Results] } | { ok: false; why: string };

/** The worker's first message. `lastAt` is the time of the last entry in the database. */
export type Opened = { ok: true; lastAt: number } | OpeningRefused;
