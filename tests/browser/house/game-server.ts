// The real server in a process of its own, on a free port, with a data folder that is thrown away at the end.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url));
const PATIENCE_MS = 30_000;

export interface GameServerOptions {
  environment?: NodeJS.ProcessEnv;
  /** What Node.js itself is told. */
  flags?: string[];
  /** A module to run in place of `server/src/main.ts`. */
  program?: string;
  /** The largest file it may write, in the shell's blocks. */
  fileBlocks?: number;
}

export class GameServer {
  readonly folder: string;
  readonly #options: GameServerOptions;
  /** 0 until the system has given it one, which it keeps. */
  #port = 0;
  #process: ChildProcess | null = null;
  #output = '';

  private constructor(folder: string, options: GameServerOptions) {
    this.folder = folder;
    this.#options = options;
  }

  /** Starts a server with an empty data folder; resolves when it takes people in. */
  static async open(options: GameServerOptions = {}): Promise<GameServer> {
    const folder = await mkdtemp(join(tmpdir(), 'oneliner-browser-'));
    const server = new GameServer(folder, options);
    await server.start();
    return server;
  }

  /** Starts it again on the same port and the same folder, with what else its environment should say. */
  async start(also: NodeJS.ProcessEnv = {}): Promise<void> {
    const { environment, flags = [], program = main, fileBlocks } = this.#options;
    const limit = fileBlocks === undefined ? '' : `ulimit -f ${fileBlocks}; `;
    const words = [process.execPath, ...flags, program];
    const child = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, ...words], {
      env: {
        ...process.env,
        PORT: `${this.#port}`,
        DATA_DIR: this.folder,
        METRICS_PORT: '0',
        LOG_LEVEL: 'warn',
        PUBLIC_URL: '',
        ...environment,
        ...also,
      },
      // A server stops by itself when this channel closes: a test run that is killed leaves none behind.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const note = (chunk: Buffer) => (this.#output += chunk.toString());
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', note);
    this.#process = child;
    this.#port = Number(new URL(await this.#originOf(child)).port);
  }

  get port(): number {
    return this.#port;
  }

  /** Sends a signal that does not end it. */
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGUSR2'): void {
    this.#process?.kill(signal);
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  /** Whether its process runs. */
  get isAlive(): boolean {
    return this.#process?.exitCode === null && this.#process.signalCode === null;
  }

  /** Ends the process; with SIGKILL it has no time to say goodbye. */
  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  async close(): Promise<void> {
    await this.stop('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }

  /** What it said, for the message of a failed test. */
  get output(): string {
    return this.#output;
  }

  /** Where it says that it listens, once it takes people in. */
  #originOf(child: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        clearTimeout(patience);
        reject(new Error(`the server did not start:\n${this.#output}`));
      };
      const patience = setTimeout(giveUp, PATIENCE_MS);
      child.once('exit', giveUp);
      child.once('message', (message) => {
        clearTimeout(patience);
        resolve((message as { origin: string }).origin);
      });
    });
  }
}
