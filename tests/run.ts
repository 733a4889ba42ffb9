// `npm test`: every part with its time, and one closing line. `npm test -- tests/server` runs a part alone.
import { availableParallelism } from 'node:os';
import { groupsOf } from './run/parts.ts';
import type { Count, Part } from './run/parts.ts';
import { sideBySide } from './run/side-by-side.ts';

const lines: string[] = [];
const total: Count = { passed: 0, failed: 0 };

const time = async (part: Part): Promise<void> => {
  const start = performance.now();
  const { passed, failed, said } = await part.run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  const verdict = failed > 0 ? `${failed} failed` : `${passed} passed`;
  if (said) console.log(`\n${part.name}: ${verdict}\n${said.trimEnd()}`);
  lines.push(`${seconds} s  ${part.name}: ${verdict}`);
  total.passed += passed;
  total.failed += failed;
};

for (const group of groupsOf(process.argv.slice(2))) {
  console.log(`\n── ${group.map(({ name }) => name).join(', ')}`);
  const tasks = group.map((part) => () => time(part));
  await sideBySide(tasks, availableParallelism());
  if (group.some(({ isGround }) => isGround) && total.failed > 0) break;
}
console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
