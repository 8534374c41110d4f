// Rows as CSV (RFC 4180): quoted only where it must be, each line ended by CR LF, and no cell from outside a formula.

import { stringify } from 'csv-stringify/sync';
import { type CsvLines, cellText } from '../../domain/guard-cell.ts';

export const csvLines: CsvLines = (rows) =>
  stringify(
    rows.map((row) => row.map(cellText)),
    // A lone CR or LF would end a line for some readers.
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
