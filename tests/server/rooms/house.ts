// Rooms on a log in memory, with a clock, timers and pages that the test holds in its hand.
import { defaultSettings } from '@oneliner/shared';
import type { HostView, MeView, Question, RoomView, ScreenView, Settings } from '@oneliner/shared';
import type { Line, PushName, Pushed } from '../../../server/src/rooms/line.ts';
import type { Room } from '../../../server/src/rooms/room.ts';
import type { EntryNote } from '../../../server/src/rooms/submissions.ts';
import { Rooms } from '../../../server/src/rooms/rooms.ts';
import { questions } from '../game/table.ts';
import { Hours } from '../hours.ts';
import type { RoomLog } from '../../../server/src/log/room-log.ts';
import { MemoryDisk, openMemoryHome } from '../log/memory-disk.ts';

/** A connected page that keeps what it was sent. */
export class Page implements Line {
  readonly id: string;
  readonly got: { event: PushName; message: unknown }[] = [];
  #isOpen = true;

  constructor(id: string) {
    this.id = id;
  }

  isOpen = (): boolean => this.#isOpen;
  cut(): void {
    this.#isOpen = false;
  }
  push<N extends PushName>(event: N, message: Pushed<N>): void {
    this.got.push({ event, message: structuredClone(message) });
  }
  hangUp(): void {
    this.cut();
  }
  #last(event: PushName): unknown {
    return this.got.findLast((sent) => sent.event === event)?.message;
  }
  get room(): RoomView | undefined {
    return this.#last('room') as RoomView | undefined;
  }
  get me(): MeView | undefined {
    return this.#last('me') as MeView | undefined;
  }
  get host(): HostView | undefined {
    return this.#last('host') as HostView | undefined;
  }
  get screen(): ScreenView | undefined {
    return this.#last('screen') as ScreenView | undefined;
  }
  get notice(): unknown {
    return this.#last('notice');
  }
}

let houses = 0;

/** One server: rooms over a disk that outlives it. */
export class House {
  readonly hours: Hours;
  readonly disk: MemoryDisk;
  readonly rooms: Rooms;
  readonly pages: Page[] = [];
  readonly journal: EntryNote[] = [];
  readonly #codes: string[];
  readonly name = `server ${(houses += 1)}`;
  readonly log: RoomLog;
  readonly #living: Set<string>;
  #isDead = false;

  constructor(
    codes = ['ACDEFG', 'HJKMNP'],
    hours = new Hours(),
    disk = new MemoryDisk(),
    living = new Set<string>(),
  ) {
    this.hours = hours;
    this.disk = disk;
    this.#living = living.add(this.name);
    this.#codes = [...codes];
    const later = (ms: number, action: () => void) =>
      hours.later(ms, () => {
        if (!this.#isDead) action();
      });
    const { log, shelf } = openMemoryHome(hours.now, later, disk);
    this.log = log;
    this.rooms = new Rooms({
      log,
      shelf,
      fleet: { living: (servers) => Promise.resolve(new Set(servers.filter((id) => living.has(id)))) },
      later,
      serverId: this.name,
      newCode: () => this.#codes.shift() ?? 'QQQQQQ',
      keepMs: 24 * 3_600_000,
      note: (entry) => this.journal.push(entry),
    });
  }

  /** Killed: nothing that it had planned happens any more. */
  kill(): void {
    this.#isDead = true;
    this.#living.delete(this.name);
  }

  /** The next server on the same disk, after this one was killed. */
  restarted(): House {
    this.kill();
    return new House(this.#codes, this.hours, this.disk);
  }

  page(): Page {
    const page = new Page(`${this.name}:page ${this.pages.length + 1}`);
    this.pages.push(page);
    return page;
  }

  /** Lets what `act` needs of time pass, at most a second. */
  async whenDone<T>(act: Promise<T>): Promise<T> {
    await this.hours.pass(50);
    return act;
  }

  async open(
    settings: Partial<Settings> = {},
    quiz: Question[] = questions(3),
    hostHash = 'host hash',
  ): Promise<Room> {
    const opened = await this.whenDone(
      this.rooms.create(
        { hostHash, joinKey: `join key of ${hostHash}` },
        {
          type: 'prepare',
          title: 'Things',
          questions: quiz,
          settings: { ...defaultSettings, ...settings },
          keepScores: false,
        },
      ),
    );
    if (!opened.ok) throw new Error(`no room was opened: ${opened.refusal.name}`);
    return this.find(opened.code);
  }

  async find(code: string): Promise<Room> {
    const found = await this.whenDone(this.rooms.find(code));
    if (!found.ok) throw new Error(`${this.name} has no room ${code}: ${found.refusal.name}`);
    return found.room;
  }

  async host(room: Room): Promise<Page> {
    const page = this.page();
    await this.whenDone(room.attachHost(page, room.state.hostHash));
    return page;
  }

  async player(room: Room, name: string): Promise<Page> {
    const page = this.page();
    const joined = await this.whenDone(
      room.join(page, {
        type: 'join',
        secretHash: `secret of ${name}`,
        name,
        nameKey: `~${name}`,
        pin: null,
      }),
    );
    if (!joined.ok) throw new Error(`${name}: ${joined.refusal.name}`);
    return page;
  }

  async screen(room: Room, key = 'screen key'): Promise<Page> {
    const page = this.page();
    await this.whenDone(room.submit({ type: 'invite-screen', keyHash: key }));
    await this.whenDone(
      room.attachScreen(page, {
        type: 'ask-screen',
        secretHash: `screen ${key}`,
        keyHash: key,
        word: 'otter',
      }),
    );
    return page;
  }

  /** Starts the quiz and waits until its first question is open. */
  async openFirst(room: Room): Promise<void> {
    await this.whenDone(room.submit({ type: 'start', moment: room.state.moment }));
    await this.untilOpen(room);
  }

  async untilOpen(room: Room): Promise<void> {
    for (let waited = 0; waited < 20_000 && room.phase !== 'open'; waited += 100) await this.hours.pass(100);
    await this.hours.pass(600);
  }

  answer(room: Room, player: number, option: number) {
    const reply = { kind: 'choice', option } as const;
    const command = { type: 'answer', player, step: room.state.lastStep, reply, number: 1 } as const;
    return this.whenDone(room.submit({ ...command, receivedAt: this.hours.now(), credit: 0 }));
  }
}
