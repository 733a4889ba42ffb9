// `npm run dev`: the pages with hot reload, and behind them a server that starts again when its code changes.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { forkServer } from './child.ts';
import { readConfig } from './config.ts';
import { paths } from './paths.ts';
import { findHere } from './web/addresses.ts';
import { welcome } from './welcome.ts';

const WATCHED = ['server/src', 'shared/src', 'content/src', 'content/documents'];
/** Editors save a file in several steps. */
const SETTLE_MS = 150;

const read = readConfig(process.env, process.stdout.isTTY);
if (!read.ok) {
  console.error(read.sentences.join('\n'));
  process.exit(1);
}
const { port } = read.config;
// The server stands one port further; what it prints would only send people past the hot reload.
const environment = { ...process.env, PORT: String(port + 1) };

const pages = spawn(`npm run --silent dev --workspace client -- --host --strictPort --port ${port}`, {
  env: environment,
  stdio: 'inherit',
  shell: true,
});
pages.once('exit', (code) => process.exit(code ?? 0));

// Not `node --watch`: it posts messages of its own from worker threads, in between those of the log's.
let server: ChildProcess | null = null;
let isRestarting = false;
const start = (): void => {
  isRestarting = false;
  server = forkServer(environment, 'ignore').once('exit', () => {
    server = null;
    if (isRestarting) start();
  });
};
const restart = (): void => {
  isRestarting = true;
  if (server === null) start();
  else server.kill();
};
let settling: NodeJS.Timeout | undefined;
const onChange = (): void => {
  clearTimeout(settling);
  settling = setTimeout(restart, SETTLE_MS);
};

start();
for (const folder of WATCHED) watch(join(paths.root, folder), { recursive: true }, onChange);

const interfaces = networkInterfaces();
const here = findHere({ publicUrl: null, interfaces, listensOn: null, port });
console.log(welcome(`http://localhost:${port}`, here, process.stdout.isTTY));
