// Rows as text in pieces: CSV with a line of headings, or JSON lines. A program needs no quote before a formula, a spreadsheet does.

import { type CsvLines, cellText } from '../domain/guard-cell.ts';
import { type ExportFrom, exportColumns, exportRows } from './export-rows.ts';
import type { ExportWish, Row } from './export-wish.ts';

export type RowsAs = { readonly format: 'csv' | 'jsonl'; readonly csvLines: CsvLines };

export async function* printRows(
  from: ExportFrom,
  wish: ExportWish,
  { format, csvLines }: RowsAs,
): AsyncGenerator<string> {
  const columns: readonly string[] = exportColumns[wish.what];
  if (format === 'csv') yield csvLines([columns]);
  for await (const rows of exportRows(from, wish)) {
    if (rows.length === 0) continue;
    yield format === 'csv' ? csvLines(rows) : rows.map((row) => `${jsonLine(columns, row)}\n`).join('');
  }
}

const jsonLine = (columns: readonly string[], row: Row): string =>
  JSON.stringify(Object.fromEntries(columns.map((column, at) => [column, cellValue(row[at] ?? null)])));

const cellValue = (cell: Row[number]): string | number | null =>
  typeof cell === 'object' && cell !== null ? cellText(cell) : cell;
