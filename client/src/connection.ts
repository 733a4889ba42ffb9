// One page's connection to its room: dials until it is through, takes up its role again, delivers what is sent, drops what is old.
import { compareVersions } from '@oneliner/shared';
import type {
  Accepted,
  ClientEvent,
  ClientEventName,
  Notice,
  Refusal,
  Reply,
  ServerToClient,
  Version,
} from '@oneliner/shared';
import type { RoomClock } from './clock.ts';
import { Errand } from './errand.ts';
import { Pulse } from './pulse.ts';
import type { After, Dial, Line } from './transport.ts';

/** `connecting`: trying, and nothing has gone wrong yet; `offline`: the last attempt failed, or the page has stopped. */
export type LineState = 'connecting' | 'online' | 'offline';

/** What takes up the page's role on every new line. */
export type Attachment = {
  [N in 'resume' | 'host' | 'screen']: { event: N; message: ClientEvent<N> };
}['resume' | 'host' | 'screen'];

/** What the page wants to hear. `attached` says that the role was taken up; `refused`, that it cannot be. */
export type Listeners = Partial<ServerToClient> & {
  line?(state: LineState): void;
  attached?(accepted: Accepted[Attachment['event']]): void;
  refused?(refusal: Refusal): void;
};

export interface Surroundings {
  dial: Dial;
  after: After;
  clock: RoomClock;
  /** 0 to 1, evenly spread. */
  random: () => number;
}

const DIAL_PATIENCE_MS = 5000;
const BACK_OFF_FIRST_MS = 500;
const BACK_OFF_MOST_MS = 5000;
/** Small updates belong to a view and are dropped when that is newer. */
const viewOf: Record<string, string> = { 'host-people': 'host', 'screen-people': 'screen' };

export class Connection {
  readonly #world: Surroundings;
  readonly #listeners: Listeners;
  #attachment: Attachment | null = null;
  #attaching: Errand | null = null;
  #errands = new Set<Errand>();
  #newest = new Map<string, Version>();
  #line: Line | null = null;
  #pulse: Pulse | null = null;
  #isOpen = false;
  #isReady = false;
  #isStopped = true;
  #failures = 0;
  #forgetTimer: () => void = () => {};

  constructor(world: Surroundings, listeners: Listeners) {
    this.#world = world;
    this.#listeners = listeners;
  }

  /** Dials, and keeps a line from now on; after `stop` too. */
  start(): void {
    if (!this.#isStopped) return;
    this.#isStopped = false;
    this.#failures = 0;
    this.#listeners.line?.('connecting');
    this.#dial();
  }

  /** Gives up the line and does not dial again. What was sent waits for the next `start`. */
  stop(): void {
    this.#isStopped = true;
    this.#hangUp();
    this.#listeners.line?.('offline');
  }

  /**
   * Says how to take up the role on every line from now on, at once on an open one that has not got it.
   * @param hasRole the server has given this line the role already, as after `join`.
   */
  attachWith(attachment: Attachment | null, hasRole = false): void {
    this.#attachment = attachment;
    if (!hasRole) this.#newest.clear();
    if (this.#isOpen && !hasRole) this.#attach();
  }

  /** Sends until there is a final reply, over as many lines as that takes; `waits` hears of each that is not final. */
  send<N extends ClientEventName>(
    event: N,
    message: ClientEvent<N>,
    waits?: (why: Refusal) => void,
  ): Promise<Reply<Accepted[N]>> {
    return new Promise((resolve) => {
      const settle = (reply: Reply): void => {
        this.#errands.delete(errand);
        resolve(reply as Reply<Accepted[N]>);
      };
      const errand = new Errand(event, message, this.#world.after, settle, () => this.#lost(), waits);
      this.#errands.add(errand);
      if (this.#line && this.#isReady) errand.run(this.#line);
    });
  }

  /** The device may have slept or changed its network: find out at once whether the line still lives. */
  wake(): void {
    if (this.#isStopped) return;
    if (this.#isOpen) return this.#pulse?.woken();
    if (this.#line) return;
    this.#forgetTimer();
    this.#failures = 0;
    this.#dial();
  }

  #dial(): void {
    const { dial, after, clock } = this.#world;
    const line: Line = dial({
      opened: () => this.#opened(),
      closed: () => this.#lost(),
      heard: (event, payload) => this.#heard(event, payload),
    });
    this.#line = line;
    this.#pulse = new Pulse(line, clock, after, () => this.#lost());
    this.#forgetTimer = after(DIAL_PATIENCE_MS, () => this.#lost());
  }

  #opened(): void {
    this.#forgetTimer();
    this.#isOpen = true;
    this.#pulse?.start();
    this.#attach();
  }

  #attach(): void {
    this.#isReady = false;
    this.#attaching?.rest();
    if (!this.#attachment || !this.#line) return this.#ready();
    const { event, message } = this.#attachment;
    const settle = (reply: Reply): void => {
      if (!reply.ok) return this.#listeners.refused?.(reply.refusal);
      this.#listeners.attached?.(reply as Accepted[typeof event]);
      this.#ready();
    };
    this.#attaching = new Errand(event, message, this.#world.after, settle, () => this.#lost());
    this.#attaching.run(this.#line);
  }

  #ready(): void {
    this.#isReady = true;
    this.#failures = 0;
    this.#listeners.line?.('online');
    const line = this.#line;
    if (line) this.#errands.forEach((errand) => errand.run(line));
  }

  #lost(): void {
    const hadLine = this.#isOpen;
    this.#hangUp();
    this.#listeners.line?.(hadLine && this.#failures === 0 ? 'connecting' : 'offline');
    const wait = Math.min(BACK_OFF_MOST_MS, BACK_OFF_FIRST_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#forgetTimer = this.#world.after(wait * (0.75 + this.#world.random() / 2), () => this.#dial());
  }

  #hangUp(): void {
    this.#forgetTimer();
    this.#attaching?.rest();
    this.#errands.forEach((errand) => errand.rest());
    this.#pulse?.stop();
    this.#line?.close();
    this.#line = null;
    this.#isOpen = false;
    this.#isReady = false;
  }

  #heard(event: string, payload: unknown): void {
    this.#pulse?.heard();
    if (event === 'notice') return this.#noticed(payload as Notice);
    if (this.#isOld(event, payload as { version?: Version })) return;
    const listener = this.#listeners[event as keyof ServerToClient & keyof Listeners];
    (listener as ((payload: unknown) => void) | undefined)?.(payload);
  }

  /** All notices but one end the role, so that dialling again would only repeat them. */
  #noticed(notice: Notice): void {
    if (notice !== 'stopping') this.stop();
    this.#listeners.notice?.(notice);
  }

  #isOld(event: string, { version }: { version?: Version }): boolean {
    if (!version) return false;
    const view = viewOf[event] ?? event;
    const newest = this.#newest.get(view);
    if (newest && compareVersions(version, newest) < 0) return true;
    this.#newest.set(view, version);
    return false;
  }
}
