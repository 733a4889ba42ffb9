// Makes a bad evening small: leaves out whatever can be left out while the same promise stays broken.
import { judge } from './judge.ts';
import type { PhonePlan, Plan } from './plan.ts';
import { noPlant } from './plants.ts';
import type { Plant } from './plants.ts';

/** What is tried at each round; each gives plans with a little less in them. */
const LESS: ((plan: Plan) => Plan[])[] = [
  (plan) => fewer(plan.phones).map((phones) => ({ ...plan, phones })),
  (plan) => fewer(plan.faults).map((faults) => ({ ...plan, faults })),
  (plan) => fewer(plan.whims).map((whims) => ({ ...plan, whims })),
  (plan) => fewer(plan.screens).map((screens) => ({ ...plan, screens })),
  (plan) => fewer(plan.quizzes).map((quizzes) => ({ ...plan, quizzes })),
  (plan) => (plan.servers > 1 ? [{ ...plan, servers: plan.servers - 1 }] : []),
  (plan) => (plan.hosts > 1 ? [{ ...plan, hosts: 1 }] : []),
  (plan) =>
    plan.phones.map((phone) => ({ ...plan, phones: plan.phones.map((other) => calmer(other, phone)) })),
  (plan) =>
    plan.quizzes.map((quiz) => ({
      ...plan,
      quizzes: plan.quizzes.map((other) =>
        other === quiz ? { ...quiz, questions: Math.max(1, quiz.questions - 1) } : other,
      ),
    })),
  (plan) => [
    { ...plan, diskMs: 0 },
    { ...plan, lag: { ...plan.lag, more: 0 } },
  ],
];

const calmer = (phone: PhonePlan, which: PhonePlan): PhonePlan =>
  phone === which ? { ...phone, acts: phone.acts.slice(1), skew: 0 } : phone;

/** Without its first half, its second half, and each single one. */
function fewer<T>(list: T[]): T[][] {
  const half = Math.ceil(list.length / 2);
  const halves = list.length > 3 ? [list.slice(half), list.slice(0, half)] : [];
  return [...halves, ...list.map((one) => list.filter((other) => other !== one))];
}

const kindOf = (breach: string | undefined): string | undefined => breach?.replace(/\d+|\{.*/g, '');

/** The smallest plan found of which the first breach is of the same kind, in at most `tries` evenings. */
export async function shrink(plan: Plan, plant: Plant = noPlant, tries = 300): Promise<Plan> {
  const kind = kindOf((await judge(plan, plant))[0]);
  if (kind === undefined) return plan;
  const size = (candidate: Plan): number => JSON.stringify(candidate).length;
  let best = plan;
  for (let left = tries, isSmaller = true; isSmaller && left > 0;) {
    isSmaller = false;
    for (const less of LESS)
      for (let candidates = less(best); candidates.length > 0 && left > 0; left -= 1) {
        const candidate = candidates.shift();
        if (!candidate || size(candidate) >= size(best) || candidate.quizzes.length === 0) continue;
        if (kindOf((await judge(candidate, plant))[0]) !== kind) continue;
        best = candidate;
        isSmaller = true;
        candidates = less(best);
      }
  }
  return best;
}
