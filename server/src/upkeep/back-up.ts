// Makes a backup while a server may run: a checked copy under another name first, then in its place at once.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { upkeepWords as words } from '@oneliner/shared';
import { checkDatabase, entriesIn, isWhole } from './check-database.ts';
import { copyDatabase, syncToDisk } from './copy-database.ts';
import { done, notDone } from './done.ts';
import type { Done } from './done.ts';

export interface BackupOptions {
  /** The database that a server may have open. */
  from: string;
  to: string;
  mayOverwrite: boolean;
}

/** Why nothing needs to be tried, or null. */
const objection = ({ from, to, mayOverwrite }: BackupOptions): string | null => {
  if (!existsSync(from)) return words.noDatabase(from);
  if (!existsSync(to)) return null;
  if (statSync(to).isDirectory()) return words.isFolder(to);
  return mayOverwrite ? null : words.targetExists(to);
};

/** Whatever happens, at `to` stands what stood there before or a whole backup. */
export const backUp = (options: BackupOptions): Done => {
  const { from, to } = options;
  const why = objection(options);
  if (why !== null) return notDone(why);
  const partial = `${to}.${String(process.pid)}.partial`;
  try {
    copyDatabase(from, partial);
    const report = checkDatabase(partial);
    if (!isWhole(report)) return notDone(words.sourceDamaged(from));
    renameSync(partial, to);
    syncToDisk(dirname(to));
    return done(words.backedUp(to, report.rooms.length, entriesIn(report)));
  } catch (error) {
    return notDone(words.notBackedUp((error as Error).message));
  } finally {
    rmSync(partial, { force: true });
  }
};
