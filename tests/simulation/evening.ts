// An evening as a seed decides it: phones and a host on the shipped connection, lines that are cut, a server that dies, a disk that fills.
import type { HostView, MeView, RoomView, Version } from '@oneliner/shared';
import { compareVersions } from '@oneliner/shared';
import { RoomClock } from '../../client/src/clock.ts';
import { Connection } from '../../client/src/connection.ts';
import type { Listeners } from '../../client/src/connection.ts';
import { hashSecret } from '../../server/src/web/secrets.ts';
import { questions } from '../server/game/table.ts';
import { House } from '../server/rooms/house.ts';
import { Network, randomFrom } from './network.ts';

export interface Weather {
  /** How often a second something happens, 0 to 1. */
  cuts: number;
  kills: number;
  fullDisks: number;
}

/** What a phone itself knows of its evening. */
export interface Diary {
  name: string;
  player: number;
  /** Answers that the server acknowledged: option by step. */
  acknowledged: Map<number, number>;
  /** Everything it ever sent, by step. */
  sent: Map<number, number>;
  refusals: string[];
  /** What it saw, in order; versions must never go back. */
  versions: Version[];
  lastMe: MeView | null;
  lastRoom: RoomView | null;
}

const PLAYERS = 6;
const QUESTIONS = 4;
const SECONDS = 10;
const HOST_SECRET = 'h'.repeat(22);

const secretOf = (index: number): string => `${index}`.repeat(22);

export class Evening {
  readonly diaries: Diary[] = [];
  readonly network: Network;
  readonly #random: () => number;
  readonly #weather: Weather;
  #host: HostView | null = null;
  code = '';

  constructor(seed: number, weather: Weather) {
    this.#random = randomFrom(seed);
    this.#weather = weather;
    this.network = new Network(new House(), this.#random);
  }

  /** Plays until the podium, or for at most ten minutes of the room's time; the weather ends before the last. */
  async play(): Promise<void> {
    const { house, hours } = this.network;
    const room = await house.open({ seconds: SECONDS }, questions(QUESTIONS), hashSecret(HOST_SECRET));
    this.code = room.code;
    this.#comeAsHost();
    for (let index = 1; index <= PLAYERS; index += 1) this.#comeAsPlayer(index);
    for (let second = 0; second < 600; second += 1) {
      if (second < 300) this.#weatherChanges();
      await hours.pass(1_000);
      if (this.#host?.phase.name === 'podium' && second > 300) break;
    }
    await hours.pass(20_000);
  }

  #weatherChanges(): void {
    const { network } = this;
    const { cuts, kills, fullDisks } = this.#weather;
    if (this.#random() < cuts) network.cutSome(0.4);
    if (this.#random() < kills && network.isUp) {
      network.kill();
      network.hours.later(500 + this.#random() * 8_000, () => {
        network.restart();
      });
    }
    if (this.#random() < fullDisks) {
      network.house.disk.isFull = true;
      network.hours.later(this.#random() * 5_000, () => {
        network.house.disk.isFull = false;
      });
    }
  }

  #connect(listeners: Listeners): Connection {
    const { hours, dial } = this.network;
    const skew = Math.round(this.#random() * 100_000);
    const clock = new RoomClock(() => hours.now() + skew);
    const connection = new Connection({ dial, after: hours.later, clock, random: this.#random }, listeners);
    connection.start();
    return connection;
  }

  #comeAsPlayer(index: number): void {
    const diary: Diary = {
      name: `Player ${index}`,
      player: 0,
      acknowledged: new Map(),
      sent: new Map(),
      refusals: [],
      versions: [],
      lastMe: null,
      lastRoom: null,
    };
    this.diaries.push(diary);
    const secret = secretOf(index);
    const connection = this.#connect({
      room: (view) => {
        diary.versions.push(view.version);
        diary.lastRoom = view;
        this.#consider(view, diary, connection);
      },
      me: (view) => (diary.lastMe = view),
    });
    void connection.send('join', { code: this.code, name: diary.name, secret }).then((reply) => {
      if (!reply.ok) throw new Error(`${diary.name} was refused: ${reply.refusal.name}`);
      diary.player = reply.player;
      connection.attachWith({ event: 'resume', message: { code: this.code, secret } }, true);
    });
  }

  /** Thinks for a while, then answers once; the connection does the rest. */
  #consider({ phase }: RoomView, diary: Diary, connection: Connection): void {
    if (phase.name !== 'open' || diary.sent.has(phase.step)) return;
    const option = Math.floor(this.#random() * 4);
    const { step } = phase;
    diary.sent.set(step, option);
    this.network.hours.later(600 + this.#random() * 9_000, () => {
      void connection.send('answer', { step, reply: { kind: 'choice', option }, number: 1 }).then((reply) => {
        if (reply.ok) diary.acknowledged.set(step, option);
        else diary.refusals.push(reply.refusal.name);
      });
    });
  }

  #comeAsHost(): void {
    const connection = this.#connect({
      host: (view) => {
        this.#host = view;
        this.network.hours.later(1_000 + this.#random() * 3_000, () => {
          this.#lead(view, connection);
        });
      },
    });
    connection.attachWith({ event: 'host', message: { code: this.code, secret: HOST_SECRET } });
  }

  /** Takes the next step if the room still is where it was; sometimes pauses, sometimes takes things back. */
  #lead({ phase, moment, pending }: HostView, connection: Connection): void {
    if (this.#host?.moment !== moment) return;
    const whim = this.#random();
    const go = (step: 'start' | 'next' | 'pause' | 'resume' | 'reveal' | 'take-back'): void => {
      void connection.send('command', { do: step, moment });
    };
    if (phase.name === 'lobby') go('start');
    else if (phase.name === 'reveal' || phase.name === 'leaderboard') go('next');
    else if (phase.name === 'paused' && phase.resumesAt === null) go('resume');
    else if (phase.name === 'open' && pending) go('take-back');
    else if (phase.name === 'open' && whim < 0.1) go('pause');
    else if (phase.name === 'open' && whim < 0.2) go('reveal');
  }
}

/** Whether versions, in the order they were seen, never go back. */
export const isForward = (versions: Version[]): boolean =>
  versions.every(
    (version, index) => index === 0 || compareVersions(versions[index - 1] ?? version, version) <= 0,
  );
