// `npm test`: every part in order with its time, and one closing line. `npm test -- tests/server` runs a part alone.
import { partsOf } from './run/parts.ts';
import type { Count, Part } from './run/parts.ts';

const time = (part: Part): { count: Count; line: string } => {
  console.log(`\n── ${part.name}`);
  const start = performance.now();
  const count = part.run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  const verdict = count.failed > 0 ? `${count.failed} failed` : `${count.passed} passed`;
  return { count, line: `${seconds} s  ${part.name}: ${verdict}` };
};

const lines: string[] = [];
const total: Count = { passed: 0, failed: 0 };
for (const part of partsOf(process.argv.slice(2))) {
  const { count, line } = time(part);
  lines.push(line);
  total.passed += count.passed;
  total.failed += count.failed;
  if (part.isGround && count.failed > 0) break;
}
console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
