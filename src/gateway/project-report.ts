// The report of one cost code to whoever pays for it, with the hashes of the entries that it rests on; and its proof: the same
// report made anew from the journal as it was then.

import { type ProjectRow, projectRows } from '../domain/billing/project-report.ts';
import { currencyDigits } from '../domain/money.ts';
import type { Journal } from './ports.ts';
import { readMonth } from './read-statement.ts';

export type ReportWish = {
  readonly costCode: string;
  /** `yyyy-mm`, both included; at most `reportMonths`. */
  readonly from: string;
  readonly to: string;
  /** Later entries are not looked at; left out: all count. */
  readonly throughSeq?: number;
};

type Anchor = { readonly seq: number; readonly hash: string };

export type ReportRow = Pick<ProjectRow, 'month' | 'pool' | 'hours' | 'all'> & {
  readonly minor: string;
  readonly first: Anchor;
  readonly last: Anchor;
};

export type ProjectReport = {
  readonly space: string;
  readonly costCode: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly digits: number;
  /** The last entry that it knew of; null where there was none. */
  readonly through: Anchor | null;
  readonly rows: readonly ReportRow[];
  readonly minor: string;
};

export const reportMonths = 36;

export type ReportFrom = { readonly journal: Pick<Journal, 'query' | 'hashes'> };

/** Null where the span is none, or too long. */
export async function projectReport(
  { journal }: ReportFrom,
  { costCode, from, to, throughSeq = Number.MAX_SAFE_INTEGER }: ReportWish,
): Promise<ProjectReport | null> {
  const months = monthsOf(from, to);
  if (months.length === 0 || months.length > reportMonths) return null;
  const rows: ProjectRow[] = [];
  let lastSeq = 0;
  let space: { name: string; currency: string; codeName: string } | null = null;
  for (const month of months) {
    const read = await readMonth(journal, month);
    const entries = read.entries.filter(({ seq }) => seq <= throughSeq);
    lastSeq = entries.reduce((most, { seq }) => Math.max(most, seq), lastSeq);
    const described = entries.findLast(({ type }) => type === 'workshop-described');
    const workshop = described?.type === 'workshop-described' ? described.data.workshop : null;
    const codeName = new Map(Object.entries(workshop?.costCodes ?? {})).get(costCode)?.name ?? costCode;
    if (workshop) space = { name: workshop.space.name, currency: workshop.space.currency, codeName };
    rows.push(...projectRows(entries, { month, costCode }));
  }
  const anchors = await readAnchors(journal, [
    ...rows.flatMap((one) => [one.firstSeq, one.lastSeq]),
    lastSeq,
  ]);
  const at = (seq: number): Anchor => ({ seq, hash: anchors.get(seq) ?? '' });
  const currency = space?.currency ?? 'EUR';
  return {
    ...{ space: space?.name ?? '', costCode, name: space?.codeName ?? costCode, from, to },
    ...{ currency, digits: currencyDigits(currency), through: lastSeq === 0 ? null : at(lastSeq) },
    rows: rows.map(({ firstSeq, lastSeq: last, minor, ...row }) => ({
      ...row,
      ...{ minor: minor.toString(), first: at(firstSeq), last: at(last) },
    })),
    minor: rows.reduce((sum, { minor }) => sum + minor, 0n).toString(),
  };
}

/** Empty where `to` is before `from`. */
function monthsOf(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = from; month <= to && months.length <= reportMonths; month = after(month))
    months.push(month);
  return months;
}

function after(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return next.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}

async function readAnchors(
  journal: Pick<Journal, 'hashes'>,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const wanted = [...new Set(seqs)].filter((seq) => seq > 0);
  const hashes = await journal.hashes(wanted);
  return new Map(wanted.map((seq, at) => [seq, hashes[at] ?? '']));
}
