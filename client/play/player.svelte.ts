// The phone's whole state: the line, the way in, the two parts of the view and this phone's answers.
import type { MeView, Notice, Refusal, RoomView } from '@oneliner/shared';
import { Live } from '../src/live.svelte.ts';
import { Now } from '../src/now.svelte.ts';
import type { Address } from './address.ts';
import { Answering } from './answering.svelte.ts';
import { Entry } from './entry.svelte.ts';
import { isHostAway, statusOf } from './scene.ts';
import type { Actions, EndedWhy, Scene, Status } from './scene.ts';
import type { Seats } from './seats.ts';

const endings: Partial<Record<Notice, EndedWhy>> = {
  replaced: 'replaced',
  removed: 'removed',
  'seat-taken': 'seat-taken',
  'room-closed': 'room-closed',
};

export interface Browser {
  /** Puts the room into the page's address. */
  showCode(code: string): void;
  /** Starts over with the page that asks for a code. */
  startOver(): void;
}

export class Player {
  readonly #live: Live;
  readonly #entry: Entry;
  readonly #now: Now;
  readonly #seats: Seats;
  readonly #browser: Browser;
  #answering: Answering;
  #room = $state.raw<RoomView | null>(null);
  #me = $state.raw<MeView | null>(null);
  #isRemoved = $state(false);

  constructor(address: Address, seats: Seats, browser: Browser) {
    this.#live = new Live({
      room: (view) => this.#saw(view, this.#me),
      me: (view) => this.#saw(this.#room, view),
      attached: () => this.#entry.attached(),
      refused: (refusal) => this.#refused(refusal),
      notice: (notice) => this.#noticed(notice),
    });
    const { connection, clock } = this.#live;
    this.#browser = browser;
    this.#seats = seats;
    this.#now = new Now(clock, () => this.#live.line === 'online');
    this.#entry = new Entry(connection, seats, address, (code) => browser.showCode(code));
    this.#answering = new Answering(connection, () => clock.now());
  }

  /** Dials; the function returned ends it. */
  start(): () => void {
    return this.#live.start();
  }

  get now(): number {
    return this.#now.ms;
  }

  get status(): Status {
    if (this.#ended) return 'fine';
    const hostLeftAt = this.#room?.hostLeftAt ?? null;
    const isAway = hostLeftAt !== null && isHostAway(hostLeftAt, this.now);
    return statusOf(this.#live.line, this.#live.notice === 'stopping', isAway);
  }

  get scene(): Scene {
    if (this.#ended) return { name: 'ended', why: this.#ended };
    const [room, me] = [this.#room, this.#me];
    if (this.#entry.scene) return this.#entry.scene;
    if (!room || !me) return { name: 'arriving', how: 'back' };
    const step = 'step' in room.phase ? room.phase.step : 0;
    const [given, problem] = [this.#answering.given(step, me), this.#answering.problem(step)];
    const isNameNews = me.name !== this.#seats.nameIn(room.code);
    return { name: 'game', room, me, isNameNews, given, problem };
  }

  /** In a room, so that the phone should stay awake. */
  get isPlaying(): boolean {
    return this.scene.name === 'game';
  }

  readonly act: Actions = {
    enterCode: (typed) => void this.#entry.enterCode(typed),
    goBack: () => this.#entry.goBack(),
    join: (name, pin) => void this.#entry.join(name, pin),
    otherCode: () => this.#entry.otherCode(),
    retyped: () => this.#entry.retyped(),
    choose: (option) => {
      const { phase, version } = this.#room ?? {};
      if (phase?.name === 'open') void this.#answering.choose(phase, option, version?.[0] ?? 0);
    },
    leave: () => (this.#ended === 'replaced' ? this.#live.again() : this.#browser.startOver()),
  };

  get #ended(): EndedWhy | null {
    if (this.#isRemoved) return 'removed';
    return (this.#live.notice && endings[this.#live.notice]) ?? null;
  }

  #saw(room: RoomView | null, me: MeView | null): void {
    [this.#room, this.#me] = [room, me];
    if (room && me) this.#answering.restore(room, me);
  }

  #refused(refusal: Refusal): void {
    [this.#room, this.#me] = [null, null];
    this.#isRemoved = refusal.name === 'removed';
    if (this.#isRemoved) this.#entry.left();
    else this.#entry.refused(refusal);
  }

  #noticed(notice: Notice): void {
    if (endings[notice] && notice !== 'replaced') this.#entry.left();
  }
}
