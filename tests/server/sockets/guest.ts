// A page made of code on a real socket: keeps what it is sent and waits for what a test needs to see.
import { setTimeout as delay } from 'node:timers/promises';
import type {
  Accepted,
  ClientEvent,
  ClientEventName,
  MeView,
  Notice,
  Reply,
  RoomView,
} from '@oneliner/shared';
import { nanoid } from 'nanoid';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';

const PATIENCE_MS = 10_000;

export class Guest {
  readonly secret = nanoid(22);
  readonly socket: Socket;
  room: RoomView | null = null;
  me: MeView | null = null;
  notice: Notice | null = null;
  /** Everything that came, as text. */
  bytes = '';

  constructor(origin: string, headers: Record<string, string> = { origin }) {
    this.socket = io(origin, {
      transports: ['websocket'],
      extraHeaders: headers,
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 300,
    });
    this.socket.onAny((event: string, message: unknown) => {
      if (event === 'room') this.room = message as RoomView;
      if (event === 'me') this.me = message as MeView;
      if (event === 'notice') this.notice = message as Notice;
      this.bytes += JSON.stringify([event, message]);
    });
  }

  /** Sends an event of the contract. */
  ask<N extends ClientEventName>(event: N, message: ClientEvent<N>): Promise<Reply<Accepted[N]>> {
    return this.send(event, message) as Promise<Reply<Accepted[N]>>;
  }

  /** Sends whatever a stranger might send. */
  async send(event: string, ...message: unknown[]): Promise<Reply> {
    const reply = (await this.socket.timeout(PATIENCE_MS).emitWithAck(event, ...message)) as Reply;
    this.bytes += JSON.stringify(reply);
    return reply;
  }

  async join(code: string, name: string): Promise<this> {
    const joined = await this.ask('join', { code, name, secret: this.secret });
    if (!joined.ok) throw new Error(`${name} was refused: ${joined.refusal.name}`);
    return this;
  }

  /** Answers the present question, not before it opens on the room's clock. */
  async answer(option: number): Promise<Reply> {
    const phase = this.room?.phase;
    const clock = await this.ask('clock', {});
    if (phase?.name === 'open' && clock.ok) await delay(Math.max(0, phase.opensAt - clock.now + 1));
    const step = phase && 'step' in phase ? phase.step : 1;
    return this.ask('answer', { step, reply: { kind: 'choice', option }, number: 1 });
  }

  /** Resolves when `holds` after something came. */
  until(holds: (guest: this) => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (!holds(this)) return;
        clearTimeout(patience);
        this.socket.offAny(look);
        this.socket.off('disconnect', look);
        resolve();
      };
      const patience = setTimeout(() => {
        this.socket.offAny(look);
        reject(new Error(`waited in vain for ${what}; the last view was ${JSON.stringify(this.room)}`));
      }, PATIENCE_MS);
      this.socket.onAny(look);
      this.socket.on('disconnect', look);
      look();
    });
  }

  untilPhase(name: RoomView['phase']['name']): Promise<void> {
    return this.until(({ room }) => room?.phase.name === name, `the phase ${name}`);
  }

  close(): void {
    this.socket.disconnect();
  }
}

export const refusalOf = (reply: Reply): string => (reply.ok ? 'accepted' : reply.refusal.name);
