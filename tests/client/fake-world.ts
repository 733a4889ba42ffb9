// A network of two queues and a clock that stands still, for the connection to live in.
import type { ClientEventName, Reply } from '@oneliner/shared';
import { RoomClock } from '../../client/src/clock.ts';
import type { After, Dial, Line, LineEvents } from '../../client/src/transport.ts';

interface Sent {
  event: ClientEventName;
  message: object;
  answered: (reply: unknown) => void;
}

/** One dialled line, held from the server's end. */
export class FakeLine implements Line {
  readonly events: LineEvents;
  sent: Sent[] = [];
  isClosed = false;

  constructor(events: LineEvents) {
    this.events = events;
  }

  send(event: ClientEventName, message: object, answered: (reply: unknown) => void): void {
    this.sent.push({ event, message, answered });
  }

  close(): void {
    this.isClosed = true;
  }

  /** What was sent of one event, oldest first. */
  of(event: ClientEventName): Sent[] {
    return this.sent.filter((one) => one.event === event);
  }

  /** Answers the last message of this event. */
  answer(event: ClientEventName, reply: Reply<object>): void {
    const last = this.of(event).at(-1);
    if (!last) throw new Error(`no ${event} was sent`);
    last.answered(reply);
  }

  /** Answers all clock messages so far, as a living server does. */
  answerClock(now = 0): void {
    for (const { answered } of this.of('clock')) answered({ ok: true, now });
    this.sent = this.sent.filter(({ event }) => event !== 'clock');
  }
}

export class FakeWorld {
  nowMs = 0;
  lines: FakeLine[] = [];
  #timers = new Set<{ at: number; run: () => void }>();
  readonly clock = new RoomClock(() => this.nowMs);
  random = (): number => 0.5;

  readonly dial: Dial = (events) => {
    const line = new FakeLine(events);
    this.lines.push(line);
    return line;
  };

  readonly after: After = (ms, run) => {
    const timer = { at: this.nowMs + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  get line(): FakeLine {
    const last = this.lines.at(-1);
    if (!last) throw new Error('nothing was dialled');
    return last;
  }

  /** Lets so many ms pass, running what falls due in its order. */
  pass(ms: number): void {
    const until = this.nowMs + ms;
    for (;;) {
      const due = [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.nowMs = due.at;
      due.run();
    }
    this.nowMs = until;
  }
}
