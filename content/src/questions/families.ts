// All families, the best first. A new one is a file and a line here.
import type { Family } from './draft.ts';
import { contrast } from './families/contrast.ts';
import { listMember } from './families/list-member.ts';
import { oneLinerToName } from './families/one-liner-to-name.ts';
import { questionToOneLiner } from './families/question-to-one-liner.ts';
import { sequence } from './families/sequence.ts';
import { tableContrast } from './families/table-contrast.ts';
import { typedList } from './families/typed-list.ts';

export const FAMILIES: Family[] = [
  tableContrast,
  typedList,
  contrast,
  oneLinerToName,
  sequence,
  listMember,
  questionToOneLiner,
];
