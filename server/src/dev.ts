// `npm run dev`: the pages with hot reload, and behind them a server that starts again when its code changes.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import { findHere } from './web/addresses.ts';
import { welcome } from './welcome.ts';

const read = readConfig(process.env, process.stdout.isTTY);
if (!read.ok) {
  console.error(read.sentences.join('\n'));
  process.exit(1);
}
const { port } = read.config;

// The server stands one port further; what it prints would only send people past the hot reload.
const environment = { ...process.env, PORT: String(port + 1) };
const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', main], {
  env: environment,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const pages = spawn(`npm run --silent dev --workspace client -- --host --strictPort --port ${port}`, {
  env: environment,
  stdio: 'inherit',
  shell: true,
});

const end = (one: ChildProcess, other: ChildProcess): void => {
  one.once('exit', (code) => {
    other.kill();
    process.exitCode = code ?? 1;
  });
};
end(server, pages);
end(pages, server);

const interfaces = networkInterfaces();
const here = findHere({ publicUrl: null, interfaces, listensOn: null, port });
console.log(welcome(`http://localhost:${port}`, here, process.stdout.isTTY));
