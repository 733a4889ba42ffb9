// Folds the log of an evening once, and asks every check about it.
import { apply } from '../../../server/src/game/apply.ts';
import { begin } from '../../../server/src/game/state.ts';
import type { Evening } from '../evening.ts';
import { answers } from './answers.ts';
import { closing } from './closing.ts';
import { crashes } from './crashes.ts';
import { presence } from './presence.ts';
import { scores } from './scores.ts';
import { views } from './views.ts';

const CHECKS = { answers, scores, views, closing, presence, crashes };

/** Every breach of a promise that the evening shows; none when all was well. */
export function breachesOf(evening: Evening): string[] {
  const breaches = [...evening.network.faults];
  const [first, ...rest] = evening.entries;
  if (!first) return ['nothing stands on the disk'];
  const checks = Object.entries(CHECKS).map(([name, make]) =>
    make(evening, (breach) => breaches.push(`${name}: ${breach}`)),
  );
  const state = begin(first);
  for (const entry of rest) {
    if (entry.seq !== state.version[1] + 1) breaches.push(`entry ${entry.seq} follows ${state.version[1]}`);
    const outcome = apply(state, entry);
    for (const check of checks) check.see?.(entry, outcome, state);
  }
  for (const check of checks) check.end?.(state);
  return breaches;
}
