// A TCP connection of a stranger: writes any bytes, keeps what came as text, and waits for what should come.
import { connect } from 'node:net';
import type { Socket } from 'node:net';

export class StrangeCaller {
  readonly #socket: Socket;
  #got = '';
  #wake: () => void = () => undefined;

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1');
    this.#socket.on('error', () => undefined);
    this.#socket.on('data', (bytes: Buffer) => {
      this.#got += bytes.toString('latin1');
      this.#wake();
    });
    this.#socket.on('close', () => {
      this.#wake();
    });
  }

  get got(): string {
    return this.#got;
  }

  get isClosed(): boolean {
    return this.#socket.destroyed;
  }

  write(bytes: string | Buffer): void {
    if (!this.isClosed) this.#socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  }

  /** Says that it has nothing more to say. */
  end(): void {
    this.#socket.end();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** @returns false when after `ms` the text does not fit and the line is still open. */
  until(fits: (got: string) => boolean, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (isThere: boolean): void => {
        clearTimeout(patience);
        this.#wake = () => undefined;
        resolve(isThere);
      };
      const patience = setTimeout(done, ms, false);
      this.#wake = () => {
        if (this.isClosed || fits(this.#got)) done(true);
      };
      this.#wake();
    });
  }
}
