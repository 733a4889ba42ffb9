// The server as a child process, for commands that need something beside it.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/**
 * Starts the server's process; it ends with this one.
 * @param output whether what it prints for people is shown; its log and its complaints always are
 */
export const forkServer = (environment: NodeJS.ProcessEnv, output: 'inherit' | 'ignore'): ChildProcess =>
  fork(main, { env: environment, stdio: ['ignore', output, 'inherit', 'ipc'] });

/** Where the server says it listens on this machine. This process ends with the server, whether it could start or not. */
export const originOf = (server: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    server.once('message', (message) => {
      resolve((message as { origin: string }).origin);
    });
    server.once('exit', (code) => process.exit(code ?? 1));
  });
