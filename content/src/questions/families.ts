// All families, the best first. A new one is a file and a line here.
import { contrast } from './families/contrast.ts';
import { oneLinerToName } from './families/one-liner-to-name.ts';
import { questionToOneLiner } from './families/question-to-one-liner.ts';
import type { Family } from './draft.ts';

export const FAMILIES: Family[] = [contrast, oneLinerToName, questionToOneLiner];
