// The story of a bad evening: its plan, which can be pinned, the faults and the log in order, and what went wrong.
import type { Evening } from './evening.ts';

const short = (value: unknown, most = 160): string => {
  const text = JSON.stringify(value, (key, inner: unknown) => (key === 'questions' ? '…' : inner));
  return text.length > most ? `${text.slice(0, most)}…` : text;
};

/** Times are ms since the doors opened, faults by the house's clock and entries by the log's. */
export function tell({ plan, entries }: Evening, breaches: string[]): string {
  const [first] = entries;
  const log = entries.map(
    ({ seq, at, by, command }) => `${seq}. ${at - (first?.at ?? 0)} ${by}: ${short(command)}`,
  );
  return [
    'What went wrong:',
    ...breaches.map((breach) => `  ${breach}`),
    'Faults:',
    ...plan.faults.map((fault) => `  ${short(fault)}`),
    'The log:',
    ...log.map((line) => `  ${line}`),
    'To pin it, add this to tests/simulation/pinned.ts under a name that says what must hold:',
    `  ${JSON.stringify(plan)}`,
  ].join('\n');
}
