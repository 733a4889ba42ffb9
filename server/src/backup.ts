// `npm run backup -- FILE`: saves the data folder's database to a file; a server may run meanwhile.
import { upkeepWords } from '@oneliner/shared';
import { databaseIn } from './log/sqlite/open-database.ts';
import { backUp } from './upkeep/back-up.ts';
import { runCommand } from './upkeep/command.ts';

runCommand({
  use: upkeepWords.backupUse,
  flags: ['overwrite'],
  run({ path, flags }, folder) {
    if (path === null) return null;
    return backUp({ from: databaseIn(folder), to: path, mayOverwrite: flags.has('overwrite') });
  },
});
