// What the commands for a data folder say: check, backup, restore.

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const upkeepWords = {
  checkUse: 'Use: npm run fsck [-- FOLDER]',
  backupUse: 'Use: npm run backup -- FILE [--overwrite]',
  restoreUse: 'Use: npm run restore -- FILE',

  noDatabase: (path: string): string => `There is no database of Oneliner at ${path}.`,
  newerVersion: (path: string): string => `${path} was made by a newer version of Oneliner. Use that one.`,
  notRead: (path: string, why: string): string => `${path} cannot be read: ${why}.`,
  damagedFile: (what: string): string => `The file is damaged: ${what}.`,

  roomWhole: (code: string, entries: number, players: number): string =>
    `${code}  whole: ${counted(entries, 'entry', 'entries')}, ${counted(players, 'player')}.`,
  roomDamaged: (code: string, entries: number, faults: number): string =>
    `${code}  DAMAGED: ${counted(faults, 'fault')} in ${counted(entries, 'entry', 'entries')}.`,
  andMore: (count: number): string => `… and ${count} more.`,
  summary: (path: string, rooms: number, entries: number, damaged: number): string =>
    `${path}: ${counted(rooms, 'room')}, ${counted(entries, 'entry', 'entries')}, ${
      damaged === 0 ? 'everything whole' : `damage in ${counted(damaged, 'room')}`
    }.`,
  notInOrder: (path: string): string => `${path}: not in order.`,

  missing: (seq: number, instead: number): string =>
    `Entry ${seq} is missing: entry ${instead} stands in its place.`,
  changed: (seq: number): string =>
    `Entry ${seq} is not what was written, or the one before was changed: its hash does not fit.`,
  backwards: (seq: number): string => `Entry ${seq} is older than the one before.`,
  notACommand: (seq: number): string => `Entry ${seq} holds no command.`,
  notOpening: (seq: number, command: string): string =>
    `Entry ${seq} comes first and does not open the room; it is “${command}”.`,
  notFolded: (seq: number, why: string): string => `The rules stumble over entry ${seq}: ${why}.`,
  unreadableAfter: (seq: number, why: string): string => `Nothing can be read after entry ${seq}: ${why}.`,
  noEntries: 'The room stands in the list and has no entry.',
  notListed: 'The room has entries and does not stand in the list.',
  otherEnd: (listed: number, last: number): string =>
    `The list says that the room ends with entry ${listed}, and it ends otherwise, with entry ${last}.`,

  isFolder: (path: string): string => `${path} is a folder. Name a file in it.`,
  targetExists: (path: string): string => `${path} exists already. Choose another name, or add --overwrite.`,
  sourceDamaged: (path: string): string =>
    `${path} is damaged, so nothing was done. See where: npm run fsck -- ${path}`,
  notBackedUp: (why: string): string => `The backup could not be made: ${why}.`,
  backedUp: (path: string, rooms: number, entries: number): string =>
    `Saved ${counted(rooms, 'room')} with ${counted(entries, 'entry', 'entries')} to ${path}. It holds the players' names: delete it when you need it no more.`,

  serverRuns: (folder: string): string =>
    `A server has the data folder ${folder} open. Stop it first, then restore again.`,
  notRestored: (why: string): string => `The backup could not be restored: ${why}.`,
  restored: (rooms: number, entries: number, folder: string): string =>
    `Restored ${counted(rooms, 'room')} with ${counted(entries, 'entry', 'entries')} to ${folder}.`,
  keptBeside: (path: string): string =>
    `What was there before is kept as ${path}. Delete it when you need it no more.`,
};
