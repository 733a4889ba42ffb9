// One evening played and judged: what a worker reports, and what a test asserts.
import { breachesOf } from './checks/all.ts';
import { playEvening } from './evening.ts';
import type { Plan } from './plan.ts';
import { noPlant } from './plants.ts';
import type { Plant } from './plants.ts';

/** Breaches are long where they hold views; so much of each says what it is. */
const ENOUGH = 400;

/**
 * What went wrong in the evening of a plan; empty when nothing did. An evening that throws is a bad one. A rule that a
 * plant changes stays changed for the checks, so that they find the bug by what it does and not by comparing rules.
 */
export async function judge(plan: Plan, plant: Plant = noPlant): Promise<string[]> {
  const takeBack = plant.patch?.();
  try {
    const breaches = breachesOf(await playEvening(plan, plant));
    return breaches.map((breach) => breach.slice(0, ENOUGH));
  } catch (error) {
    return [`it threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  } finally {
    takeBack?.();
  }
}
