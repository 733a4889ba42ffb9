// What a home of log and shelf asks of its disk: batches that are saved whole or not at all, and reads.

/** A change of what is kept. Times are ms of the log's clock; `command` is JSON. */
export type Write =
  | { type: 'create' | 'append'; code: string; at: number; by: string; command: string }
  | { type: 'put'; key: string; value: string; at: number; expiresAt: number }
  | { type: 'expire'; before: number };

/** What became of a write that was saved, or why it changed nothing. Entries are answered with their `seq`. */
export interface Outcomes {
  create: number | 'code-in-use';
  append: number | 'no-such-room';
  put: 'kept';
  /** The codes of the rooms that were deleted. */
  expire: string[];
}
export type Outcome = Outcomes[keyof Outcomes];

export type Committed = { ok: true; outcomes: Outcome[] } | { ok: false; why: string };

/** An entry as it is kept: the command is still JSON. */
export interface StoredEntry {
  seq: number;
  at: number;
  by: string;
  command: string;
}

export interface Disk {
  /** Applies the writes in order as one transaction; resolves when they are safe, with an outcome for each. */
  commit(writes: Write[]): Promise<Committed>;
  /** Whether a write goes through at present. */
  probe(): Promise<boolean>;
  /** Up to `limit` entries of a room from `fromSeq` on, in order. */
  read(code: string, fromSeq: number, limit: number): Promise<StoredEntry[]>;
  list(): Promise<{ code: string; lastAt: number }[]>;
  /** The value, or `null` when there is none that lives beyond `at`. */
  get(key: string, at: number): Promise<string | null>;
  close(): Promise<void>;
}
