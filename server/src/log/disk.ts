// What a home of log and shelf asks of its disk: batches that are saved, reads, and word of what other servers saved.

interface Shelved {
  key: string;
  value: string;
  at: number;
  expiresAt: number;
}

/** A change of what is kept. Times are ms of the log's clock here; `command` is JSON. */
export type Write =
  | { type: 'create' | 'append'; code: string; at: number; by: string; command: string }
  | ({ type: 'put' } & Shelved)
  | ({ type: 'claim' } & Shelved)
  | ({ type: 'swap'; before: string | null } & Shelved)
  /** Deletes those of the rooms whose last entry is older. */
  | { type: 'expire'; codes: string[]; before: number };

/** Where an entry stands. `epoch` is that of its room's whole log, and rises when entries that people have seen are lost. */
export interface Placed {
  epoch: number;
  seq: number;
  /** The time it got, ms: the write's own, where the disk has no clock. */
  at: number;
}

/** What became of a write that was saved, or why it changed nothing. */
export interface Outcomes {
  create: Placed | 'code-in-use';
  append: Placed | 'no-such-room';
  put: 'kept';
  /** The value that stands under the key now: the first that was claimed. */
  claim: { value: string };
  /** Whether what was to stand there before still did. */
  swap: 'kept' | 'changed';
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

/** Some of a room's entries, in order, and the epoch that all of them have now. */
export interface StoredRange {
  epoch: number;
  entries: StoredEntry[];
}

/** Why a room's entries end: it was deleted, or what was given so far stands in the log no more. */
export type Ending = 'expired' | 'rewritten';

/** Hears of a room from its disk. */
export interface Watcher {
  /** Somebody saved an entry. Entries come about in order; some may come twice or not at all. */
  saved(epoch: number, entry: StoredEntry): void;
  /** Word of some entries may have been lost; they can be read. */
  missed(): void;
  ended(why: Ending): void;
}

export interface Disk {
  /** Whether other servers write there too. */
  readonly isShared: boolean;
  /** Applies the writes in order; resolves when all are safe, with an outcome for each. */
  commit(writes: Write[]): Promise<Committed>;
  /** Whether a write goes through at present. */
  probe(): Promise<boolean>;
  /** Up to `limit` entries of a room from `fromSeq` on. */
  read(code: string, fromSeq: number, limit: number): Promise<StoredRange>;
  /** Tells `watcher` of what happens to a room from the moment it resolves, until the returned function is called. */
  watch(code: string, watcher: Watcher): Promise<() => void>;
  list(): Promise<{ code: string; lastAt: number }[]>;
  /** The value, or `null` when there is none that lives beyond `at`. */
  get(key: string, at: number): Promise<string | null>;
  /** How long word of the last entry took to come here, ms; 0 where nobody else writes. */
  lagMs(): number;
  close(): Promise<void>;
}
