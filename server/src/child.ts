// The server as a child process, for commands that need something beside it.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** What a server says when it listens: where it is on this machine, and where its metrics are. */
export interface Listening {
  origin: string;
  metrics: string;
}

/**
 * Starts the server's process; it ends with this one.
 * @param output whether what it prints for people is shown; its log and its complaints always are
 * @param isApart whether Ctrl-C in the terminal is not for it, since this process stops it in its turn
 */
export const forkServer = (
  environment: NodeJS.ProcessEnv,
  output: 'inherit' | 'ignore',
  isApart = false,
): ChildProcess =>
  fork(main, { env: environment, stdio: ['ignore', output, 'inherit', 'ipc'], detached: isApart });

/** Resolves when the server listens; to null when it ended before. */
export const listening = (server: ChildProcess): Promise<Listening | null> =>
  new Promise((resolve) => {
    server.once('message', (message) => {
      resolve(message as Listening);
    });
    server.once('exit', () => {
      resolve(null);
    });
  });

/** Where the server says it listens on this machine. This process ends with the server, whether it could start or not. */
export const originOf = async (server: ChildProcess): Promise<string> => {
  const ended = once(server, 'exit').then(([code]) => process.exit((code as number | null) ?? 1));
  return (await listening(server))?.origin ?? ended;
};
