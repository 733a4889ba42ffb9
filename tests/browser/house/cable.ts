// A cable between one phone and the server that can be cut and mended, with no word to either end.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

export class Cable {
  readonly #listener: Server;
  readonly #ends = new Set<Socket>();
  #isCut = false;

  private constructor(target: number) {
    this.#listener = createServer((phone) => {
      if (this.#isCut) return void phone.destroy();
      const server = connect(target, '127.0.0.1');
      phone.pipe(server).pipe(phone);
      for (const end of [phone, server]) this.#hold(end, phone, server);
    });
  }

  /** @param target the server's port. */
  static async to(target: number): Promise<Cable> {
    const cable = new Cable(target);
    cable.#listener.listen(0, '127.0.0.1');
    await once(cable.#listener, 'listening');
    return cable;
  }

  /** The port that the phone opens instead of the server's. */
  get port(): number {
    return (this.#listener.address() as AddressInfo).port;
  }

  cut(): void {
    this.#isCut = true;
    for (const end of this.#ends) end.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.#listener.close();
    await once(this.#listener, 'close');
  }

  #hold(end: Socket, phone: Socket, server: Socket): void {
    this.#ends.add(end);
    end.on('error', () => undefined);
    end.on('close', () => {
      this.#ends.delete(end);
      phone.destroy();
      server.destroy();
    });
  }
}
