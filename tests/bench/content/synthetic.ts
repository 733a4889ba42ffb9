// A document as large as wanted, made of sentences like those that people write, the same for the same size.
import { chanceFrom } from '../../../content/src/text/random.ts';
import type { Chance } from '../../../content/src/text/random.ts';

const NOUNS =
  'cache queue index buffer stream socket kernel router ledger cursor packet thread shard bucket filter parser gateway replica journal token'.split(
    ' ',
  );
const VERBS =
  'stores orders copies checks splits merges guards counts delays sorts maps routes signs seals traces'.split(
    ' ',
  );
const THINGS =
  'requests rows messages pages events records blocks users files answers keys tasks frames sessions errors'.split(
    ' ',
  );
const WAYS =
  'in memory|on disk|between two servers|before they are sent|after each write|by their age|for one region|under heavy load|across the network|at the edge'.split(
    '|',
  );

const pick = (list: readonly string[], chance: Chance): string => list[chance.below(list.length)] ?? '';

function entry(at: number, chance: Chance): string {
  const name = `${pick(NOUNS, chance)}-${at.toString(36)}`;
  const other = `${pick(NOUNS, chance)}-${(at + 1).toString(36)}b`;
  const deed = (): string => `${pick(VERBS, chance)} ${pick(THINGS, chance)} ${pick(WAYS, chance)}`;
  if (at % 3 === 0)
    return `## Q${at}. What is the difference between a ${name} and a ${other}?\n\n### ${name}\n\n* It ${deed()}\n* It ${deed()}\n* It ${deed()}\n\n### ${other}\n\n* It ${deed()}\n* It ${deed()}\n* It ${deed()}\n`;
  return `## Q${at}. What is a ${name}?\n\nA ${name} is a part that ${deed()} and ${deed()}.\n\n### One-line summary\n\n**A ${name} ${deed()}.**\n`;
}

export function synthetic(entries: number): string {
  const chance = chanceFrom(`synthetic ${entries}`);
  return Array.from({ length: entries }, (_, at) => entry(at, chance)).join('\n');
}
