// Log and shelf in a data folder on this machine: one SQLite database, on a thread of its own.
import { startClock, systemTime } from '../clock.ts';
import type { TimeSource } from '../clock.ts';
import type { GroupCommitOptions } from '../group-commit.ts';
import { homeOn } from '../home.ts';
import type { Home } from '../home.ts';
import { systemLater } from '../later.ts';
import type { DatabaseOptions, OpeningRefused } from './open-database.ts';
import { startDisk } from './thread-disk.ts';

export interface SqliteHomeOptions extends DatabaseOptions {
  time?: TimeSource;
  onWritable: GroupCommitOptions['onWritable'];
}

export type OpenedHome = ({ ok: true } & Home) | OpeningRefused;

/** Opens the folder, or says why it cannot: never throws for what a person can mend. */
export const openSqliteHome = async (options: SqliteHomeOptions): Promise<OpenedHome> => {
  const { folder, synchronous, time = systemTime, onWritable } = options;
  const started = await startDisk({ folder, synchronous });
  if (!started.ok) return started;
  const { disk, lastAt } = started;
  const now = startClock(time, lastAt);
  return { ok: true, ...homeOn({ disk, now, later: systemLater, onWritable }) };
};
