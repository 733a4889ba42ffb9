// What the phone can show: one scene at a time, and what the person can do in it.
import type { MeView, Refusal, RoomView } from '@oneliner/shared';
import type { LineState } from '../src/connection.ts';
import type { Given } from './answering.svelte.ts';

/** Why there is no coming back by itself. */
export type EndedWhy = 'replaced' | 'removed' | 'seat-taken' | 'room-closed';

export interface CodeScene {
  name: 'code';
  isBusy: boolean;
  problem: Refusal | null;
  /** The last room this phone was in. */
  back: { code: string; playerName: string | null } | null;
}

/** What a room asks of whoever wants in: a name unless the game gives it, and maybe the digits on the screen. */
export interface Asks {
  name: boolean;
  pin: boolean;
}

export interface NameScene {
  name: 'name';
  code: string;
  /** The quiz's title, once known. */
  title: string | null;
  asks: Asks;
  /** The server has not yet said what it asks; most say so before anybody could read. */
  isGuess: boolean;
  /** The name this phone used last. */
  remembered: string;
  isBusy: boolean;
  problem: Refusal | null;
}

export interface GameScene {
  name: 'game';
  room: RoomView;
  me: MeView;
  /** The player's name is not what was typed on this phone. */
  isNameNews: boolean;
  given: Given | null;
  /** Why the last answer did not count, or does not yet. */
  problem: Refusal | null;
}

export type Scene =
  | CodeScene
  | NameScene
  | { name: 'arriving'; how: 'back' | 'seat' }
  | GameScene
  | { name: 'ended'; why: EndedWhy };

export interface Actions {
  enterCode(typed: string): void;
  /** Back into the room of `CodeScene.back`. */
  goBack(): void;
  /** What the room does not ask for is left aside. */
  join(name: string, pin: string): void;
  otherCode(): void;
  /** The text of the field that shows the problem was changed. */
  retyped(): void;
  choose(option: number): void;
  /** Leaves an ended scene: plays here again, or starts over. */
  leave(): void;
}

/** What the stage draws from. */
export interface StageProps {
  scene: Scene;
  status: Status;
  /** ms of the room's clock. */
  now: number;
  act: Actions;
}

export type Status = 'fine' | 'connecting' | 'offline' | 'stopping' | 'host-away';

/** The host may reload without anybody being told. */
const HOST_AWAY_MS = 5000;

/** @param hostLeftAt and now in ms of the room's clock. */
export const isHostAway = (hostLeftAt: number, now: number): boolean => now - hostLeftAt > HOST_AWAY_MS;

/** Whose connection is missing, this phone's first: nothing can be known of the host without one. */
export const statusOf = (line: LineState, isStopping: boolean, isAway: boolean): Status => {
  if (line !== 'online') return isStopping ? 'stopping' : line;
  return isAway ? 'host-away' : 'fine';
};

/** Whether this player may not answer the question that is on, since they joined while it was. */
export const isTooLateFor = (me: MeView, step: number): boolean => me.entersAt > step;
