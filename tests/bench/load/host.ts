// A host's page of the load: opens a room, knows the present moment, and gives the commands.
import { request } from 'node:http';
import { defaultSettings } from '@oneliner/shared';
import { nanoid } from 'nanoid';
import type { Kind } from '../processes/contestant.ts';
import { quizDocument, QUESTIONS } from '../quiz.ts';
import { Wire } from './wire.ts';

export interface HostPlace {
  kind: Kind;
  port: number;
  from: string;
}

const CLOCK_ASKED = 5;
const MOMENT = /"moment":(\d+)/;
const ANSWER = /^43(\d+)(\[.*\])$/s;

const post = (
  { port, from }: HostPlace,
  path: string,
  type: string,
  body: string,
): Promise<Record<string, unknown>> =>
  new Promise((resolve, reject) => {
    const headers = { origin: `http://127.0.0.1:${port}`, 'content-type': type };
    const asking = request(
      { host: '127.0.0.1', port, path, method: 'POST', localAddress: from, headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          resolve(JSON.parse(text) as Record<string, unknown>);
        });
      },
    );
    asking.on('error', reject).end(body);
  });

/** Drops the quiz's document in; returns its id. A floor has its questions. */
export const uploadQuiz = async (place: HostPlace): Promise<string> => {
  if (place.kind !== 'oneliner') return '';
  const { id } = await post(place, '/api/documents?name=night.md', 'text/markdown', quizDocument());
  return id as string;
};

const openRoom = async (place: HostPlace, documentId: string, secret: string): Promise<string> => {
  if (place.kind !== 'oneliner') return secret;
  const settings = { ...defaultSettings, shuffle: false };
  const plan = { documentId, count: QUESTIONS, leftOut: [], order: [], settings };
  const opened = await post(place, '/api/rooms', 'application/json', JSON.stringify({ secret, plan }));
  if (typeof opened['code'] !== 'string') throw new Error(`no room was opened: ${JSON.stringify(opened)}`);
  return opened['code'];
};

export class Host {
  readonly code: string;
  readonly #wire: Wire;
  readonly #waiting = new Map<number, (reply: { ok: boolean; now?: number }) => void>();
  readonly #untilMoment = new Set<() => void>();
  #moment = 0;
  #number = 0;

  private constructor(place: HostPlace, code: string) {
    this.code = code;
    this.#wire = new Wire({
      ...place,
      gone: () => undefined,
      hear: (text) => {
        this.#hear(text);
      },
    });
  }

  static async open(place: HostPlace, documentId: string): Promise<Host> {
    const secret = nanoid(22);
    const host = new Host(place, await openRoom(place, documentId, secret));
    await host.#wire.ready();
    await host.#ask('host', { code: host.code, secret });
    return host;
  }

  /** Goes into a room that is there; resolves with the ms until it was let in. */
  static async enter(place: HostPlace, code: string, secret: string): Promise<number> {
    const host = new Host(place, code);
    await host.#wire.ready();
    const asked = performance.now();
    const reply = await host.#ask('host', { code, secret });
    const ms = performance.now() - asked;
    host.close();
    if (!reply.ok) throw new Error(`the host was refused: ${JSON.stringify(reply)}`);
    return ms;
  }

  /** Gives the command for the present moment. */
  async step(step: 'start' | 'skip' | 'next' | 'pause' | 'resume'): Promise<void> {
    const reply = await this.#ask('command', { do: step, moment: this.#moment });
    if (!reply.ok) throw new Error(`${step} was refused: ${JSON.stringify(reply)}`);
  }

  get moment(): number {
    return this.#moment;
  }

  /** Resolves when its page shows a later moment than `moment`. */
  after(moment: number): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.#moment <= moment) return;
        this.#untilMoment.delete(look);
        resolve();
      };
      this.#untilMoment.add(look);
      look();
    });
  }

  /** How far the room's clock is ahead of this process's, ms, by the shortest of a few ways there and back. */
  async clockAhead(): Promise<number> {
    let best = { way: Infinity, ahead: 0 };
    for (let time = 0; time < CLOCK_ASKED; time += 1) {
      const asked = Date.now();
      const { now = 0 } = await this.#ask('clock', {});
      const way = Date.now() - asked;
      if (way < best.way) best = { way, ahead: now - asked - way / 2 };
    }
    return best.ahead;
  }

  close(): void {
    this.#wire.close();
  }

  #ask(event: string, message: object): Promise<{ ok: boolean; now?: number }> {
    return new Promise((resolve) => {
      this.#number += 1;
      this.#waiting.set(this.#number, resolve);
      this.#wire.send(`42${this.#number}${JSON.stringify([event, message])}`);
    });
  }

  #see(view: string): void {
    this.#moment = Number(MOMENT.exec(view)?.[1] ?? 0);
    for (const look of this.#untilMoment) look();
  }

  #hear(bytes: Buffer): void {
    const head = bytes.toString('latin1', 0, 40);
    if (head.startsWith('42["host",')) this.#see(bytes.toString('latin1'));
    else if (head.startsWith('43')) {
      const [, number, payload = '[]'] = ANSWER.exec(bytes.toString()) ?? [];
      const [reply] = JSON.parse(payload) as [{ ok: boolean }];
      this.#waiting.get(Number(number))?.(reply);
      this.#waiting.delete(Number(number));
    }
  }
}
