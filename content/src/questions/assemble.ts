// From drafts to questions: each gets, of its fair ways, the one that brings the debts of all tricks nearest to zero.
import type { Knowledge } from '../facts/knowledge.ts';
import { isPractice } from '../facts/knowledge.ts';
import { Debts } from '../gate/debts.ts';
import { Eye } from '../gate/features.ts';
import { rounded } from '../text/compare.ts';
import { chanceFrom } from '../text/random.ts';
import type { Draft } from './draft.ts';
import { Sayings } from './reliability.ts';
import type { Against, Way } from './ways.ts';
import { waysOf } from './ways.ts';

export interface Settled extends Way {
  draft: Draft;
}

export interface Refused {
  draft: Draft;
  reasons: Against;
}

interface Ready {
  draft: Draft;
  ways: Way[];
}

const SWEEPS = 3;
/** What a step away from the best distractors costs, against the squared debts of the tricks. */
const DISTANCE = 1;

/** Settles every draft that can be asked fairly; the others come back with the reasons. */
export function settle(
  drafts: readonly Draft[],
  knowledge: Knowledge,
  seed: string,
): { settled: Settled[]; refused: Refused[] } {
  const sayings = new Sayings(knowledge);
  const eye = new Eye(knowledge.language);
  const refused: Refused[] = [];
  const ready: Ready[] = [];
  for (const draft of drafts) {
    const result = waysOf(draft, sayings, eye);
    if ('ways' in result) ready.push({ draft, ways: result.ways });
    else refused.push({ draft, reasons: result.reasons });
  }
  // Practices are warm-ups by nature; what they owe is not for the others to pay.
  const practices = ready.filter(({ draft }) => isPractice(draft.fact, knowledge));
  const others = ready.filter(({ draft }) => !isPractice(draft.fact, knowledge));
  return { settled: [...balanced(others, seed), ...balanced(practices, seed)], refused };
}

/** The way that brings the debts nearest to zero; the first of those that bring it as near. */
function bestWay({ draft, ways }: Ready, debts: Debts): Way {
  const cost = (way: Way): number => rounded(debts.with(draft.family, way.gains) + way.distance * DISTANCE);
  return ways
    .map((way) => ({ way, cost: cost(way) }))
    .reduce((best, one) => (one.cost < best.cost ? one : best)).way;
}

/** Goes over all in a drawn order, and again: each choice is made anew in the light of the others. */
function balanced(ready: readonly Ready[], seed: string): Settled[] {
  const debts = new Debts();
  const order = chanceFrom(`balance ${seed}`).shuffled(ready);
  const chosen = new Map<Ready, Way>();
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (const one of order) {
      const before = chosen.get(one);
      if (before) debts.count(one.draft.family, before.gains, -1);
      const way = bestWay(one, debts);
      debts.count(one.draft.family, way.gains);
      chosen.set(one, way);
    }
  return ready.map((one) => ({ draft: one.draft, ...(chosen.get(one) as Way) }));
}
