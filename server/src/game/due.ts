// What happens by itself when its time has come, and when that is.
import { refused, TIMING } from '@oneliner/shared';
import type { CommandOf } from './commands.ts';
import type { Effects, Rule } from './outcome.ts';
import { goOn } from './pausing.ts';
import { turnPin } from './pins.ts';
import { advance, open, podium, reveal } from './running.ts';
import { currentStep } from './state.ts';
import type { RoomState } from './state.ts';

type Due = CommandOf<'due'>;
interface Happening {
  at: number;
  happen(state: RoomState, at: number, effects: Effects): void;
}

/** Nobody who was here at the announcement is waited for any more, and there is something to reveal. */
function isEverybodyDone(state: RoomState): boolean {
  const step = currentStep(state);
  if (!step || state.run?.quiz.settings.changingAnswers) return false;
  return step.answered > 0 && step.waitingFor <= 0;
}

function ofPhase(state: RoomState): Happening | null {
  const { phase } = state;
  switch (phase.name) {
    case 'announced':
      return {
        at: phase.opensAt - TIMING.optionsAheadMs,
        happen: (_state, _at, effects) => {
          open(state, phase.opensAt, effects);
        },
      };
    case 'open': {
      if (isEverybodyDone(state)) return { at: state.lastAt, happen: reveal };
      return phase.closesAt === null ? null : { at: phase.closesAt + TIMING.closeGraceMs, happen: reveal };
    }
    case 'reveal':
    case 'leaderboard':
      return phase.nextAt === null ? null : { at: phase.nextAt, happen: advance };
    case 'paused':
      return phase.resumesAt === null
        ? null
        : {
            at: phase.resumesAt,
            happen: (_state, _at, effects) => {
              goOn(state, effects);
            },
          };
    default:
      return null;
  }
}

function ofPending({ pending }: RoomState): Happening | null {
  if (!pending) return null;
  if (pending.what === 'reveal') return { at: pending.at, happen: reveal };
  return {
    at: pending.at,
    happen: (state, _at, effects) => {
      podium(state, effects);
    },
  };
}

/** Digits turn only where somebody looks, so that a room which everybody left is let go of in time. */
function ofPins({ pins, host, screens }: RoomState): Happening | null {
  const isSeen = host.connections.length > 0 || screens.some(({ connections }) => connections.length > 0);
  return pins && isSeen ? { at: pins.turnsAt, happen: turnPin } : null;
}

/** The earliest; of two at the same time what the host asked for. */
function nextHappening(state: RoomState): Happening | null {
  const all = [ofPending(state), ofPhase(state), ofPins(state)].filter((happening) => happening !== null);
  return all.reduce<Happening | null>(
    (first, other) => (first && first.at <= other.at ? first : other),
    null,
  );
}

/**
 * The next moment of the log's clock at which something may happen by itself, or null. A server that has the room
 * open appends `due` then; an open question also has to look again when the grace of somebody who left is over.
 */
export function nextDueAt(state: RoomState): number | null {
  const happening = nextHappening(state)?.at ?? Infinity;
  const isWaiting = state.phase.name === 'open' && (currentStep(state)?.answered ?? 0) > 0;
  const grace = isWaiting ? (state.leaving[0]?.until ?? Infinity) : Infinity;
  const at = Math.min(happening, grace);
  return at === Infinity ? null : at;
}

/** TIME-6: what is not due yet, or was due in a moment that has passed, changes nothing; so two servers may both fire. */
export const due: Rule<Due> = {
  check: (state, { moment }, at) => {
    if (moment !== state.moment) return refused('stale');
    return (nextHappening(state)?.at ?? Infinity) <= at ? null : refused('too-early');
  },
  change: (state, _command, at, effects) => {
    nextHappening(state)?.happen(state, at, effects);
    return {};
  },
};
