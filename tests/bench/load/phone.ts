// A phone of the load: joins, sees its views come, answers when it is told to, and keeps the times.
import { Wire } from './wire.ts';
import type { WireOptions } from './wire.ts';

export interface Seen {
  phase: string;
  step: number;
  opensAt: number;
}

const EVENT = Buffer.from('42[');
const ROOM = Buffer.from('42["room"');
const ACCEPTED = Buffer.from('{"ok":true');

/** The views of a room are the same bytes for all its phones, so each is read once. */
export class ViewReader {
  #last: Buffer = Buffer.alloc(0);
  #seen: Seen = { phase: '', step: 0, opensAt: 0 };

  read(text: Buffer): Seen {
    if (this.#last.equals(text)) return this.#seen;
    this.#last = Buffer.from(text);
    const [, { phase }] = JSON.parse(text.toString().slice(2)) as [
      string,
      { phase: { name: string; step?: number; opensAt?: number; resumesAt?: number | null } },
    ];
    const isCounting = phase.name === 'paused' && phase.resumesAt !== null;
    this.#seen = {
      phase: isCounting ? 'counting' : phase.name,
      step: phase.step ?? 0,
      opensAt: phase.opensAt ?? 0,
    };
    return this.#seen;
  }
}

export class Phone {
  readonly wire: Wire;
  readonly #reader: ViewReader;
  readonly #onView: (seen: Seen) => void;
  readonly #waiting = new Map<number, (isAccepted: boolean) => void>();
  #number = 0;

  constructor(
    options: Omit<WireOptions, 'hear' | 'gone'>,
    reader: ViewReader,
    onView: (seen: Seen) => void,
    gone: () => void,
  ) {
    this.#reader = reader;
    this.#onView = onView;
    this.wire = new Wire({
      ...options,
      gone,
      hear: (text) => {
        this.#hear(text);
      },
    });
  }

  /** Resolves with whether it was accepted. */
  ask(event: string, message: object): Promise<boolean> {
    return new Promise((resolve) => {
      this.#number += 1;
      this.#waiting.set(this.#number, resolve);
      this.wire.send(`42${this.#number}${JSON.stringify([event, message])}`);
    });
  }

  #hear(text: Buffer): void {
    this.wire.frames += 1;
    if (text[1] !== EVENT[1]) this.#answered(text);
    else if (text.subarray(0, ROOM.length).equals(ROOM)) this.#onView(this.#reader.read(text));
  }

  #answered(text: Buffer): void {
    const begin = text.indexOf('[');
    const number = Number(text.toString('latin1', 2, begin));
    this.#waiting.get(number)?.(text.includes(ACCEPTED, begin));
    this.#waiting.delete(number);
  }
}
