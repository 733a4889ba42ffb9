// What the one line says in each phase, and the words beside it that say where the game stands.
import { commonWords, screenWords, TIMING } from '@oneliner/shared';
import type { ScreenView } from '@oneliner/shared';
import { shareLeft } from '../src/now.svelte.ts';

/** With so many people the lobby's line is half full; it is never quite full, as one more always fits. */
const HALF_FULL_AT = 8;

/**
 * The length of the line, 0 to 1; null where it has become the players or the podium.
 * @param now the room's clock in ms, asked only where time moves the line.
 */
export const lineShare = ({ phase, people }: ScreenView, now: () => number): number | null => {
  switch (phase.name) {
    case 'lobby':
      return people.length / (people.length + HALF_FULL_AT);
    case 'announced':
      return 1 - shareLeft(phase.announcedAt, phase.opensAt, now());
    case 'open':
      return phase.closesAt === null ? 1 : shareLeft(phase.opensAt, phase.closesAt, now());
    case 'paused':
      return phase.resumesAt === null
        ? 0
        : shareLeft(phase.resumesAt - TIMING.resumeCountMs, phase.resumesAt, now());
    case 'reveal':
      return 1;
    case 'leaderboard':
    case 'podium':
      return null;
  }
};

/** Where in the evening we are, for the strip on top. */
export const whereabouts = ({ phase, title }: ScreenView): string => {
  switch (phase.name) {
    case 'lobby':
      return title;
    case 'podium':
      return phase.asked === 0 ? title : screenWords.podium.after(phase.asked);
    case 'leaderboard':
      return phase.isVoid
        ? commonWords.isVoid(phase.number)
        : screenWords.leaderboard.after(phase.number, phase.of);
    case 'announced':
    case 'open':
    case 'reveal':
    case 'paused':
      return screenWords.question(phase.number, phase.of);
  }
};
