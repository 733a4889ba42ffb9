// `node tests/content/golden/sheet.ts SHEET KEY`: the questions to judge, with planted ones among them, and apart from them the key.
import { writeFileSync } from 'node:fs';
import { chanceFrom } from '../../../content/src/text/random.ts';
import { judgedId, judgedQuestions } from './judged.ts';
import { PLANTED } from './planted.ts';

/** What stands behind a number of the sheet. */
export interface KeyLine {
  id: string;
  /** The place of the right option, from 0. */
  key: number;
}

const LETTERS = 'ABCD';

interface Asked {
  id: string;
  prompt: string;
  /** The right option first. */
  options: string[];
}

function asked(): Asked[] {
  const made = judgedQuestions().map((question) => {
    const { options, key } = question.body;
    const right = options[key] ?? '';
    return {
      id: judgedId(question),
      prompt: question.prompt,
      options: [right, ...options.filter((_, at) => at !== key)],
    };
  });
  return [...made, ...PLANTED.map((one) => ({ id: 'planted', ...one }))];
}

function write(sheet: string, key: string): void {
  const chance = chanceFrom('judge');
  const keys: Record<string, KeyLine> = {};
  const lines = chance.shuffled(asked()).map(({ id, prompt, options }, at) => {
    const shown = chance.shuffled(options);
    keys[at + 1] = { id, key: shown.indexOf(options[0] ?? '') };
    return [`${at + 1}. ${prompt}`, ...shown.map((text, place) => `   ${LETTERS[place]}) ${text}`)].join(
      '\n',
    );
  });
  writeFileSync(sheet, `${lines.join('\n\n')}\n`);
  writeFileSync(key, `${JSON.stringify(keys, null, 2)}\n`);
}

const [sheet, key] = process.argv.slice(2);
if (sheet && key) write(sheet, key);
else process.exitCode = 3;
