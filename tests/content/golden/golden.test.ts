// What people said of the questions, held against the questions of today: what moved is printed, the bars are kept.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgedId, judgedQuestions } from './judged.ts';
import { harder, readVerdicts, standing, writeVerdicts } from './verdicts.ts';
import type { Judgement } from './verdicts.ts';

const JUDGED = 0.8;
const GOOD = 0.88;
const BAD = 0.04;
const file = new URL('verdicts.tsv', import.meta.url);
const good = { verdict: 'good', reason: '' } as const;
const easy = { verdict: 'easy', reason: 'no server among the others' } as const;

describe('verdicts', () => {
  const verdicts = new Map<string, Judgement>([
    ['a', good],
    ['b', easy],
  ]);

  it('are written and read as one line each', () => {
    expect(writeVerdicts(verdicts)).toBe('a\tgood\nb\teasy\tno server among the others\n');
    expect(readVerdicts(writeVerdicts(verdicts))).toEqual(verdicts);
  });

  it('need a reason where they are not good', () => {
    expect(() => readVerdicts('a\tflawed\n')).toThrow('verdict 1');
    expect(() => readVerdicts('a\tnice\n')).toThrow('verdict 1');
  });

  it('say what moved, and count the harder of two', () => {
    expect(standing(['a', 'c'], verdicts)).toEqual({
      judged: 0.5,
      good: 1,
      bad: 0,
      without: ['c'],
      gone: ['b'],
    });
    expect(harder(good, easy)).toBe(easy);
  });
});

describe('the questions as judged', () => {
  const questions = judgedQuestions();

  it('are known by all their words', () => {
    const [one] = questions;
    if (!one) throw new Error('no question');
    expect(judgedId({ ...one, prompt: `${one.prompt} ` })).not.toBe(judgedId(one));
    expect(new Set(questions.map(judgedId)).size).toBe(questions.length);
  });

  it('are nearly all judged, mostly good, and hardly ever ambiguous or flawed', () => {
    // Until a bank has been judged there is nothing to hold it to.
    if (!existsSync(file)) return;
    const now = standing(questions.map(judgedId), readVerdicts(readFileSync(file, 'utf8')));
    if (now.without.length + now.gone.length > 0)
      console.log(`without a verdict:\n  ${now.without.join('\n  ')}\ngone:\n  ${now.gone.join('\n  ')}`);
    expect(now.judged).toBeGreaterThanOrEqual(JUDGED);
    expect(now.good).toBeGreaterThanOrEqual(GOOD);
    expect(now.bad).toBeLessThanOrEqual(BAD);
  });
});
