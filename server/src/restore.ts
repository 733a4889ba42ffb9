// `npm run restore -- FILE`: puts a backup in place of the data folder's database, while no server has it open.
import { upkeepWords } from '@oneliner/shared';
import { databaseAt, runCommand } from './upkeep/command.ts';
import { restore } from './upkeep/restore.ts';

runCommand({
  use: upkeepWords.restoreUse,
  flags: [],
  run({ path }, folder) {
    return path === null ? null : restore({ from: databaseAt(path), folder, now: Date.now() });
  },
});
