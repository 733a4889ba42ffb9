// What a server knows of people ends up nowhere: no address of anybody in what it logs or keeps.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHostBot } from '../../server/src/demo/host-bot.ts';
import { dataFolder, startProcess } from './process.ts';
import { Guest } from './sockets/guest.ts';

const ADDRESS = '203.0.113.77';

test('no address is logged or kept, at any level of the log', async () => {
  const folder = dataFolder();
  const { origin, child, ended, said, logged } = startProcess({
    LOG_LEVEL: 'trace',
    TRUST_PROXY: '1',
    DATA_DIR: folder,
  });
  const local = (await origin) ?? '';
  const headers = { origin: local, 'x-forwarded-for': ADDRESS };
  const host = await createHostBot({ origin: local, joinOrigin: local });
  const guest = new Guest(local, headers);
  await guest.join(host.code, 'Ada');
  await guest.ask('knock', { code: 'QQQQQQ' });
  await guest.send('join', { code: 7 });
  const post = { method: 'POST', headers: { ...headers, 'content-type': 'text/markdown' } };
  await fetch(`${local}/api/documents`, { ...post, body: '# Night\n\n## What is it?\n\nNothing.' });
  await fetch(`${local}/api/rooms`, { ...post, body: '{' });
  guest.close();
  host.close();
  child.kill('SIGTERM');
  await ended;
  const kept = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
  expect(kept.join('')).toContain('Ada');
  for (const text of [said(), logged(), ...kept]) expect(text).not.toContain(ADDRESS);
});
