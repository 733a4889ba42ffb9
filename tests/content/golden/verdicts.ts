// Verdicts on questions, one a line: id, verdict and, where it is not good, the reason, with tabs between them.

export const VERDICTS = ['good', 'easy', 'ambiguous', 'flawed'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Judgement {
  verdict: Verdict;
  reason: string;
}

const isVerdict = (word: string): word is Verdict => VERDICTS.includes(word as Verdict);

/** Throws where a line is none, by its number. */
export function readVerdicts(text: string): Map<string, Judgement> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line, at) => {
      const [id = '', verdict = '', reason = ''] = line.split('\t');
      if (!isVerdict(verdict) || (verdict !== 'good' && reason === ''))
        throw new Error(`verdict ${at + 1}: ${line}`);
      return [id, { verdict, reason }];
    }),
  );
}

export const writeVerdicts = (verdicts: ReadonlyMap<string, Judgement>): string =>
  [...verdicts].map(([id, { verdict, reason }]) => `${id}\t${verdict}\t${reason}`.trimEnd() + '\n').join('');

/** Of two judgements the harder one. */
export const harder = (a: Judgement, b: Judgement): Judgement =>
  VERDICTS.indexOf(a.verdict) >= VERDICTS.indexOf(b.verdict) ? a : b;

export interface Standing {
  /** Shares, 0 to 1: of the questions that are judged, of the judged that are good, and that are ambiguous or flawed. */
  judged: number;
  good: number;
  bad: number;
  /** Ids of questions without a verdict, and of verdicts without a question. */
  without: string[];
  gone: string[];
}

/** How the questions stand in the light of verdicts that may be older than they are. */
export function standing(ids: readonly string[], verdicts: ReadonlyMap<string, Judgement>): Standing {
  const known = ids.flatMap((id) => verdicts.get(id)?.verdict ?? []);
  const share = (...wanted: Verdict[]): number =>
    known.filter((verdict) => wanted.includes(verdict)).length / Math.max(1, known.length);
  return {
    judged: known.length / Math.max(1, ids.length),
    good: share('good'),
    bad: share('ambiguous', 'flawed'),
    without: ids.filter((id) => !verdicts.has(id)),
    gone: [...verdicts.keys()].filter((id) => !ids.includes(id)),
  };
}
