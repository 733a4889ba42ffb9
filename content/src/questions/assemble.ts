// From drafts to questions: distractors that are safely wrong, combinations that pass the gate, debts brought to zero.
import type { Knowledge } from '../facts/knowledge.ts';
import type { Candidate } from '../gate/checks.ts';
import { objection } from '../gate/checks.ts';
import { Debts } from '../gate/debts.ts';
import type { Looks } from '../gate/features.ts';
import { looksOf } from '../gate/features.ts';
import { gains } from '../gate/tricks.ts';
import { rounded } from '../text/compare.ts';
import { chanceFrom } from '../text/random.ts';
import type { Choice, Draft } from './draft.ts';
import type { Sayings } from './reliability.ts';
import { doubt } from './reliability.ts';

/** A draft with its options settled: the right one first. */
export interface Settled {
  draft: Draft;
  key: string;
  others: { text: string; choice: Choice }[];
  gains: number[];
}

export interface Refusal {
  draft: Draft;
  reasons: string[];
}

/** One way to ask a draft that passes the gate. */
interface Way {
  key: string;
  others: { text: string; choice: Choice }[];
  gains: number[];
}

const POOL = 8;
const OPTIONS = 4;
const SWEEPS = 3;
const WAYS = 24;

interface Ready {
  draft: Draft;
  ways: Way[];
}

function* triples<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) yield [];
  else
    for (let at = from; at <= items.length - size; at += 1)
      for (const rest of triples(items, size - 1, at + 1)) yield [items[at] as T, ...rest];
}

interface Seen {
  choice: Choice;
  looks: Looks;
}

/** The wording of a distractor that comes nearest in length to the key. */
function nearestWay(choice: Choice, key: Looks, knowledge: Knowledge): Seen {
  const distance = (way: string): number => Math.abs(way.length - key.length);
  const best = choice.ways.reduce((near, way) => (distance(way) < distance(near) ? way : near));
  return { choice, looks: looksOf(best, knowledge.language) };
}

/** All ways to ask a draft that pass the gate, and what spoke against the others. */
function waysOf(
  draft: Draft,
  wrong: readonly Choice[],
  knowledge: Knowledge,
): { ways: Way[]; reasons: Map<string, number> } {
  const prompt = looksOf(draft.prompt, knowledge.language);
  const reasons = new Map<string, number>();
  const ways: Way[] = [];
  for (const wording of draft.key.ways) {
    const key = looksOf(wording, knowledge.language);
    const seen = wrong.slice(0, POOL).map((choice) => nearestWay(choice, key, knowledge));
    const size = Math.min(OPTIONS - 1, seen.length);
    for (const others of triples(seen, size)) {
      if (ways.length >= WAYS) break;
      const candidate: Candidate = { prompt, key, others: others.map(({ looks }) => looks) };
      const reason = objection(candidate);
      if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      else
        ways.push({
          key: wording,
          others: others.map(({ choice, looks }) => ({ text: looks.text, choice })),
          gains: gains([key, ...candidate.others], prompt),
        });
    }
    if (ways.length >= WAYS) break;
  }
  return { ways, reasons };
}

function readyOrRefused(draft: Draft, knowledge: Knowledge, sayings: Sayings): Ready | Refusal {
  const doubts = new Map<string, number>();
  const wrong = draft.pool.filter((choice) => {
    const reason = doubt(draft, choice, sayings, knowledge);
    if (reason) doubts.set(reason, (doubts.get(reason) ?? 0) + 1);
    return reason === null;
  });
  if (wrong.length < 2) return { draft, reasons: ['fewer than two safe distractors', ...doubts.keys()] };
  const { ways, reasons } = waysOf(draft, wrong, knowledge);
  return ways.length > 0
    ? { draft, ways }
    : { draft, reasons: [...reasons].sort((a, b) => b[1] - a[1]).map(([reason]) => reason) };
}

/** The way that brings the debts nearest to zero; the first of those that bring it as near. */
function bestWay({ draft, ways }: Ready, debts: Debts): Way {
  const cost = (way: Way): number => rounded(debts.with(draft.family, way.gains));
  return ways
    .map((way) => ({ way, cost: cost(way) }))
    .reduce((best, one) => (one.cost < best.cost ? one : best)).way;
}

/** Settles every draft, then goes over all of them again: each choice is made anew in the light of the others. */
export function settle(
  drafts: readonly Draft[],
  knowledge: Knowledge,
  sayings: Sayings,
  seed: string,
): { settled: Settled[]; refused: Refusal[] } {
  const refused: Refusal[] = [];
  const ready: Ready[] = [];
  for (const draft of drafts) {
    const result = readyOrRefused(draft, knowledge, sayings);
    if ('ways' in result) ready.push(result);
    else refused.push(result);
  }
  return { settled: balanced(ready, seed), refused };
}

function balanced(ready: readonly Ready[], seed: string): Settled[] {
  const debts = new Debts();
  const order = chanceFrom(`balance ${seed}`).shuffled(ready.keys().toArray());
  const chosen = new Map<number, Way>();
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (const at of order) {
      const one = ready[at] as Ready;
      const before = chosen.get(at);
      if (before) debts.count(one.draft.family, before.gains, -1);
      const way = bestWay(one, debts);
      debts.count(one.draft.family, way.gains);
      chosen.set(at, way);
    }
  return ready.map(({ draft }, at) => ({ draft, ...(chosen.get(at) as Way) }));
}
