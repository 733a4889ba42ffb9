// A client's end of a WebSocket by hand: cheap enough that ten thousand of them in one process are not the limit.
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { handshake, maskedFrame } from '../../server/sockets/raw.ts';
import type { Kind } from '../processes/contestant.ts';

export interface WireOptions {
  kind: Kind;
  port: number;
  /** The address of this machine that it calls from: limits go by addresses, and loopback has 16 million. */
  from: string;
  /** Told of every text that is not the line's own business. */
  hear(text: Buffer): void;
  gone(): void;
}

const HEADER_END = Buffer.from('\r\n\r\n');
const PING = '2'.charCodeAt(0);
const OPEN = '0'.charCodeAt(0);
const MESSAGE = '4'.charCodeAt(0);
const CONNECTED = '0'.charCodeAt(0);

/** What arrives is read into this; whatever is kept of it is copied. */
const arriving = Buffer.alloc(256 * 1024);

/** Where the payload of the frame at `at` begins and ends; null while it is not there whole. */
const frameAt = (bytes: Buffer, at: number): { begin: number; end: number } | null => {
  if (bytes.length < at + 2) return null;
  const short = (bytes[at + 1] ?? 0) & 0x7f;
  const begin = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
  if (bytes.length < begin) return null;
  const length =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  return bytes.length < begin + length ? null : { begin, end: begin + length };
};

export class Wire {
  /** Frames of the game in both directions, and those that only keep the line. */
  frames = 0;
  upkeep = 0;
  readonly #options: WireOptions;
  readonly #socket: Socket;
  readonly #ready: Promise<void>;
  #open: () => void = () => undefined;
  #isUpgraded = false;
  #rest: Buffer | null = null;

  constructor(options: WireOptions) {
    this.#options = options;
    this.#ready = new Promise((resolve) => (this.#open = resolve));
    const { port, from } = options;
    this.#socket = connect({
      host: '127.0.0.1',
      port,
      localAddress: from,
      noDelay: true,
      onread: { buffer: arriving, callback: (count) => this.#read(arriving.subarray(0, count)) },
    });
    this.#socket.write(options.kind === 'ws' ? handshake(port, '/') : handshake(port));
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', options.gone);
  }

  /** Resolves when something may be said. */
  ready(): Promise<void> {
    return this.#ready;
  }

  /** All that went over it in both directions so far, without what TCP adds. */
  get bytes(): number {
    return this.#socket.bytesRead + this.#socket.bytesWritten;
  }

  send(text: string): void {
    this.frames += 1;
    this.#socket.write(maskedFrame('text', text));
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): boolean {
    const bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = this.#isUpgraded ? 0 : this.#readUpgrade(bytes);
    for (let frame = frameAt(bytes, at); at >= 0 && frame; frame = frameAt(bytes, at)) {
      this.#hear(bytes.subarray(frame.begin, frame.end));
      at = frame.end;
    }
    this.#rest = at < bytes.length ? Buffer.from(bytes.subarray(Math.max(0, at))) : null;
    return true;
  }

  /** Where the frames begin, or -1 while the answer to the upgrade is not whole. */
  #readUpgrade(bytes: Buffer): number {
    const end = bytes.indexOf(HEADER_END);
    if (end === -1) return -1;
    this.#isUpgraded = true;
    if (this.#options.kind === 'ws') this.#open();
    return end + HEADER_END.length;
  }

  #hear(text: Buffer): void {
    const [first, second] = text;
    if (first === OPEN) this.#socket.write(maskedFrame('text', '40'));
    else if (first === PING) {
      this.upkeep += 2;
      this.#socket.write(maskedFrame('text', '3'));
    } else if (first === MESSAGE && second === CONNECTED) this.#open();
    else this.#options.hear(text);
  }
}
