// `node tests/content/golden/take.ts KEY ANSWERS…`: judges' answers (`12 easy the others are no servers`) into verdicts.tsv.
import { readFileSync, writeFileSync } from 'node:fs';
import type { KeyLine } from './sheet.ts';
import { harder, readVerdicts, writeVerdicts } from './verdicts.ts';
import type { Judgement } from './verdicts.ts';

const FOUND = 8;

/** One judge's answers by number. */
const answersIn = (file: string): Map<string, Judgement> =>
  readVerdicts(readFileSync(file, 'utf8').replace(/^\s*(\d+)[.)]?\s+(\w+)[ \t:–-]*(.*)$/gm, '$1\t$2\t$3'));

function take(keyFile: string, files: readonly string[]): string[] {
  const keys = new Map(Object.entries(JSON.parse(readFileSync(keyFile, 'utf8')) as Record<string, KeyLine>));
  const verdicts = new Map<string, Judgement>();
  const said = files.map((file) => {
    const answers = answersIn(file);
    const planted = [...keys].filter(([, { id }]) => id === 'planted');
    const found = planted.filter(([number]) => (answers.get(number)?.verdict ?? 'good') !== 'good').length;
    if (found < FOUND) return `${file}: found ${found} of ${planted.length} planted ones and does not count`;
    for (const [number, answer] of answers) {
      const id = keys.get(number)?.id ?? 'planted';
      if (id !== 'planted') verdicts.set(id, harder(answer, verdicts.get(id) ?? answer));
    }
    return `${file}: found ${found} of ${planted.length} planted ones`;
  });
  writeFileSync(new URL('verdicts.tsv', import.meta.url), writeVerdicts(verdicts));
  return said;
}

const [keyFile, ...files] = process.argv.slice(2);
if (keyFile && files.length > 0) console.log(take(keyFile, files).join('\n'));
else process.exitCode = 3;
