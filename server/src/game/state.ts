// The state of a room: what the fold of its log knows. Plain JSON, owned and changed in place by `apply` alone.
import type {
  AnswerReply,
  Moment,
  PlayerId,
  Question,
  Settings,
  StepNumber,
  Version,
} from '@oneliner/shared';
import type { Entry } from './commands.ts';

export interface Player {
  id: PlayerId;
  name: string;
  nameKey: string;
  secretHash: string;
  /** The newest connection; null while away. */
  connection: string | null;
  awayAt: number;
  /** Here, or away for less than the grace. */
  isCounted: boolean;
  isRemoved: boolean;
  /** The first question this player may answer. */
  entersAt: StepNumber;
}

export interface Screen {
  id: number;
  secretHash: string;
  word: string;
  isPaired: boolean;
  /** Several where it is open twice, or where an old line has not been noticed to be dead. */
  connections: string[];
}

export interface Quiz {
  title: string;
  questions: Question[];
  settings: Settings;
  keepScores: boolean;
}

export interface Answer {
  reply: AnswerReply;
  number: number;
  elapsedMs: number;
}

/** A question that was announced, with what was answered. */
export interface Step {
  step: StepNumber;
  question: Question;
  answers: Record<PlayerId, Answer>;
  answered: number;
  /** Who was here at the announcement; the question closes early when none of them is waited for. */
  expected: Record<PlayerId, true>;
  waitingFor: number;
  /** Its reveal was lost: it counts for nobody. */
  isVoid: boolean;
}

export interface Score {
  points: number;
  streak: number;
  /** Null while nobody has points. */
  place: number | null;
  /** The place before the last question; null for who had none. */
  was: number | null;
  gained: number;
  bonus: number;
  right: boolean;
  /** The next player ahead; null for the first. */
  ahead: PlayerId | null;
}

export interface Run {
  quiz: Quiz;
  /** Announced questions, the present one last. */
  steps: Step[];
  /** How many of them were revealed, and so are scored. */
  scored: number;
  /** What everyone had before this run; empty unless scores are kept. */
  base: Record<PlayerId, number>;
  scores: Record<PlayerId, Score>;
  /** Players in the order of the leaderboard. */
  ranking: PlayerId[];
}

export type RunningPhase =
  | { name: 'announced'; announcedAt: number; opensAt: number }
  | { name: 'open'; opensAt: number; closesAt: number | null }
  | { name: 'reveal'; nextAt: number | null }
  | { name: 'leaderboard'; nextAt: number | null };

export type PhaseState =
  | { name: 'lobby' }
  | RunningPhase
  | { name: 'podium' }
  | { name: 'paused'; why: 'host' | 'waking'; since: number; from: RunningPhase; resumesAt: number | null };

export interface RoomState {
  version: Version;
  /** The time of the last entry. */
  lastAt: number;
  hostHash: string;
  joinKey: string;
  joinOrigin: string | null;
  isLocked: boolean;
  pins: { drawn: string[]; turn: number; turnsAt: number } | null;
  moment: Moment;
  phase: PhaseState;
  /** The quiz on the table that waits for its start. */
  prepared: Quiz | null;
  run: Run | null;
  /** The number of the last announced question since the room opened. */
  lastStep: StepNumber;
  /** Questions up to this one whose reveal the log has lost, so that they cannot count. */
  voidThrough: StepNumber;
  /** The facts that were asked since the room opened, so that a second quiz avoids them. */
  askedFacts: string[];
  pending: { what: 'reveal' | 'end'; at: number } | null;
  /** The player with id n stands at n − 1. */
  players: Player[];
  playerBySecret: Record<string, PlayerId>;
  playerByName: Record<string, PlayerId>;
  seatKeys: Record<string, PlayerId>;
  /** Players in the room (not removed), of them connected, and of them counted as here. */
  members: number;
  present: number;
  counted: number;
  /** Who went away, in order, until their grace is over. */
  leaving: { player: PlayerId; until: number }[];
  /** How many players count as half when the room wakes. */
  halfToWake: number;
  host: { connections: string[]; leftAt: number | null };
  /** The epoch in which everybody came anew the last time. */
  lostEpoch: number;
  /** The servers that have the room open, as far as its entries tell. */
  servers: string[];
  screens: Screen[];
  lastScreen: number;
  /** Whether a key still works; one that was used stays known, so that a repeated invitation does not renew it. */
  screenKeys: Record<string, boolean>;
}

/** The version of what decides verdicts and points: rooms that were opened under another are not folded here. */
export const RULES_VERSION = 2;

/** Whether a room that begins with this entry can be folded. */
export const isKnownRules = ({ command }: Entry): boolean =>
  command.type !== 'open-room' || command.rules === RULES_VERSION;

/** The state after the first entry of a room, which must be `open-room`. */
export function begin(entry: Entry): RoomState {
  const { command } = entry;
  if (command.type !== 'open-room') throw new Error(`a room begins with open-room, not ${command.type}`);
  return {
    version: [entry.epoch, entry.seq],
    lastAt: entry.at,
    hostHash: command.hostHash,
    joinKey: command.joinKey,
    joinOrigin: null,
    isLocked: false,
    pins: null,
    moment: 0,
    phase: { name: 'lobby' },
    prepared: null,
    run: null,
    lastStep: 0,
    voidThrough: 0,
    askedFacts: [],
    pending: null,
    players: [],
    playerBySecret: {},
    playerByName: {},
    seatKeys: {},
    members: 0,
    present: 0,
    counted: 0,
    leaving: [],
    halfToWake: 0,
    host: { connections: [], leftAt: entry.at },
    lostEpoch: 0,
    servers: [entry.by],
    screens: [],
    lastScreen: 0,
    screenKeys: {},
  };
}

/** The player with this id, unless there is none or the host removed them. */
export function playerIn(state: RoomState, id: PlayerId): Player | undefined {
  const player = state.players[id - 1];
  return player && !player.isRemoved ? player : undefined;
}

/** The question that is announced, open or just revealed; undefined in lobby and podium. */
export function currentStep(state: RoomState): Step | undefined {
  return state.phase.name === 'lobby' || state.phase.name === 'podium' ? undefined : state.run?.steps.at(-1);
}

/** The phase that is shown, or that will go on after a pause. */
export function phaseBeneath(state: RoomState): Exclude<PhaseState, { name: 'paused' }> {
  return state.phase.name === 'paused' ? state.phase.from : state.phase;
}

/** The number of the last question whose key people have seen; 0 before the first. */
export function lastRevealed({ run, lastStep }: RoomState): StepNumber {
  return run === null ? lastStep : (run.steps[run.scored - 1]?.step ?? lastStep - run.steps.length);
}

export const isGameOn = (state: RoomState): boolean =>
  state.phase.name !== 'lobby' && state.phase.name !== 'podium';
