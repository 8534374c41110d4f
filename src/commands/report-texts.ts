// A report of a project as CSV, JSON or a page to be printed; and reading the first two again, to prove them.

import type { CsvLines } from '../domain/guard-cell.ts';
import { plain } from '../domain/guard-cell.ts';
import type { ProjectReport, ReportRow, ReportWish } from '../gateway/project-report.ts';
import { toDecimal } from './to-decimal.ts';

const columns = [
  ...(['space', 'cost_code', 'report_from', 'report_to', 'month', 'pool'] as const),
  ...(['loaded_ms', 'working_ms', 'operating_ms'] as const),
  ...(['all_loaded_ms', 'all_working_ms', 'all_operating_ms', 'amount', 'currency'] as const),
  ...(['first_entry', 'first_hash', 'last_entry', 'last_hash', 'through_entry', 'through_hash'] as const),
];

export function reportCsv(report: ProjectReport, csvLines: CsvLines): string {
  const { space, costCode, from, to, currency, digits, through } = report;
  const rows = report.rows.map(({ month, pool, hours, all, minor, first, last }) => [
    ...[space, costCode, plain(from), plain(to), plain(month), pool],
    ...[hours.loadedMs, hours.workingMs, hours.operatingMs],
    ...[all.loadedMs, all.workingMs, all.operatingMs, plain(toDecimal(minor, digits)), currency],
    ...[first.seq, first.hash, last.seq, last.hash, through?.seq ?? null, through?.hash ?? null],
  ]);
  return csvLines([columns, ...rows]);
}

export const reportJson = (report: ProjectReport): string => `${JSON.stringify(report, null, 2)}\n`;

/** One page of HTML without scripts, addresses or pictures. */
export function reportPage(report: ProjectReport): string {
  const { space, name, costCode, from, to, currency, digits, through } = report;
  const head = [
    'Month',
    'Pool',
    'Hours',
    'Of all',
    'Share',
    `Amount (${currency})`,
    'Evidence (entry, hash)',
  ];
  const cells = (row: ReportRow): readonly string[] => [
    ...[row.month, row.pool, hoursOf(row.hours.operatingMs), hoursOf(row.all.operatingMs)],
    ...[share(row), toDecimal(row.minor, digits)],
    `${row.first.seq} ${row.first.hash.slice(0, 16)} – ${row.last.seq} ${row.last.hash.slice(0, 16)}`,
  ];
  const tr = (tag: 'th' | 'td', texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join('')}</tr>`;
  const title = `${name} (${costCode}), ${from} – ${to}`;
  const until = through === null ? 'no entry' : `entry ${through.seq}, ${through.hash}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>body{font:11pt sans-serif;margin:2cm}table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #999;padding:.2em .4em;text-align:left}td:nth-child(n+3):nth-child(-n+6){text-align:right}</style></head>
<body><h1>${escapeHtml(space)}</h1><h2>${escapeHtml(title)}</h2>
<table><thead>${tr('th', head)}</thead><tbody>
${report.rows.map((row) => tr('td', cells(row))).join('\n')}
</tbody><tfoot>${tr('th', ['', '', '', '', 'Sum', toDecimal(report.minor, digits), ''])}</tfoot></table>
<p>Hours in which the machine ran. Made from the journal up to ${escapeHtml(until)}.</p>
<p>To be proved with the report as JSON or CSV: officina report verify FILE</p></body></html>
`;
}

/** What a file says that it is about; null where it is no report. */
export function readReport(text: string): (ReportWish & { readonly kind: 'csv' | 'json' }) | null {
  const asked = text.trimStart().startsWith('{') ? fromJson(text) : fromCsv(text);
  if (asked === null) return null;
  const { costCode, from, to, throughSeq, kind } = asked;
  const isMonth = (month: unknown): month is string =>
    typeof month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
  if (typeof costCode !== 'string' || !isMonth(from) || !isMonth(to)) return null;
  const through = Number(throughSeq);
  return Number.isSafeInteger(through) && through >= 0
    ? { costCode, from, to, throughSeq: through, kind }
    : null;
}

type Asked = {
  readonly kind: 'csv' | 'json';
  readonly costCode: unknown;
  readonly from: unknown;
  readonly to: unknown;
  readonly throughSeq: unknown;
};

function fromJson(text: string): Asked | null {
  try {
    const said: unknown = JSON.parse(text);
    const field = (of: unknown, name: string): unknown =>
      typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined;
    const [costCode, from, to] = ['costCode', 'from', 'to'].map((name) => field(said, name));
    return { kind: 'json', costCode, from, to, throughSeq: field(field(said, 'through'), 'seq') ?? 0 };
  } catch {
    return null;
  }
}

/** The first row says it; the others are compared as they stand. No cell before it may hold a quote. */
function fromCsv(text: string): Asked | null {
  const [head, row] = text.split('\r\n');
  if (head !== columns.join(',') || row === undefined) return null;
  const cells = row.match(/("(?:[^"]|"")*"|[^,"]*)(?:,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
  const at = (name: (typeof columns)[number]): string => cells[columns.indexOf(name)] ?? '';
  const [costCode, from, to] = [at('cost_code'), at('report_from'), at('report_to')];
  return { kind: 'csv', costCode, from, to, throughSeq: at('through_entry') };
}

const hoursOf = (ms: number): string => (ms / 3_600_000).toFixed(2);

const share = ({ hours, all }: ReportRow): string =>
  all.operatingMs === 0 ? '' : `${((100 * hours.operatingMs) / all.operatingMs).toFixed(1)} %`;

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
