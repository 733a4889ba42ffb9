// Which sound belongs to this moment: a beat has a name, and when another beat begins, its cue is played.
import type { ScreenView } from '@oneliner/shared';
import { secondsUntil } from '../src/now.svelte.ts';
import type { Cue } from './melodies.ts';

export interface Beat {
  /** The same for as long as the moment lasts. */
  name: string;
  cue: Cue | null;
}

const LAST_SECONDS = 5;

const beat = (cue: Cue | null, ...name: (string | number)[]): Beat => ({ name: name.join(' '), cue });

const openBeat = (step: number, opensAt: number, closesAt: number | null, now: number): Beat => {
  if (now < opensAt) return beat('ready', 'announced', step);
  const left = closesAt === null ? LAST_SECONDS + 1 : secondsUntil(closesAt, now);
  if (left > LAST_SECONDS) return beat('opens', 'open', step);
  return left > 0 ? beat('tick', 'tick', step, left) : beat('timeUp', 'time-up', step);
};

/** The beat of a view at `now`, in ms of the room's clock. The newest player's number rises with each arrival. */
export const beatOf = ({ phase, people }: ScreenView, now: number): Beat => {
  switch (phase.name) {
    case 'lobby':
      return beat('arrived', 'lobby', Math.max(0, ...people.map(({ player }) => player)));
    case 'announced':
      return beat('ready', 'announced', phase.step);
    case 'open':
      return openBeat(phase.step, phase.opensAt, phase.closesAt, now);
    case 'reveal':
      return beat('reveal', 'reveal', phase.step);
    case 'leaderboard':
      return beat('moves', 'leaderboard', phase.step);
    case 'podium':
      return beat(phase.asked > 0 && phase.rows.some((row) => row.points > 0) ? 'podium' : null, 'podium');
    case 'paused':
      return phase.resumesAt === null
        ? beat(null, 'paused')
        : beat('count', 'resuming', secondsUntil(phase.resumesAt, now));
  }
};
