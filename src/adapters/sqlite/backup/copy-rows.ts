// Brings the rows of a backup into a journal that our own migrations made: only tables and columns that this program
// knows, so that nothing else that a file may hold comes along. Rows of erased members are never written, so that not a
// byte of them is in the new file.

import type { Database } from 'better-sqlite3';
import { columnNames, quoted, tableNames } from './table-sums.ts';

/** What must not live twice, or is made anew: answers on their way, snapshots, and the books, which the entries make. */
const leftBehind = new Set([
  'outbox',
  'snapshots',
  'accounts',
  'postings',
  'posting_lines',
  'closed_periods',
]);

export type RowCopy = {
  readonly from: Database;
  readonly to: Database;
  readonly erased: ReadonlySet<string>;
  /** Called now and then with how many rows have come over. */
  readonly onRows: (rows: number) => void;
};

const told = 10_000;

export function copyRows({ from, to, erased, onRows }: RowCopy): void {
  const there = new Set(tableNames(from));
  let rows = 0;
  // Tables point at each other, and come in the order of their names.
  to.pragma('foreign_keys = OFF');
  to.transaction(() => {
    for (const table of tableNames(to)) {
      if (leftBehind.has(table)) continue;
      if (!there.has(table)) throw new Error(`the table "${table}" is missing from it`);
      for (const _ of copyTable({ from, to, erased, table })) {
        rows += 1;
        if (rows % told === 0) onRows(rows);
      }
    }
  })();
  const dangling = to.pragma('foreign_key_check');
  if (Array.isArray(dangling) && dangling.length > 0) throw new Error('some of its rows belong to nobody');
}

function* copyTable({ from, to, erased, table }: Omit<RowCopy, 'onRows'> & { table: string }) {
  const columns = columnNames(to, table);
  const names = columns.map(quoted).join(', ');
  const rows = from.prepare<[], unknown[]>(`SELECT ${names} FROM ${quoted(table)} ORDER BY 1`).raw();
  const insert = to.prepare(
    `INSERT INTO ${quoted(table)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const member = columns.indexOf('member');
  for (const row of rows.iterate()) {
    if (member >= 0 && erased.has(String(row[member]))) continue;
    insert.run(...row);
    yield;
  }
}
