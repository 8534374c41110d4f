// CSV as RFC 4180 describes it: commas, double quotes, CRLF or LF. Bounded, and strict where a lenient reader would
// have to guess; every row knows the line it begins in.

export type CsvRow = { readonly line: number; readonly cells: readonly string[] };
export type LineMistake = { readonly line: number; readonly text: string };
export type CsvOutcome =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly mistakes: readonly LineMistake[] };

export const csvLimits = { bytes: 5_000_000, rows: 20_001, cells: 64, cellLength: 8192 } as const;

/** Empty lines are passed over. The first mistake ends the reading: what follows a lost quote means nothing. */
export function parseCsv(text: string): CsvOutcome {
  if (text.length > csvLimits.bytes)
    return fail(1, `The file is larger than ${csvLimits.bytes / 1_000_000} MB.`);
  const rows: CsvRow[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const begin = line;
    for (let isLast = false; !isLast; ) {
      const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
      if (typeof cell === 'string') return fail(line, cell);
      cells.push(cell.value);
      if (cells.length > csvLimits.cells)
        return fail(begin, `A line has more than ${csvLimits.cells} cells.`);
      if (cell.value.length > csvLimits.cellLength)
        return fail(begin, `A cell is longer than ${csvLimits.cellLength}.`);
      line += cell.lines;
      isLast = text[cell.end] !== ',';
      at = cell.end + (isLast ? lineEnd(text, cell.end) : 1);
    }
    line += 1;
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begin, cells });
    if (rows.length > csvLimits.rows)
      return fail(begin, `The file has more than ${csvLimits.rows - 1} rows.`);
  }
  return { ok: true, rows };
}

/** `end` is the place of the comma or line end behind it; `lines` counts the line ends inside. A text is a mistake. */
type Cell = { readonly value: string; readonly end: number; readonly lines: number } | string;

function plainCell(text: string, at: number): Cell {
  cellEnd.lastIndex = at;
  const end = cellEnd.exec(text)?.index ?? text.length;
  const value = text.slice(at, end);
  if (!value.includes('"')) return { value, end, lines: 0 };
  return 'A quote stands inside a cell that does not begin with one; put the whole cell in quotes and double those inside.';
}

function quotedCell(text: string, at: number): Cell {
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return 'A quote is opened here and never closed.';
  const value = text.slice(at + 1, close).replaceAll('""', '"');
  const after = text[close + 1];
  if (after !== undefined && after !== ',' && after !== '\n' && after !== '\r') {
    return 'Something stands between the closing quote and the next comma; double the quotes inside a cell.';
  }
  return { value, end: close + 1, lines: value.split(/\r\n|\n|\r/).length - 1 };
}

const cellEnd = /[,\r\n]/g;

/** Length of the line end at this place: CRLF, LF or CR. */
function lineEnd(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return 2;
  return at < text.length ? 1 : 0;
}

const fail = (line: number, text: string): CsvOutcome => ({ ok: false, mistakes: [{ line, text }] });
