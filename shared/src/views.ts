// What each audience needs to draw the present phase, whole: pushed at every change of phase and on every connect.
import type { Moment, PlayerId, StepNumber, Version } from './ids.ts';
import type { AnswerReply, Question, QuestionPublic, QuestionReveal, QuestionShape } from './question.ts';
import type { Settings } from './settings.ts';

/** Where in the quiz a phase stands: question `number` of `of`. All times are ms of the room's clock. */
export interface Place {
  step: StepNumber;
  number: number;
  of: number;
  /** null on phones of a room that shows the text on the screen alone. */
  prompt: string | null;
}

export interface AnnouncedPhase extends Place {
  name: 'announced';
  shape: QuestionShape;
  /** When reading began and when the question opens. */
  announcedAt: number;
  opensAt: number;
}

export interface OpenPhase extends Place {
  name: 'open';
  question: QuestionPublic;
  /** Up to half a second ahead when the view arrives: show the options at this moment and not before. */
  opensAt: number;
  /** null when the question is untimed. */
  closesAt: number | null;
  changingAnswers: boolean;
}

export interface RevealPhase extends Place {
  name: 'reveal';
  reveal: QuestionReveal;
  explanation: string;
  /** The source's entry, as its author titled it. */
  entry: string;
  /** When the game goes on by itself; null when the host paces it. */
  nextAt: number | null;
}

/** A row of the leaderboard; ties share a place (1-2-2-4). */
export interface Row {
  player: PlayerId;
  name: string;
  points: number;
  /** Null while nobody has points. */
  place: number | null;
  /** The place before this question; null for who had none. */
  was: number | null;
  gained: number;
  streak: number;
}

export interface LeaderboardPhase {
  name: 'leaderboard';
  step: StepNumber;
  number: number;
  of: number;
  /** The question does not count: a server lost its reveal, when everybody had seen it. */
  isVoid: boolean;
  rows: Row[];
  players: number;
  nextAt: number | null;
}

export interface PodiumPhase {
  name: 'podium';
  /** The first places (three, or more when they tie) on phones; everyone on screen and host. */
  rows: Row[];
  players: number;
  /** Questions asked; 0 when the game ended before its first. */
  asked: number;
}

export interface LobbyPhase {
  name: 'lobby';
  /** The quiz that waits to be started: its title and number of questions. */
  title: string;
  of: number;
}

export interface PausedPhase {
  name: 'paused';
  /** `waking`: the server came back and waits for the host or half of the players. */
  why: 'host' | 'waking';
  /** The phase that will go on. */
  from: 'announced' | 'open' | 'reveal' | 'leaderboard';
  number: number;
  of: number;
  /** When the count of three is over; null while it has not begun. */
  resumesAt: number | null;
}

export type Phase =
  LobbyPhase | AnnouncedPhase | OpenPhase | RevealPhase | LeaderboardPhase | PodiumPhase | PausedPhase;
export type PhaseName = Phase['name'];

interface View {
  version: Version;
  code: string;
  title: string;
  /** When the host's last connection was lost; null while the host is here. Say so only after a few seconds. */
  hostLeftAt: number | null;
}

/** The part of a player's view that is the same for all players of the room. */
export interface RoomView extends View {
  phase: Phase;
}

/** What a question gave one player. */
export interface Result {
  step: StepNumber;
  answered: boolean;
  right: boolean;
  /** Points of this question with the bonus in it. */
  points: number;
  bonus: number;
  /** Thinking time in ms, as scored; null without an answer. */
  elapsedMs: number | null;
}

export interface Standing {
  points: number;
  streak: number;
  /** Null while nobody has points. */
  place: number | null;
  was: number | null;
  players: number;
  /** The next player ahead and the points to them; null for the first. */
  ahead: { name: string; points: number } | null;
}

/** The part of a player's view that is their own. */
export interface MeView {
  version: Version;
  player: PlayerId;
  name: string;
  /** The first question this player may answer; larger than the present one for a late joiner. */
  entersAt: StepNumber;
  answer: { step: StepNumber; reply: AnswerReply } | null;
  /** The last question that was revealed while this player was in; null before the first. */
  result: Result | null;
  standing: Standing | null;
}

/** A player as the screen's lobby knows them. `gone`: removed by the host. */
export interface Person {
  player: PlayerId;
  name: string;
  state: 'here' | 'away' | 'gone';
}

export interface HostPerson extends Person {
  answered: boolean;
  points: number;
  place: number | null;
}

/** Counts of the present question: how many have answered of how many who can. */
export interface Tally {
  here: number;
  players: number;
  answered: number;
  expected: number;
}

export interface ScreenView extends View {
  phase: Phase;
  /** In the QR's fragment: gets a phone in without guessing the code. */
  joinKey: string;
  /** Where phones find the game, such as `http://192.168.1.20:3000`; null until the host's page has chosen. */
  joinOrigin: string | null;
  locked: boolean;
  /** The digits that new players need now; null where none are asked for. */
  pin: string | null;
  tally: Tally;
  /** The names of the lobby; empty in every other phase. */
  people: Person[];
}

/** A screen that asks to be paired, by the word it shows, or is. */
export interface ScreenRow {
  screen: number;
  word: string;
  state: 'asking' | 'paired';
  here: boolean;
}

export interface HostView extends View {
  moment: Moment;
  phase: Phase;
  joinKey: string;
  joinOrigin: string | null;
  locked: boolean;
  /** Whether new players need the digits on the screen; which they are stands there alone. */
  asksPin: boolean;
  tally: Tally;
  people: HostPerson[];
  screens: ScreenRow[];
  settings: Settings | null;
  /** The question of the present step with its key; null in lobby and podium. */
  question: Question | null;
  /** What happens at `at` unless it is taken back. */
  pending: { what: 'reveal' | 'end'; at: number } | null;
}

/** A small update between views, at most ten a second: the people who changed and the counts. */
export interface PeopleUpdate<P extends Person = Person> {
  version: Version;
  people: P[];
  tally: Tally;
}

/** The people of a view with those who changed in their place, in the order they joined; who was removed is out. */
export function mergePeople<P extends Person>(people: readonly P[], changed: readonly P[]): P[] {
  const byPlayer = new Map([...people, ...changed].map((person) => [person.player, person]));
  return [...byPlayer.values()].filter(({ state }) => state !== 'gone').sort((a, b) => a.player - b.player);
}
