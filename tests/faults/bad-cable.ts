// A TCP proxy between clients and the server that can hold, cut, delay, or swallow what goes one way, with no word to either end.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

export type Way = 'up' | 'down';

/** What happens to bytes on their way. `hold`: they wait, as in a tunnel; `drop`: they are lost, and so is all that follows. */
type Weather = 'fine' | 'hold' | 'drop';

/** One TCP connection through the cable: two sockets and what is under way between them. */
class Strand {
  readonly #ends: Record<Way, Socket>;
  readonly #cable: BadCable;
  readonly #held: Record<Way, Buffer[]> = { up: [], down: [] };
  /** What was dropped once can never go on: a stream of bytes has no gaps. */
  readonly #isSevered: Record<Way, boolean> = { up: false, down: false };

  constructor(cable: BadCable, client: Socket, server: Socket) {
    this.#cable = cable;
    this.#ends = { up: server, down: client };
    client.on('data', (bytes: Buffer) => {
      this.#carry('up', bytes);
    });
    server.on('data', (bytes: Buffer) => {
      this.#carry('down', bytes);
    });
  }

  #carry(way: Way, bytes: Buffer): void {
    const weather = this.#cable.weather[way];
    if (weather === 'drop') this.#isSevered[way] = true;
    if (this.#isSevered[way]) return;
    const { delayMs } = this.#cable;
    if (weather === 'hold' || this.#held[way].length > 0) this.#held[way].push(bytes);
    else if (delayMs > 0) setTimeout(() => this.#ends[way].write(bytes), delayMs);
    else this.#ends[way].write(bytes);
  }

  letGo(way: Way): void {
    for (const bytes of this.#held[way].splice(0)) this.#ends[way].write(bytes);
  }

  cut(): void {
    for (const end of Object.values(this.#ends)) end.destroy();
  }
}

export class BadCable {
  readonly weather: Record<Way, Weather> = { up: 'fine', down: 'fine' };
  /** How long each byte is on its way, ms. */
  delayMs = 0;
  readonly #listener: Server;
  readonly #strands = new Set<Strand>();

  private constructor(target: number) {
    this.#listener = createServer((client) => {
      const server = connect(target, '127.0.0.1');
      const strand = new Strand(this, client, server);
      this.#strands.add(strand);
      for (const end of [client, server]) {
        end.on('error', () => undefined);
        end.on('close', () => {
          this.#strands.delete(strand);
          strand.cut();
        });
      }
    });
  }

  /** @param target the server's port. */
  static async to(target: number): Promise<BadCable> {
    const cable = new BadCable(target);
    cable.#listener.listen(0, '127.0.0.1');
    await once(cable.#listener, 'listening');
    return cable;
  }

  /** Where clients call instead of the server. */
  get origin(): string {
    return `http://127.0.0.1:${(this.#listener.address() as AddressInfo).port}`;
  }

  /** Keeps what goes this way, in order, until it is let go. */
  hold(way: Way): void {
    this.weather[way] = 'hold';
  }

  /** Loses what goes this way on the present connections from now on; new ones carry again after `mend`. */
  drop(way: Way): void {
    this.weather[way] = 'drop';
  }

  mend(): void {
    for (const way of ['up', 'down'] as const) {
      this.weather[way] = 'fine';
      for (const strand of this.#strands) strand.letGo(way);
    }
  }

  /** Ends every present connection. */
  cut(): void {
    for (const strand of this.#strands) strand.cut();
  }

  async close(): Promise<void> {
    this.#listener.close();
    this.cut();
    if (this.#listener.listening) await once(this.#listener, 'close');
  }
}
