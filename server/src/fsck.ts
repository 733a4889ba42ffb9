// `npm run fsck [-- FOLDER]`: checks a data folder, or a backup, and says what it found; a server may run meanwhile.
import { upkeepWords } from '@oneliner/shared';
import { checkDatabase, isWhole } from './upkeep/check-database.ts';
import { databaseAt, runCommand } from './upkeep/command.ts';
import { sayReport } from './upkeep/say-report.ts';

runCommand({
  use: upkeepWords.checkUse,
  flags: [],
  run({ path }, folder) {
    const database = databaseAt(path ?? folder);
    const report = checkDatabase(database);
    return { isDone: isWhole(report), sentences: sayReport(database, report) };
  },
});
