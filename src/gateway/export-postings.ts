// The postings of the ledger as rows, one for each line, a page at a time.

import { plain } from '../domain/guard-cell.ts';
import { readUnit } from '../domain/ledger/unit.ts';
import { formatPrice } from '../domain/money.ts';
import type { ExportRows, ExportWish } from './export-wish.ts';
import type { Ledger } from './ports.ts';

export const postingColumns = [
  ...(['entry', 'date', 'posting', 'kind', 'reference', 'account', 'unit'] as const),
  ...(['amount', 'minor', 'reverses', 'key'] as const),
];

const pageLimit = 1000;

export async function* postingRows(
  ledger: Pick<Ledger, 'postings'>,
  { fromMs, toMs }: Pick<ExportWish, 'fromMs' | 'toMs'>,
): ExportRows {
  for (let after: { dateMs: number; seq: number } | null = null; ; ) {
    const page = await ledger.postings({ account: '', fromMs, toMs, after, limit: pageLimit });
    yield page.flatMap(({ seq, dateMs, posting, kind, reference, lines, reverses, key }) =>
      lines.map(({ account, unit, minor }) => {
        const amount = plain(formatPrice(BigInt(minor), readUnit(unit)?.digits ?? 0));
        const about = [seq, new Date(dateMs).toISOString(), posting, kind, reference, account, unit];
        return [...about, amount, plain(minor), reverses?.posting ?? null, key];
      }),
    );
    const last = page.at(-1);
    if (!last || page.length < pageLimit) return;
    after = { dateMs: last.dateMs, seq: last.seq };
  }
}
