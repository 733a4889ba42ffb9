// How the demo's characters play: they know or guess, take their time, and now and then put the phone away.
import type { HostView, OpenPhase } from '@oneliner/shared';
import { createBot } from './bot.ts';
import type { Bot } from './bot.ts';
import type { Character } from './cast.ts';

/** A thinking time for questions without a time limit, ms. */
const UNTIMED_MS = 15_000;
const AWAY_MS = { least: 3000, most: 15_000 };

/** Thinking times scatter around a person's pace by this factor either way. */
const SCATTER = 0.5;

const between = (least: number, most: number): number => least + Math.random() * (most - least);

const thinkingMs = ({ opensAt, closesAt }: OpenPhase, pace: number): number => {
  const time = closesAt === null ? UNTIMED_MS : closesAt - opensAt;
  return Math.min(time - 500, time * pace * between(1 - SCATTER, 1 + SCATTER));
};

const wanderOff = (bot: Bot): void => {
  bot.wander();
  setTimeout(bot.comeBack, between(AWAY_MS.least, AWAY_MS.most)).unref();
};

/**
 * Lets a character play.
 * @param host tells the host's view: skill is how often a character is told the key that only the host sees
 */
export const play = (
  { name, skill, pace, wanders }: Character,
  where: { origin: string; code: string },
  host: () => HostView,
): Bot => {
  const keyOf = ({ step }: OpenPhase): number | null => {
    const view = host();
    const isSame = view.phase.name === 'open' && view.phase.step === step;
    return isSame && view.question ? view.question.body.key : null;
  };
  const bot = createBot({
    ...where,
    name,
    think: (phase) => {
      if (Math.random() < wanders) setTimeout(wanderOff, between(0, 2000), bot).unref();
      return thinkingMs(phase, pace);
    },
    choose: (phase) => {
      const guess = Math.floor(Math.random() * phase.question.options.length);
      return Math.random() < skill ? (keyOf(phase) ?? guess) : guess;
    },
  });
  return bot;
};
