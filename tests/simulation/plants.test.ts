// Five bugs that anybody could write: each is found within a thousand evenings, and would be told in a short story.
import { expect, test } from 'vitest';
import { drawPlan } from './draw-plan.ts';
import { judge } from './judge.ts';
import { plants } from './plants.ts';
import type { Plant } from './plants.ts';

const WITHIN = 1000;

async function firstBad(plant: Plant): Promise<{ seed: number; breaches: string[] } | null> {
  for (let seed = 1; seed <= WITHIN; seed += 1) {
    const breaches = await judge(drawPlan(seed), plant);
    if (breaches.length > 0) return { seed, breaches };
  }
  return null;
}

/** By the promise that it breaks. */
const FOUND_BY: Record<keyof typeof plants, RegExp> = {
  acknowledgedBeforeTheCommit: /^answers: /,
  repeatsNotRecognised: /^answers: /,
  versionsUnchecked: /^views: .* went back/,
  earlyTimerAccepted: /^closing: /,
  oldLeftObeyed: /^presence: /,
};

test.each(Object.entries(plants))('%s is found', { timeout: 300_000 }, async (name, plant) => {
  const bad = await firstBad(plant);
  expect(bad?.breaches.join('\n')).toMatch(FOUND_BY[name as keyof typeof plants]);
});
