// What the load can be told to do, by the process that measures.
import { setTimeout as delay } from 'node:timers/promises';
import type { Kind } from '../processes/contestant.ts';
import { uploadQuiz } from './host.ts';
import type { HostPlace } from './host.ts';
import { LoadRoom, addressOf } from './room.ts';
import type { Played } from './room.ts';

/** Rooms whose hosts call from one address: not more than one address may open at once. */
const HOSTS_AN_ADDRESS = 20;
const HOSTS_FROM = 100_000;

let rooms: LoadRoom[] = [];

export const orders = {
  /**
   * Opens rooms that will have so many phones each.
   * @param opening.ports the servers of a room, which take its phones in turn; the rooms take these in turn
   */
  async open({
    kind,
    ports,
    count,
    phones,
  }: {
    kind: Kind;
    ports: number[][];
    count: number;
    phones: number;
  }): Promise<null> {
    const placesOf = (room: number): HostPlace[] => {
      const from = addressOf(HOSTS_FROM + room * (400 / HOSTS_AN_ADDRESS));
      const own = ports[room % ports.length] ?? [];
      // Each server has its share of the hosts, too: theirs is the first place.
      return own.map((_, i) => ({ kind, port: own[(i + room) % own.length] ?? 0, from }));
    };
    const documentId = await uploadQuiz(placesOf(0)[0] as HostPlace);
    rooms = [];
    for (let room = 0; room < count; room += 1)
      rooms.push(await LoadRoom.open(placesOf(room), documentId, room * phones));
    return null;
  },

  /** Lets so many phones into each room, in a few rooms at a time; resolves with the seconds that it took. */
  async join({ phones, roomsAtOnce }: { phones: number; roomsAtOnce: number }): Promise<number> {
    const begun = performance.now();
    const waiting = [...rooms];
    const next = async (): Promise<void> => {
      for (let room = waiting.shift(); room; room = waiting.shift()) await room.join(phones);
    };
    await Promise.all(Array.from({ length: roomsAtOnce }, next));
    return (performance.now() - begun) / 1000;
  },

  /** Plays a question in every room at once. */
  async play({ spreadMs }: { spreadMs: number }): Promise<Played[]> {
    return Promise.all(rooms.map((room) => room.play(spreadMs)));
  },

  /** Plays questions in every room, one every `everyMs`, the rooms spread evenly over that time. */
  async playOn({
    questions,
    spreadMs,
    everyMs,
  }: {
    questions: number;
    spreadMs: number;
    everyMs: number;
  }): Promise<Played[][]> {
    const playOne = async (room: LoadRoom, index: number): Promise<Played[]> => {
      await delay((index / rooms.length) * everyMs);
      const played: Played[] = [];
      for (let question = 0; question < questions; question += 1) {
        const [one] = await Promise.all([room.play(spreadMs), delay(everyMs)]);
        played.push(one);
      }
      return played;
    };
    return Promise.all(rooms.map(playOne));
  },

  /** Pauses and resumes the first room; the ms from each click to the last phone. */
  async pauses({ times }: { times: number }): Promise<number[]> {
    const clicks: number[] = [];
    const [room] = rooms;
    for (let time = 0; room && time < times; time += 1) {
      clicks.push(await room.click('pause', 'paused'));
      clicks.push(await room.click('resume', 'counting'));
    }
    return clicks;
  },

  /** Starts the game in the first room and stays at the announcement. */
  async announce(): Promise<number> {
    return rooms[0]?.click('start', 'announced') ?? 0;
  },

  count() {
    const sum = { game: 0, upkeep: 0, bytes: 0, gone: 0 };
    for (const room of rooms) {
      const { game, upkeep, bytes } = room.traffic();
      sum.game += game;
      sum.upkeep += upkeep;
      sum.bytes += bytes;
      sum.gone += room.gone;
    }
    return Promise.resolve(sum);
  },

  close() {
    for (const room of rooms) room.close();
    rooms = [];
    return Promise.resolve(null);
  },
};
export type Orders = typeof orders;
