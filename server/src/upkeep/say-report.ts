// What a check has found, in lines for a person: a line for each room, its faults below it, and one line to close.
import { upkeepWords as words } from '@oneliner/shared';
import { entriesIn } from './check-database.ts';
import type { Report } from './check-database.ts';
import type { RoomReport } from './check-room.ts';

/** A log that is broken all over need not say so a thousand times. */
const FAULTS_SHOWN = 5;

const roomLines = ({ code, entries, players, faults }: RoomReport): string[] => {
  if (faults.length === 0) return [words.roomWhole(code, entries, players)];
  const shown = faults.slice(0, FAULTS_SHOWN);
  if (faults.length > shown.length) shown.push(words.andMore(faults.length - shown.length));
  return [words.roomDamaged(code, entries, faults.length), ...shown.map((fault) => `    ${fault}`)];
};

/** `path` names the database that was checked. */
export const sayReport = (path: string, report: Report): string[] => {
  const { rooms, faults } = report;
  const damaged = rooms.filter((room) => room.faults.length > 0).length;
  const closing =
    faults.length > 0
      ? words.notInOrder(path)
      : words.summary(path, rooms.length, entriesIn(report), damaged);
  return [...faults, ...rooms.flatMap(roomLines), closing];
};
