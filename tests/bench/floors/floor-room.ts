// The game of both floors: the same messages as the real one at the same moments, and nothing else. No log, no schemas,
// no limits, no secrets, no coming back.
import type { PausedPhase, Phase } from '@oneliner/shared';
import { question, QUESTIONS } from '../quiz.ts';

/** What a floor needs of its transport. */
export interface FloorLine {
  send(event: string, message: unknown): void;
}

interface FloorPlayer {
  player: number;
  name: string;
  line: FloorLine;
  points: number;
  answeredAfter: number | null;
  option: number | null;
}

/** The steps of a host's page. */
export type FloorStep = 'start' | 'skip' | 'next' | 'pause' | 'resume';

const AHEAD_MS = 500;
const SECONDS = 20;

export class FloorRoom {
  readonly #code: string;
  readonly #broadcast: (event: string, message: unknown) => void;
  readonly #players: FloorPlayer[] = [];
  #host: FloorLine | null = null;
  #version = 0;
  #step = 0;
  #answered = 0;
  #opensAt = 0;
  #phase: Phase = { name: 'lobby', title: 'A night of numbers', of: QUESTIONS };
  #paused: Phase | null = null;

  constructor(code: string, broadcast: (event: string, message: unknown) => void) {
    this.#code = code;
    this.#broadcast = broadcast;
  }

  host(line: FloorLine): void {
    this.#host = line;
    this.#tellHost();
  }

  join(line: FloorLine, name: string): number {
    const player = this.#players.length + 1;
    const joined = { player, name, line, points: 0, answeredAfter: null, option: null };
    this.#players.push(joined);
    line.send('room', this.#roomView());
    line.send('me', this.#meView(joined));
    return player;
  }

  answer(player: number, option: number): void {
    const answering = this.#players[player - 1];
    if (!answering || answering.option !== null) return;
    answering.option = option;
    answering.answeredAfter = Math.max(0, Date.now() - this.#opensAt);
    this.#answered += 1;
    if (this.#answered === this.#players.length) setImmediate(() => this.#reveal());
  }

  step(step: FloorStep): void {
    if (step === 'skip') this.#open();
    else if (step === 'pause') this.#pause();
    else if (step === 'resume') this.#resume();
    else if (this.#phase.name === 'reveal') this.#board();
    else this.#announce();
  }

  #announce(): void {
    this.#step += 1;
    this.#answered = 0;
    for (const player of this.#players) player.option = player.answeredAfter = null;
    const now = Date.now();
    const shape = { kind: 'choice', options: 4 } as const;
    this.#show({ ...this.#place(), name: 'announced', announcedAt: now, opensAt: now + 8000, shape });
  }

  #open(): void {
    const { options } = question(this.#step);
    this.#opensAt = Date.now() + AHEAD_MS;
    this.#show({
      ...this.#place(),
      name: 'open',
      opensAt: this.#opensAt,
      closesAt: this.#opensAt + SECONDS * 1000,
      question: { kind: 'choice', options },
      changingAnswers: false,
    });
  }

  #resume(): void {
    if (this.#phase.name === 'paused') this.#show({ ...this.#phase, resumesAt: Date.now() + 3000 });
  }

  #pause(): void {
    this.#paused ??= this.#phase;
    const from = this.#paused.name as PausedPhase['from'];
    this.#show({
      name: 'paused',
      why: 'host',
      from,
      number: this.#step,
      of: QUESTIONS,
      resumesAt: null,
    });
  }

  #reveal(): void {
    const { options, explanation } = question(this.#step);
    const key = (this.#step - 1) % 4;
    const chosen = [0, 0, 0, 0];
    for (const player of this.#players) {
      if (player.option === null) continue;
      chosen[player.option] = (chosen[player.option] ?? 0) + 1;
      if (player.option === key)
        player.points += Math.round(1000 * (1 - (player.answeredAfter ?? 0) / SECONDS / 2000));
    }
    this.#players.sort((a, b) => b.points - a.points);
    const reveal = { kind: 'choice', options, key, chosen } as const;
    this.#show({
      ...this.#place(),
      name: 'reveal',
      nextAt: null,
      reveal,
      explanation,
      entry: `Entry ${this.#step}`,
    });
    this.#players.forEach((player, index) => player.line.send('me', this.#meView(player, index)));
    this.#players.sort((a, b) => a.player - b.player);
  }

  #board(): void {
    const rows = this.#players
      .toSorted((a, b) => b.points - a.points)
      .slice(0, 5)
      .map(({ player, name, points }, index) => ({
        player,
        name,
        points,
        place: index + 1,
        was: 1,
        gained: 0,
        streak: 1,
      }));
    const { step, number, of } = this.#place();
    this.#show({
      name: 'leaderboard',
      isVoid: false,
      nextAt: null,
      step,
      number,
      of,
      rows,
      players: this.#players.length,
    });
  }

  #place() {
    const { prompt } = question(this.#step);
    return { step: this.#step, number: this.#step, of: QUESTIONS, prompt };
  }

  #show(phase: Phase): void {
    if (phase.name !== 'paused') this.#paused = null;
    this.#phase = phase;
    this.#version += 1;
    this.#broadcast('room', this.#roomView());
    this.#tellHost();
  }

  #tellHost(): void {
    this.#host?.send('host', { ...this.#roomView(), moment: this.#version });
  }

  #roomView() {
    return {
      version: [0, this.#version],
      code: this.#code,
      title: 'A night of numbers',
      hostLeftAt: null,
      phase: this.#phase,
    };
  }

  #meView({ player, name, points, option, answeredAfter }: FloorPlayer, index = 0) {
    const step = this.#step;
    return {
      version: [0, this.#version],
      player,
      name,
      entersAt: 0,
      answer: option === null ? null : { step, reply: { kind: 'choice', option } },
      result:
        option === null
          ? null
          : { step, answered: true, right: true, points, bonus: 0, elapsedMs: answeredAfter },
      standing: {
        points,
        streak: 1,
        place: index + 1,
        was: null,
        players: this.#players.length,
        ahead: { name, points: 1 },
      },
    };
  }
}

/** The rooms of a floor by code; asking for one makes it. */
export const floorRooms = (broadcastTo: (code: string) => (event: string, message: unknown) => void) => {
  const rooms = new Map<string, FloorRoom>();
  return (code: string): FloorRoom => {
    const room = rooms.get(code) ?? new FloorRoom(code, broadcastTo(code));
    rooms.set(code, room);
    return room;
  };
};

export interface Said {
  code: string;
  name: string;
  do: FloorStep;
  reply: { option: number };
}

/** What one connection of a floor may say; returns the answer. */
export const floorEvents = (
  line: FloorLine,
  rooms: (code: string) => FloorRoom,
  enter: (code: string) => void,
) => {
  let room: FloorRoom | null = null;
  let player = 0;
  return (event: string, said: Said): object => {
    if (event === 'clock') return { ok: true, now: Date.now() };
    if (event === 'join' || event === 'host') room = rooms(said.code);
    if (event === 'join') {
      enter(said.code);
      player = room?.join(line, said.name) ?? 0;
      return { ok: true, player };
    }
    if (event === 'host') room?.host(line);
    if (event === 'answer') room?.answer(player, said.reply.option);
    if (event === 'command') room?.step(said.do);
    return { ok: true };
  };
};
