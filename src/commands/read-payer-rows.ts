// Facts about payers from a CSV file: the header names the columns, and every row is a payer. What cannot be read is said with its
// line.

import { readFileSync, statSync } from 'node:fs';
import { clip } from '../config/read-yaml.ts';
import { csvLimits, parseCsv } from './parse-csv.ts';

type PayerRow = {
  readonly line: number;
  readonly payer: string;
  /** By column, without those that are empty. */
  readonly fields: Readonly<Record<string, string>>;
};

type RowsRead =
  | { readonly ok: true; readonly rows: readonly PayerRow[] }
  | { readonly ok: false; readonly text: string };

/** Beside `payer`. */
type Columns = { readonly needed: readonly string[]; readonly optional: readonly string[] };

export const addressColumns: Columns = {
  needed: ['name', 'street', 'zip', 'city', 'country'],
  optional: [
    ...['province', 'vatId', 'taxCode', 'email', 'sdiCode', 'pec', 'contact', 'reference', 'language'],
  ],
};

export const mandateColumns: Columns = { needed: ['id', 'signedOn', 'iban'], optional: ['bic', 'use'] };

export function readPayerRows(file: string, { needed: own, optional }: Columns): RowsRead {
  const needed = ['payer', ...own];
  const known = [...needed, ...optional];
  const text = readText(file);
  if (text === null)
    return no(`${file} cannot be read as text of at most 5 MB; check its path and its rights.`);
  const csv = parseCsv(text);
  if (!csv.ok) return no(csv.mistakes.map(({ line, text: why }) => `Line ${line}: ${why}`).join('\n'));
  const [header, ...rows] = csv.rows;
  const columns = header?.cells ?? [];
  const strange = columns.find((name) => !known.includes(name));
  if (strange !== undefined) return no(`"${clip(strange)}" is no column; take ${known.join(', ')}.`);
  const missing = needed.find((name) => !columns.includes(name));
  if (missing !== undefined) return no(`The header lacks ${missing}.`);
  const read = rows.map(({ line, cells }) => toRow(columns, { line, cells }));
  const wrong = read.find(({ payer }) => !/^(team:)?[a-z0-9-]{1,64}$/.test(payer));
  return wrong
    ? no(`Line ${wrong.line}: "${clip(wrong.payer)}" is no payer; write a handle or team:ID.`)
    : { ok: true, rows: read };
}

function toRow(
  columns: readonly string[],
  { line, cells }: { line: number; cells: readonly string[] },
): PayerRow {
  const named = columns.map((name, index) => [name, cells[index]?.trim() ?? ''] as const);
  const { payer = '', ...fields } = Object.fromEntries(named.filter(([, text]) => text !== ''));
  return { line, payer, fields };
}

function readText(file: string): string | null {
  try {
    if (statSync(file).size > csvLimits.bytes) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    return null;
  }
}

const no = (text: string): RowsRead => ({ ok: false, text });
