// Table contrast: a table compares two things row by row; which of these cells, each of another row, is true of the one?
import type { Fact, Group } from '../../facts/fact.ts';
import type { Chapter, Knowledge } from '../../facts/knowledge.ts';
import { jaccard, stemsOf } from '../../text/words.ts';
import { statement } from '../choices.ts';
import type { Draft, Family } from '../draft.ts';

const ALIKE = 0.5;
const says = /^[^:]+: (?!(?:yes|no|y|n|true|false|none|n\/a|same|both|✓|✗|✔|✘|❌|✅|[-–—])(?:$|[^\p{L}]))/iu;
const rowOf = ({ text }: Fact): string => text.slice(0, text.indexOf(':'));
const cellOf = ({ text }: Fact): string => text.slice(text.indexOf(':') + 1);

/** The rows in which two columns differ, as pairs of cells. */
function rows(group: Group, a: string, b: string, { language }: Knowledge): [Fact, Fact][] {
  return group.facts.flatMap((cell) => {
    if (cell.subject !== a) return [];
    const other = group.facts.find((fact) => fact.subject === b && rowOf(fact) === rowOf(cell));
    if (!other || !says.test(cell.text) || !says.test(other.text)) return [];
    const isAlike = jaccard(stemsOf(cellOf(cell), language), stemsOf(cellOf(other), language)) >= ALIKE;
    return isAlike ? [] : [[cell, other] as [Fact, Fact]];
  });
}

function draftsOf(knowledge: Knowledge, chapter: Chapter): Draft[] {
  return chapter.groups.flatMap((group) => {
    const columns = [...new Set(group.facts.map(({ subject }) => subject))];
    if (group.kind !== 'table' || columns.length !== 2) return [];
    const [first = '', second = ''] = columns;
    return [...oneSide(first, second), ...oneSide(second, first)];

    function oneSide(a: string, b: string): Draft[] {
      const differing = rows(group, a, b, knowledge);
      return differing.map(([fact]) => ({
        family: 'table-contrast',
        fact,
        prompt: knowledge.language.prompts.table(first, second, a),
        key: statement(fact, knowledge.language),
        pool: differing
          .filter(([cell]) => cell !== fact)
          .map(([, other]) => statement(other, knowledge.language)),
        areSides: true,
      }));
    }
  });
}

export const tableContrast: Family = { name: 'table-contrast', needsGrammar: true, propose: draftsOf };
