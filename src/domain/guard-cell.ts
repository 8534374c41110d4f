// Cells of a table for spreadsheets: what came from outside never becomes a formula (invariant 11), what is ours stays a number.

/** A text is from outside; `plain` is a figure of ours, also below zero. */
export type Cell = string | number | { readonly plain: string } | null;

/** Spreadsheets take a cell that begins like this for a formula, also after spaces; the quote makes it text. */
const guardCell = (text: string): string => (/^\s*[=+\-@|%\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

export const plain = (text: string): Cell => ({ plain: text });

/** As it stands between two commas, before quotes. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? guardCell(cell) : cell.plain;
}

/** Prints rows as CSV, each ended; an adapter knows how. */
export type CsvLines = (rows: readonly (readonly Cell[])[]) => string;
