// Facts from tables: each cell tells of its column, in the respect that its row names.
import type { Table } from '../read/blocks.ts';
import type { Gathering } from './gathering.ts';

/** Adds the cells of a table whose first column names the rows and whose other columns are what is compared. */
export function addTable({ head, rows, line }: Table, gathering: Gathering): void {
  const columns = head.slice(1);
  const facts = rows.flatMap(({ cells: [row = '', ...cells], line: at }) =>
    cells.flatMap((cell, column) => {
      const name = columns[column] ?? '';
      if (cell === '' || name === '') return [];
      return (
        gathering.add('cell', name, `${row}: ${cell}`, { text: `${name} – ${row}: ${cell}`, line: at }) ?? []
      );
    }),
  );
  gathering.addGroup('table', line, columns.join(' | '), facts);
}
