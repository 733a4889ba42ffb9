// Checks one room's log: numbers without gaps, an unbroken chain, times that never run back, and the fold of it all.
import { upkeepWords as words } from '@oneliner/shared';
import { apply } from '../game/apply.ts';
import type { Command } from '../game/commands.ts';
import { begin } from '../game/state.ts';
import type { RoomState } from '../game/state.ts';
import type { StoredEntry } from '../log/disk.ts';
import { CHAIN_START, chainHash } from '../log/sqlite/chain.ts';

export interface HashedEntry extends StoredEntry {
  hash: string;
}

/** What the list of rooms says of a room's last entry. */
export type RoomHead = Pick<HashedEntry, 'seq' | 'at' | 'hash'>;

export interface RoomReport {
  code: string;
  /** How many entries could be read. */
  entries: number;
  players: number;
  /** A sentence for each fault, in the order of the log. */
  faults: string[];
}

/** Folds a room until an entry does not go; what comes after could only repeat that. */
class Fold {
  state: RoomState | null = null;
  #isStuck = false;

  /** The fault of the entry, or none. */
  add({ seq, at, by, command: json }: StoredEntry): string[] {
    if (this.#isStuck) return [];
    const command = parse(json);
    const fault = command ? this.#apply({ epoch: 0, seq, at, by, command }) : words.notACommand(seq);
    this.#isStuck = fault !== null;
    return fault === null ? [] : [fault];
  }

  #apply(entry: Parameters<typeof apply>[1]): string | null {
    const { seq, command } = entry;
    if (!this.state && command.type !== 'open-room') return words.notOpening(seq, command.type);
    try {
      if (this.state) apply(this.state, entry);
      else this.state = begin(entry);
      return null;
    } catch (error) {
      return words.notFolded(seq, (error as Error).message);
    }
  }
}

const parse = (json: string): Command | null => {
  try {
    const command = JSON.parse(json) as { type?: unknown } | null;
    return typeof command?.type === 'string' ? (command as Command) : null;
  } catch {
    return null;
  }
};

/** How an entry fails to follow from the one before. After a gap its hash can only be off, and says nothing. */
const linkFaults = (code: string, before: RoomHead, entry: HashedEntry): string[] => {
  const { seq, at, hash } = entry;
  const faults: string[] = [];
  if (seq !== before.seq + 1) faults.push(words.missing(before.seq + 1, seq));
  else if (hash !== chainHash(before.hash, code, entry)) faults.push(words.changed(seq));
  if (at < before.at) faults.push(words.backwards(seq));
  return faults;
};

const headFaults = (head: RoomHead | null, last: RoomHead): string[] => {
  if (!head) return [words.notListed];
  if (last.seq === 0) return [words.noEntries];
  const isSame = head.seq === last.seq && head.at === last.at && head.hash === last.hash;
  return isSame ? [] : [words.otherEnd(head.seq, last.seq)];
};

/** Reads a room to its end. `head` is null when the room does not stand in the list; `entries` come in order. */
export const checkRoom = (
  code: string,
  head: RoomHead | null,
  entries: Iterable<HashedEntry>,
): RoomReport => {
  const fold = new Fold();
  const faults: string[] = [];
  let last: RoomHead = { seq: 0, at: 0, hash: CHAIN_START };
  let count = 0;
  try {
    for (const entry of entries) {
      faults.push(...linkFaults(code, last, entry), ...fold.add(entry));
      last = entry;
      count += 1;
    }
    faults.push(...headFaults(head, last));
  } catch (error) {
    faults.push(words.unreadableAfter(last.seq, (error as Error).message));
  }
  return { code, entries: count, players: fold.state?.members ?? 0, faults };
};
