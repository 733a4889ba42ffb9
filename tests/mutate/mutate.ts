// `npm run mutate [-- RULE …]`: takes away what each rule stands on, in a copy, and shows that a test that cites it turns red.
import { availableParallelism } from 'node:os';
import { mutations } from './mutations.ts';
import type { Mutation } from './mutations.ts';
import { Workshop } from './workshop.ts';
import type { Verdict } from './workshop.ts';

const wanted = process.argv.slice(2);
const queue = mutations.filter(({ rule }) => wanted.length === 0 || wanted.includes(rule));
const verdicts = new Map<Mutation, Verdict>();

const print = (mutation: Mutation, verdict: Verdict): void => {
  const { rule, file, without } = mutation;
  console.log(`${verdict.padEnd(12)}  ${rule.padEnd(11)}  ${file.padEnd(14)}  without: ${without}`);
};

async function work(workshop: Workshop): Promise<void> {
  for (let mutation = queue.shift(); mutation; mutation = queue.shift()) {
    const verdict = await workshop.judge(mutation);
    verdicts.set(mutation, verdict);
    print(mutation, verdict);
  }
}

const workshops = Array.from({ length: availableParallelism() }, () => new Workshop());
try {
  if (!(await workshops[0]?.isSound())) {
    console.error('The tests of the rules are red as they stand: mend that first.');
    process.exitCode = 2;
  } else {
    await Promise.all(workshops.map(work));
    const kept = [...verdicts].filter(([, verdict]) => verdict !== 'noticed');
    const rules = new Set([...verdicts.keys()].map(({ rule }) => rule));
    console.log(`\n${rules.size} rules, ${verdicts.size} mutations: ${kept.length} that no test noticed`);
    for (const [mutation, verdict] of kept) print(mutation, verdict);
    process.exitCode = kept.length > 0 ? 1 : 0;
  }
} finally {
  for (const workshop of workshops) workshop.remove();
}
