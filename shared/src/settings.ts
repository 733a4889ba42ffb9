// What a host chooses for a quiz, with the choices a first-time host gets.
import * as v from 'valibot';
import { LIMITS } from './limits.ts';

export const settingsSchema = v.object({
  /** Seconds for each question; null is untimed, and untimed questions score flat. */
  seconds: v.nullable(
    v.pipe(v.number(), v.integer(), v.minValue(LIMITS.secondsMin), v.maxValue(LIMITS.secondsMax)),
  ),
  /** `speed` follows the published Kahoot curve, `flat` gives the same for every right answer. */
  points: v.picklist(['speed', 'flat']),
  streakBonus: v.boolean(),
  /** Whether the order of the questions is drawn anew; the places of the options always are. */
  shuffle: v.boolean(),
  lateJoining: v.boolean(),
  /** Whether phones show the question's text besides its options. */
  textOnPhones: v.boolean(),
  /** `given`: the game names the players, and nobody can put a bad one on the big screen. */
  names: v.picklist(['own', 'given']),
  /** Whether an answer may be changed until the question closes. */
  changingAnswers: v.boolean(),
  advance: v.picklist(['host', 'auto']),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

export const defaultSettings: Settings = {
  seconds: 20,
  points: 'speed',
  streakBonus: true,
  shuffle: true,
  lateJoining: true,
  textOnPhones: true,
  names: 'own',
  changingAnswers: false,
  advance: 'host',
};

export const DEFAULT_QUESTIONS = 12;
