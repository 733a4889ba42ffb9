// What is said to who cannot see the page, at each change of what is going on.
import { commonWords, hostWords } from '@oneliner/shared';
import type { HostView } from '@oneliner/shared';

const words = hostWords.phase;

/** A sentence that changes with the phase and with what is pending, and with nothing else. */
export function announcement({ phase, pending }: HostView): string {
  if (pending) return hostWords.steps.pending[pending.what];
  switch (phase.name) {
    case 'lobby':
      return words.ready(phase.title, phase.of);
    case 'podium':
      return phase.asked > 0 ? words.podium : `${commonWords.noResult} ${commonWords.endedEarly}`;
    case 'paused':
      return phase.resumesAt === null ? words.paused : hostWords.steps.goesOn;
    default:
      return `${words.question(phase.number, phase.of)}. ${words[phase.name]}.`;
  }
}
