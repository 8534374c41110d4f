// Balances and postings as rows: a table for a terminal, CSV (RFC 4180) or JSON. A cell that came from outside never becomes a
// formula in a spreadsheet (invariant 11).

import { type Cell, type CsvLines, plain } from '../domain/guard-cell.ts';
import type { Balance, Posted } from '../domain/ledger/books.ts';
import { readUnit } from '../domain/ledger/unit.ts';
import { formatInstant } from '../domain/local-time.ts';
import { toDecimal } from './to-decimal.ts';

type Row = Readonly<Record<string, string>>;
export type Rows = { readonly columns: readonly string[]; readonly rows: readonly Row[] };

export const balanceRows = (balances: readonly Balance[]): Rows => ({
  columns: ['account', 'unit', 'amount', 'minor'],
  rows: balances.map(({ account, unit, minor }) => ({ account, ...figures(unit, minor.toString()) })),
});

/** One row per line. */
export const postingRows = (postings: readonly Posted[], timezone: string): Rows => ({
  columns: ['date', 'posting', 'kind', 'reference', 'account', 'unit', 'amount', 'minor', 'reverses', 'key'],
  rows: postings.flatMap(({ lines, dateMs, reverses, ...posted }) =>
    lines.map(({ account, unit, minor }) => ({
      date: formatInstant(dateMs, timezone),
      posting: posted.posting,
      kind: posted.kind,
      reference: posted.reference ?? '',
      account,
      ...figures(unit, minor),
      reverses: reverses?.posting ?? '',
      key: posted.key,
    })),
  ),
});

const figures = (unit: string, minor: string): Row => ({
  unit,
  amount: toDecimal(minor, readUnit(unit)?.digits ?? 0),
  minor,
});

export function ledgerTable(
  { columns, rows }: Rows,
  { format, csvLines }: { readonly format: string; readonly csvLines: CsvLines },
): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  if (format === 'csv')
    return csvLines([
      columns,
      ...rows.map((row) => columns.map((column) => cell(column, row[column] ?? ''))),
    ]);
  if (rows.length === 0) return 'Nothing was posted.\n';
  // Minor units say the same as the amount, for programs.
  const shown = columns.filter((column) => column !== 'minor');
  const all = [shown, ...rows.map((row) => shown.map((column) => row[column] ?? ''))];
  const widths = shown.map((_, at) => Math.max(...all.map((cells) => cells[at]?.length ?? 0)));
  return all
    .map((cells) =>
      cells
        .map((text, at) =>
          shown[at] === 'amount' ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Amounts are ours and stay numbers, also below zero. */
const cell = (column: string, text: string): Cell =>
  column === 'amount' || column === 'minor' ? plain(text) : text;
