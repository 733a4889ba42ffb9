// Runs the appending child and listens to what it acknowledges.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const program = fileURLToPath(new URL('./appending-child.ts', import.meta.url));

export interface ChildOptions {
  folder: string;
  /** How many appends it has under way at a time. */
  atOnce: number;
  /** It stops appending at this entry. */
  most?: number;
  /** The largest file it may write, in the shell's blocks. */
  fileBlocks?: number;
}

export class AppendingChild {
  readonly #process;
  readonly #lines: string[] = [];
  readonly #ended: Promise<unknown>;
  #onLine = () => {};

  constructor({ folder, atOnce, most = Infinity, fileBlocks }: ChildOptions) {
    const limit = fileBlocks === undefined ? '' : `ulimit -f ${String(fileBlocks)}; `;
    const words = [process.execPath, program, folder, String(atOnce), String(most)];
    this.#process = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const reader = createInterface(this.#process.stdout);
    reader.on('line', (line) => {
      this.#lines.push(line);
      this.#onLine();
    });
    this.#ended = Promise.all([once(reader, 'close'), once(this.#process, 'exit')]);
    onTestFinished(() => this.kill());
  }

  /** The numbers of the entries whose append has resolved in the child, as far as it could say so. */
  get acknowledged(): number[] {
    return this.#lines.map(Number).filter(Number.isInteger);
  }

  /** Resolves when the child has said `line`, or has acknowledged that many entries. */
  async says(line: string | number): Promise<void> {
    const isSaid = () =>
      typeof line === 'string' ? this.#lines.includes(line) : this.acknowledged.length >= line;
    while (!isSaid()) await Promise.race([this.#nextLine(), this.#ended.then(() => this.#lastLine(line))]);
  }

  /** Ends it like a power switch, and resolves when the last it said has been heard. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  #lastLine(missing: string | number): never {
    throw new Error(`the child ended without saying ${String(missing)}`);
  }

  #nextLine(): Promise<void> {
    return new Promise((resolve) => {
      this.#onLine = resolve;
    });
  }
}
