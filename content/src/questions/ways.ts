// The ways to ask a draft: distractors that are safely wrong, in all combinations that pass the gate.
import type { Objection } from '@oneliner/shared';
import type { Candidate } from '../gate/checks.ts';
import { objection } from '../gate/checks.ts';
import type { Eye, Looks } from '../gate/features.ts';
import { gains } from '../gate/tricks.ts';
import type { Choice, Draft } from './draft.ts';
import type { Sayings } from './reliability.ts';
import { doubt } from './reliability.ts';

export interface Way {
  key: string;
  others: { text: string; choice: Choice }[];
  /** How far down the pool its distractors stand, on average: the best of a draft have 1. */
  distance: number;
  /** What each trick gains over chance when it is asked this way. */
  gains: number[];
}

/** What spoke against a draft, by name: first what its author is told. */
export type Against = [Objection, ...string[]];

export type Ways = { ways: Way[] } | { reasons: Against };

/** How many distractors are combined, and how many good combinations are enough to choose from. */
const POOL = 9;
const ENOUGH = 24;
const DISTRACTORS = 3;
const FEWEST = 2;
const UNSAYABLE = 'cannot be said in 80 letters';

interface Seen {
  /** Its place in the pool of safe distractors. */
  place: number;
  choice: Choice;
  looks: Looks;
}

function combinations<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) =>
    combinations(items.slice(at + 1), size - 1).map((others) => [item, ...others]),
  );
}

/** Counts what spoke against candidates, the most frequent first. */
class Reasons<Reason extends string> {
  readonly #counts = new Map<Reason, number>();

  add(reason: Reason): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
  }

  list(): Reason[] {
    return [...this.#counts].sort((a, b) => b[1] - a[1]).map(([reason]) => reason);
  }
}

/** The wording of a distractor that comes nearest in length to the key. */
function nearestWording(choice: Choice, place: number, key: Looks, eye: Eye): Seen {
  const distance = (way: string): number => Math.abs(way.length - key.length);
  const best = choice.ways.reduce((near, way) => (distance(way) < distance(near) ? way : near));
  return { place, choice, looks: eye.look(best) };
}

function safe(draft: Draft, sayings: Sayings, reasons: Reasons<string>): Choice[] {
  const wrong: Choice[] = [];
  for (const choice of draft.pool) {
    if (wrong.length === POOL) break;
    const reason = choice.ways.length === 0 ? UNSAYABLE : doubt(draft, choice, sayings);
    if (reason) reasons.add(reason);
    else wrong.push(choice);
  }
  return wrong;
}

/** The combinations of `count` distractors for one wording of the key that pass the gate. */
function* passing(
  draft: Draft,
  key: Looks,
  wrong: readonly Choice[],
  count: number,
  eye: Eye,
  reasons: Reasons<Objection>,
): Generator<Way> {
  const prompt = eye.look(draft.prompt);
  const seen = wrong.map((choice, place) => nearestWording(choice, place, key, eye));
  for (const combination of combinations(seen, count)) {
    const candidate: Candidate = { prompt, key, others: combination.map(({ looks }) => looks) };
    const reason = objection(candidate, eye);
    if (reason) reasons.add(reason);
    else
      yield {
        key: key.text,
        others: combination.map(({ choice, looks }) => ({ text: looks.text, choice })),
        distance: combination.reduce((sum, { place }) => sum + place, 0) / combination.length,
        gains: gains([key, ...candidate.others], prompt, eye),
      };
  }
}

/** The fair ways to ask a draft, or the reasons why there is none. */
export function waysOf(draft: Draft, sayings: Sayings, eye: Eye): Ways {
  if (draft.key.ways.length === 0) return { reasons: [UNSAYABLE] };
  const reasons = new Reasons<string>();
  const wrong = safe(draft, sayings, reasons);
  if (wrong.length < FEWEST) return { reasons: ['fewer than two safe distractors', ...reasons.list()] };
  const gate = new Reasons<Objection>();
  // Three fair options are better than four of which one gives the key away, and than no question at all.
  for (let count = Math.min(DISTRACTORS, wrong.length); count >= FEWEST; count -= 1) {
    const ways = waysWith(count, draft, wrong, eye, gate);
    if (ways.length > 0) return { ways };
  }
  // Something was combined, and the gate was against all of it.
  return { reasons: gate.list() as Against };
}

function waysWith(
  count: number,
  draft: Draft,
  wrong: readonly Choice[],
  eye: Eye,
  gate: Reasons<Objection>,
): Way[] {
  const ways: Way[] = [];
  for (const wording of draft.key.ways)
    for (const way of passing(draft, eye.look(wording), wrong, count, eye, gate)) {
      ways.push(way);
      if (ways.length === ENOUGH) return ways;
    }
  return ways;
}
