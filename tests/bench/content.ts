// `npm run bench:content`: what the questions of every document are worth, beside a generator without craft.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeBank } from '@oneliner/content';
import type { BankRequest } from '@oneliner/content';
import type { Question } from '@oneliner/shared';
import { knowledgeOf } from '../../content/src/facts/knowledge.ts';
import { readDocument } from '../../content/src/read/document.ts';
import { distances } from './content/distance.ts';
import { naiveBank } from './content/naive.ts';
import { synthetic } from './content/synthetic.ts';
import { contents, guessing, percent } from './content/table.ts';
import { cold, growth } from './content/time.ts';
import { trickRates } from './content/guess.ts';

const SEEDS = ['1', '2', '3', '4', '5'];
const SIZES = [1000, 3000, 10_000];
const LARGEST = 10_000;
/** Of so many questions every tenth tells enough. */
const MANY = 20_000;
const folder = fileURLToPath(new URL('../../content/documents/', import.meta.url));

const print = (...lines: string[]): void => console.log(lines.join('\n'));

function baseline({ name, text }: BankRequest): string {
  const pooled = SEEDS.flatMap((seed) => naiveBank(name, text, seed));
  const [best] = trickRates(pooled).sort((a, b) => b.rate - a.rate);
  return `  naive generator, best trick: ${percent(best?.rate ?? 0)} by ${best?.name ?? ''}`;
}

/** Some of many questions, the same of every seed. */
const sampled = (questions: readonly Question[]): Question[] =>
  questions.length > MANY ? questions.filter((_, at) => at % 10 === 0) : [...questions];

/** All figures of one document but its time. */
function measure(request: BankRequest): void {
  const [bank, ...others] = SEEDS.map((seed) => makeBank({ ...request, seed }));
  if (!bank) return;
  const pooled = [bank, ...others].flatMap(({ questions }) =>
    sampled(questions).filter(({ tier }) => tier === 'standard'),
  );
  print(
    `\n${request.name}`,
    ...contents(bank),
    distances(pooled, knowledgeOf(readDocument(request.name, request.text))),
    ...guessing(pooled),
    baseline(request),
  );
}

const documents = readdirSync(folder).filter((file) => file.endsWith('.md'));
for (const name of documents.sort()) {
  const beside = folder + name.replace(/\.md$/, '.overrides.json');
  const overrides = existsSync(beside) ? readFileSync(beside, 'utf8') : undefined;
  measure({ name, text: readFileSync(folder + name, 'utf8'), overrides });
  print(cold(folder + name));
}
measure({ name: `synthetic, ${LARGEST} entries`, text: synthetic(LARGEST) });
print('\nsynthetic documents in fresh processes', ...growth(SIZES));
