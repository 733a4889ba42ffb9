// The commands as they are typed, around a real server: checked and saved while people play, restored while it is stopped.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { upkeepWords as words } from '@oneliner/shared';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createHostBot } from '../../../server/src/demo/host-bot.ts';
import { paths } from '../../../server/src/paths.ts';
import { GameServer } from '../../browser/house/game-server.ts';
import { names } from '../log/samples.ts';
import { scratchFolder } from '../log/sqlite-scratch.ts';
import { databaseFile, withDatabase } from '../log/stored.ts';
import { Guest } from '../sockets/guest.ts';
import { folderWith, wholeRooms } from './folders.ts';
import { Phone } from './phone.ts';

/** What a command says and its exit code; `from` is where somebody typed it. */
const run = async (
  command: 'fsck' | 'backup' | 'restore',
  folder: string,
  from = folder,
  ...typed: string[]
): Promise<{ said: string; code: unknown }> => {
  const child = spawn(process.execPath, [join(paths.root, 'server/src', `${command}.ts`), ...typed], {
    env: { ...process.env, DATA_DIR: folder, INIT_CWD: from },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { said, code: code as unknown };
};

test(
  'a phone that has seen a later moment of the game takes the views of the restored one',
  { timeout: 60_000 },
  async () => {
    const server = await GameServer.open();
    onTestFinished(() => server.close());
    const origin = `http://127.0.0.1:${server.port}`;
    const host = await createHostBot({ origin, joinOrigin: origin });
    onTestFinished(() => {
      host.close();
    });
    const phone = new Phone(origin);
    await phone.join(host.code, 'Ada');
    await vi.waitUntil(() => phone.room?.phase.name === 'lobby', 10_000);

    const shelf = scratchFolder();
    const saved = await run('backup', server.folder, shelf, 'night.db');
    expect(saved).toEqual({ code: 0, said: expect.stringContaining(join(shelf, 'night.db')) as string });
    const crowd = names(10).map(() => new Guest(origin));
    await Promise.all(crowd.map((guest, index) => guest.join(host.code, `Guest ${index + 1}`)));
    for (const guest of crowd) guest.close();
    await host.step('start');
    await host.until(({ phase }) => phase.name === 'announced');
    await host.step('skip');
    await vi.waitUntil(() => phone.room?.phase.name === 'open', 10_000);
    const later = phone.room?.version ?? [0, 0];
    expect(await run('fsck', server.folder)).toEqual({
      code: 0,
      said: expect.stringMatching(
        new RegExp(`^${host.code}  whole: .*\\n.*everything whole\\.\\n$`),
      ) as string,
    });
    const refused = await run('restore', server.folder, shelf, 'night.db');
    expect(refused).toEqual({ code: 1, said: `${words.serverRuns(server.folder)}\n` });

    await server.stop('SIGTERM');
    expect((await run('restore', server.folder, shelf, 'night.db')).code).toBe(0);
    await server.start();
    await vi.waitUntil(() => phone.room?.phase.name === 'lobby', 15_000);
    const [epoch, seq] = phone.room?.version ?? [0, 0];
    expect(epoch).toBeGreaterThan(later[0]);
    expect(seq).toBeLessThan(later[1]);
  },
);

test('the check fails on a damaged folder, named or of the settings, and on a damaged backup', async () => {
  const folder = await folderWith('ROOM');
  withDatabase(folder, (db) => {
    db.exec('delete from entry where seq = 4');
  });
  const found = await run('fsck', folder);
  expect(found.code).toBe(1);
  expect(found.said).toContain(words.missing(4, 5));
  expect(await run('fsck', scratchFolder(), folder, '.')).toEqual(found);
  expect(await run('fsck', scratchFolder(), folder, 'oneliner.db')).toEqual(found);
});

test('a backup replaces another only with --overwrite', async () => {
  const folder = await folderWith('ROOM');
  const shelf = scratchFolder();
  expect((await run('backup', folder, shelf, 'a.db')).code).toBe(0);
  expect((await run('backup', folder, shelf, 'a.db')).code).toBe(1);
  expect((await run('backup', folder, shelf, 'a.db', '--overwrite')).code).toBe(0);
  expect(wholeRooms(join(shelf, 'a.db'))).toEqual({ ROOM: 10 });
});

test('who types something else is told how to use a command, and nothing is done', async () => {
  const folder = await folderWith('ROOM');
  const uses = { fsck: words.checkUse, backup: words.backupUse, restore: words.restoreUse };
  const typed = { fsck: ['a', 'b'], backup: [], restore: [databaseFile(folder), '--force'] };
  for (const command of ['fsck', 'backup', 'restore'] as const)
    expect(await run(command, folder, folder, ...typed[command])).toEqual({
      code: 1,
      said: `${uses[command]}\n`,
    });
});
