// Everything that can happen in a room, as data: the commands that stand in its log.
import type { AnswerReply, Moment, PlayerId, Question, Settings, StepNumber } from '@oneliner/shared';

/** Whose connection came or went. A connection is named after its server: see `serverOf`. */
export type Who =
  { role: 'player'; player: PlayerId } | { role: 'host' } | { role: 'screen'; screen: number };

/** Times are ms of the log's clock; hashes are of secrets and keys, which themselves never stand in the log. */
export type Command =
  /** Always the first entry of a room. `rules` is the version of the rules it is folded under. */
  | { type: 'open-room'; rules: number; hostHash: string; joinKey: string }
  | { type: 'choose-origin'; origin: string }
  /** Puts a quiz on the table. The questions stand here whole: the fold never generates. */
  | {
      type: 'prepare';
      moment: Moment;
      title: string;
      questions: Question[];
      settings: Settings;
      keepScores: boolean;
    }
  | { type: 'start' | 'skip' | 'reveal' | 'next' | 'pause' | 'resume' | 'end' | 'take-back'; moment: Moment }
  | { type: 'lock'; locked: boolean }
  /** The digits to show in turn, as the server that took the command drew them; null asks for none. */
  | { type: 'ask-pin'; pins: string[] | null }
  | { type: 'remove'; players: PlayerId[] }
  /** Who joins by a connection is here by it, as if they had come. */
  | {
      type: 'join';
      secretHash: string;
      name: string;
      nameKey: string;
      pin: string | null;
      connection?: string;
    }
  | { type: 'hand-over'; player: PlayerId; keyHash: string }
  | { type: 'claim-seat'; keyHash: string; secretHash: string }
  | {
      type: 'answer';
      player: PlayerId;
      step: StepNumber;
      reply: AnswerReply;
      number: number;
      receivedAt: number;
      credit: number;
      /** The thinking time that a receipt vouches for, where the log had this answer and lost it, ms. */
      vouchedMs?: number;
    }
  /** Of a player `secretHash` says on which phone: the seat may have gone to another one meanwhile. */
  | { type: 'came'; who: Who; connection: string; secretHash?: string | undefined }
  | { type: 'left'; who: Who; connection: string }
  | { type: 'invite-screen'; keyHash: string }
  | { type: 'ask-screen'; secretHash: string; keyHash: string | null; word: string }
  | { type: 'pair-screen' | 'unpair-screen'; screen: number }
  /** A moment that the room's timer was armed for has come. Stale and early ones are refused. */
  | { type: 'due'; moment: Moment }
  /**
   * A server has the room open from now on. `gone` are those that had it open and live no more: their connections are
   * gone with them, and where none of the others lives either, running things pause as of the entry before.
   */
  | { type: 'serve'; server: string; gone: string[] }
  /** A server lets go of the room, as nobody there needs it. */
  | { type: 'cease'; server: string }
  /** The log has lost entries, and its epoch rose: everybody comes anew, and what ran pauses. */
  | { type: 'lost'; server: string; epoch: number }
  /** The log has lost the reveals of questions up to `through`: people know their keys, so they count no more. */
  | { type: 'void'; through: StepNumber };

export type CommandType = Command['type'];

/** The member of the union that carries this type, also where several types share a member. */
export type CommandOf<T extends CommandType, C extends Command = Command> = C extends unknown
  ? T extends C['type']
    ? C
    : never
  : never;

/** A step of the game that the host takes. */
export type HostStep = CommandOf<'start'>;

/** A command that stands in the log: `seq` runs 1, 2, 3 … without gaps, `at` never runs backwards. */
export interface Entry {
  epoch: number;
  seq: number;
  at: number;
  /** The server that appended it. */
  by: string;
  command: Command;
}
