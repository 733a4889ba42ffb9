// A client that comes back by itself, sends until there is a final reply, and notes when a version goes back.
import { setTimeout as delay } from 'node:timers/promises';
import { compareVersions } from '@oneliner/shared';
import type { Accepted, ClientEvent, ClientEventName, RefusalName, Reply, Version } from '@oneliner/shared';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { AGAIN_MS } from './quiz.ts';

/** Refused for the moment, and worth sending again. */
const PASSING: ReadonlySet<RefusalName> = new Set(['not-saved', 'too-early', 'not-now', 'too-many']);
const ANSWER_MS = 5000;

export interface Seat {
  event: 'resume' | 'host';
  message: { code: string; secret: string };
}

export class Steady {
  readonly socket: Socket;
  /** What it saw that must never be. */
  readonly mistakes: string[] = [];
  /** Messages that nothing came back for. */
  unanswered = 0;
  /** The longest from the loss of a line until it had its seat again, ms. */
  longestAwayMs = 0;
  #lostAt: number | null = null;
  readonly #newest = new Map<string, Version>();
  #seat: Seat | null = null;
  #isSeated = false;

  /**
   * @param hear is told everything that the server pushes.
   * @param headers go with every handshake, as those of a proxy would.
   */
  constructor(
    origin: string,
    hear: (event: string, message: unknown) => void,
    headers: Record<string, string> = {},
  ) {
    this.socket = io(origin, {
      transports: ['websocket'],
      extraHeaders: { origin, ...headers },
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 150,
      timeout: 3000,
    });
    this.socket.onAny((event: string, message: unknown) => {
      this.#watch(event, message);
      hear(event, message);
    });
    this.socket.on('disconnect', () => {
      this.#isSeated = false;
      this.#lostAt ??= performance.now();
    });
    this.socket.on('connect', () => void this.#sitDown());
  }

  /** Takes up this role on the present line and on every new one. */
  async keepSeat(seat: Seat): Promise<void> {
    this.#seat = seat;
    await this.#sitDown();
  }

  /** Sends over as many lines as it takes until the server has answered for good. */
  async insist<N extends ClientEventName>(event: N, message: ClientEvent<N>): Promise<Reply<Accepted[N]>> {
    for (;;) {
      const reply = await this.once(event, message);
      if (reply && (reply.ok || !PASSING.has(reply.refusal.name))) return reply;
      await delay(AGAIN_MS);
    }
  }

  /** Sends once, when there is a line with its role; null when that line is lost before the reply, or nothing comes. */
  async once<N extends ClientEventName>(
    event: N,
    message: ClientEvent<N>,
  ): Promise<Reply<Accepted[N]> | null> {
    while (!this.socket.connected || (this.#seat && !this.#isSeated)) await delay(AGAIN_MS);
    const reply = (await this.socket
      .timeout(ANSWER_MS)
      .emitWithAck(event, message)
      .catch(() => null)) as Reply<Accepted[N]> | null;
    if (reply === null) this.unanswered += 1;
    return reply;
  }

  close(): void {
    this.socket.disconnect();
  }

  async #sitDown(): Promise<void> {
    while (this.#seat && !this.#isSeated && this.socket.connected) {
      const { event, message } = this.#seat;
      const { id } = this.socket;
      const reply = (await this.socket
        .timeout(ANSWER_MS)
        .emitWithAck(event, message)
        .catch(() => null)) as Reply | null;
      if (id !== this.socket.id) return;
      this.#isSeated = reply?.ok === true;
      if (this.#isSeated) this.#isBack();
      if (reply && !reply.ok && !PASSING.has(reply.refusal.name))
        this.mistakes.push(`a ${event} was refused: ${reply.refusal.name}`);
    }
  }

  #isBack(): void {
    if (this.#lostAt !== null)
      this.longestAwayMs = Math.max(this.longestAwayMs, performance.now() - this.#lostAt);
    this.#lostAt = null;
  }

  #watch(event: string, message: unknown): void {
    const { version } = (message ?? {}) as { version?: Version };
    if (!version) return;
    const newest = this.#newest.get(event);
    if (newest && compareVersions(version, newest) < 0)
      this.mistakes.push(`${event} went back from ${newest.join('/')} to ${version.join('/')}`);
    this.#newest.set(event, version);
  }
}
