// What one evening is made of, as data: a seed draws it, a bad one is made smaller, and a small one can be pinned as a test.
import type { Settings } from '@oneliner/shared';

/** Times of faults and acts are ms since the doors opened. Whatever is not in the plan is drawn from `seed` by name. */
export interface Plan {
  seed: number;
  /** How many share the log. */
  servers: number;
  quizzes: QuizPlan[];
  phones: PhonePlan[];
  hosts: number;
  /** How each screen gets in. */
  screens: ('key' | 'word')[];
  whims: Whim[];
  /** ms one way on every line: at least, and drawn on top for each message. */
  lag: { least: number; more: number };
  /** Most ms a commit takes when nothing is wrong. */
  diskMs: number;
  faults: Fault[];
}

export interface QuizPlan {
  questions: number;
  settings: Partial<Settings>;
  keepScores: boolean;
}

export interface PhonePlan {
  name: string;
  joinsAt: number;
  /** ms by which the phone's own clock is wrong. */
  skew: number;
  /** Most ms of thinking. */
  thinks: number;
  /** Share of the questions it answers. */
  answers: number;
  acts: PhoneAct[];
}

export type PhoneAct =
  | { at: number; act: 'open a second tab' | 'reload' | 'leave' }
  | { at: number; act: 'sleep'; ms: number }
  | { at: number; act: 'jump'; ms: number };

/** What the host does besides leading: in a phase of a question, once. */
export interface Whim {
  /** Counted from 1 over all quizzes. */
  question: number;
  phase: 'announced' | 'open' | 'reveal';
  after: number;
  act: 'pause' | 'skip' | 'reveal' | 'take back' | 'end' | 'remove' | 'hand over' | 'lock' | 'unlock';
  /** Whom it concerns, by name. */
  phone?: string;
}

/** `who` is the name of a page's owner, or `all`; `server` is counted from 0. */
export type Fault =
  /** The lines are gone; their ends notice after so many ms. */
  | { at: number; fault: 'cut'; who: string; client: number; server: number }
  /** Nothing gets through for a while; then all of it does. */
  | { at: number; fault: 'stall'; who: string; way: 'up' | 'down'; ms: number }
  /** The process dies, at once or around the next commit; `wall` is how far the wall's clock jumps meanwhile. */
  | { at: number; fault: 'kill'; server: number; when: KillMoment; down: number; wall: number }
  /** The process is asked to stop, and started again. */
  | { at: number; fault: 'stop'; server: number; down: number }
  /** A server and the log do not hear each other. */
  | { at: number; fault: 'partition'; server: number; ms: number }
  /** The disk takes nothing; or it saves and then says that it did not; or every commit takes so long. */
  | { at: number; fault: 'full' | 'lying'; ms: number }
  | { at: number; fault: 'slow'; ms: number; each: number };

export type KillMoment = 'now' | 'before a commit' | 'after a commit';

const faultLasts = (fault: Fault): number => {
  switch (fault.fault) {
    case 'cut':
      return fault.at + Math.max(fault.client, fault.server);
    case 'kill':
    case 'stop':
      return fault.at + fault.down;
    default:
      return fault.at + fault.ms;
  }
};

const actLasts = (act: PhoneAct): number => act.at + (act.act === 'sleep' ? act.ms : 0);

/** When everybody came and everything happened that was planned. */
export const lastsUntil = ({ phones, faults }: Plan): number =>
  Math.max(
    ...faults.map(faultLasts),
    ...phones.flatMap(({ joinsAt, acts }) => [joinsAt, ...acts.map(actLasts)]),
    0,
  );
