// What the one big control does next, derived from the host's view alone.
import { hostWords } from '@oneliner/shared';
import type { HostView } from '@oneliner/shared';

const words = hostWords.steps;

/** The next step: the command, what the control says, and when it comes by itself. */
export interface NextStep {
  do: 'start' | 'skip' | 'reveal' | 'next' | 'resume';
  label: string;
  /** ms of the room's clock; null where the host decides. */
  at: number | null;
}

/** The step that the host may take now; null where there is none: pending, counting, podium. */
export function nextStep({ phase, pending, title }: HostView): NextStep | null {
  if (pending) return null;
  switch (phase.name) {
    case 'lobby':
      return title === '' ? null : { do: 'start', label: words.start, at: null };
    case 'announced':
      return { do: 'skip', label: words.skip, at: phase.opensAt };
    case 'open':
      return { do: 'reveal', label: words.reveal, at: phase.closesAt };
    case 'reveal':
    case 'leaderboard': {
      const next = phase.name === 'reveal' ? words.leaderboard : words.nextQuestion;
      return { do: 'next', label: phase.number === phase.of ? words.podium : next, at: phase.nextAt };
    }
    case 'paused':
      return phase.resumesAt === null ? { do: 'resume', label: words.resume, at: null } : null;
    case 'podium':
      return null;
  }
}

/** Whether a start would be one for nobody, so that the control asks a second time. */
export const wouldBeAlone = ({ phase, title, tally }: HostView): boolean =>
  phase.name === 'lobby' && title !== '' && tally.here === 0;

const pausable = new Set(['announced', 'open', 'reveal', 'leaderboard']);

/** Whether time can be stopped now; a count of three can be called off too. */
export const canPause = ({ phase }: HostView): boolean =>
  pausable.has(phase.name) || (phase.name === 'paused' && phase.resumesAt !== null);

export const isGameOn = ({ phase }: HostView): boolean => phase.name !== 'lobby' && phase.name !== 'podium';
