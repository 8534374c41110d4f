// Rows for other programs: sessions, charges, postings and members. They are read a month of the journal at a time, so that ten
// years need no more memory than the busiest month; only sessions that were cut and go on are kept from one to the next.

import { plain } from '../domain/guard-cell.ts';
import { currencyDigits, formatPrice } from '../domain/money.ts';
import { memberColumns, memberRows } from './export-members.ts';
import { postingColumns, postingRows } from './export-postings.ts';
import { createSessionRows, sessionColumns } from './export-sessions.ts';
import type { ExportRows, ExportWish, Row } from './export-wish.ts';
import type { Journal, Ledger } from './ports.ts';

export type ExportFrom = { readonly journal: Pick<Journal, 'query' | 'people'>; readonly ledger: Ledger };

export const exportColumns = {
  sessions: sessionColumns,
  charges: [
    ...(['entry', 'charged_at', 'session', 'machine', 'pool', 'member', 'team', 'month'] as const),
    ...(['cost_code', 'tariff', 'amount', 'currency', 'why', 'dispute'] as const),
  ],
  postings: postingColumns,
  members: memberColumns,
} as const;

/** The rows in batches, in order; between two of them others may work. */
export function exportRows(from: ExportFrom, wish: ExportWish): ExportRows {
  if (wish.what === 'members') return memberRows(from.journal);
  if (wish.what === 'postings') return postingRows(from.ledger, wish);
  return wish.what === 'sessions' ? sessions(from.journal, wish) : charges(from.journal, wish);
}

async function* sessions(journal: ExportFrom['journal'], wish: ExportWish): ExportRows {
  const rows = createSessionRows();
  const types = ['segment-closed', 'usage-entered', 'usage-withdrawn'] as const;
  for await (const span of spans(journal, wish)) {
    const found = await journal.query({ types, ...span });
    yield found.toSorted((one, other) => one.seq - other.seq).flatMap((entry) => rows.take(entry));
  }
  yield rows.open();
}

async function* charges(journal: ExportFrom['journal'], wish: ExportWish): ExportRows {
  const types = ['charge-made', 'charge-corrected'] as const;
  for await (const span of spans(journal, wish)) {
    const found = await journal.query({ types, ...span });
    yield found
      .toSorted((one, other) => one.seq - other.seq)
      .flatMap((entry): Row[] => {
        if (entry.type !== 'charge-made' && entry.type !== 'charge-corrected') return [];
        const { session, machine, pool, member, team, currency, lines } = entry.data;
        const why = entry.type === 'charge-corrected' ? entry.data.why : 'charged';
        const dispute = entry.type === 'charge-corrected' ? (entry.data.dispute ?? null) : null;
        const digits = currencyDigits(currency);
        return lines.map((line) => [
          ...[entry.seq, new Date(entry.atMs).toISOString(), session, machine, pool, member, team],
          ...[
            line.month,
            line.costCode,
            line.tariff,
            plain(formatPrice(BigInt(line.minor), digits)),
            currency,
          ],
          ...[why, dispute],
        ]);
      });
  }
}

const spanMs = 31 * 86_400_000;

/** From the first description of the workshop on, where nothing else was asked for. */
async function* spans(journal: ExportFrom['journal'], { fromMs, toMs, onProgress }: ExportWish) {
  const described = await journal.query({
    types: ['workshop-described'],
    fromMs: 0,
    toMs: Number.MAX_SAFE_INTEGER,
  });
  const firstMs = Math.max(fromMs, described[0]?.atMs ?? 0);
  for (let atMs = firstMs; atMs < toMs && described.length > 0; atMs += spanMs) {
    onProgress(atMs - firstMs, toMs - firstMs);
    yield { fromMs: atMs, toMs: Math.min(toMs, atMs + spanMs) };
  }
}
