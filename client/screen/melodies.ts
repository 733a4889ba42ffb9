// The screen's few sounds as notes: short, in one key, and quiet enough to talk over.

export interface Note {
  hz: number;
  /** Seconds after the cue. */
  at: number;
  length: number;
  /** 0 to 1. */
  loud: number;
  wave: OscillatorType;
}

/** Pitches of D major pentatonic, in Hz (equal temperament, A4 = 440). */
const D4 = 293.66;
const A4 = 440;
const D5 = 587.33;
const E5 = 659.26;
const FIS5 = 739.99;
const A5 = 880;
const D6 = 1174.66;

const pluck = (hz: number, at = 0, length = 0.25, loud = 0.16): Note => ({
  hz,
  at,
  length,
  loud,
  wave: 'triangle',
});
const bell = (hz: number, at: number, length = 0.9): Note => ({ hz, at, length, loud: 0.14, wave: 'sine' });

export const MELODIES = {
  arrived: [pluck(A5, 0, 0.14, 0.08)],
  ready: [pluck(D5), pluck(A4, 0.14)],
  opens: [pluck(A4), pluck(D5, 0.09), pluck(A5, 0.18, 0.4)],
  tick: [pluck(E5, 0, 0.09, 0.1)],
  timeUp: [pluck(A4, 0, 0.3), pluck(D4, 0.16, 0.5)],
  /** After the breath that the reveal holds. */
  reveal: [bell(D5, 0.33), bell(FIS5, 0.41), bell(A5, 0.49, 1.2)],
  moves: [pluck(D5, 0.5, 0.12, 0.1), pluck(E5, 0.58, 0.12, 0.1), pluck(FIS5, 0.66, 0.2, 0.1)],
  count: [pluck(A4, 0, 0.2)],
  /** In the rhythm in which the podium's steps are drawn: third, second, first. */
  podium: [bell(A4, 0.4), bell(D5, 1.5), bell(FIS5, 2.6, 1.6), bell(A5, 2.75, 1.8), bell(D6, 2.9, 2.2)],
} satisfies Record<string, Note[]>;

export type Cue = keyof typeof MELODIES;
