// Drafts and invoices as the API tells them: amounts as texts, times as RFC 3339.

import type { BooksDrafts, InvoiceList } from '../contract/books.ts';
import { currencyDigits } from '../domain/money.ts';
import type { DraftsTold, DraftTold, InvoiceTold } from '../gateway/gateway.ts';
import { rfc3339 } from './instant.ts';

type Read = Extract<DraftsTold, { ok: true }>;

export function draftsView(
  { month, currency, digits, drafts, fromMs, closing }: Read,
  { nowMs, closed }: { readonly nowMs: number; readonly closed: string | null },
): BooksDrafts {
  const from = rfc3339(fromMs);
  return {
    month,
    currency,
    digits,
    from,
    mayFinalise: nowMs >= fromMs,
    closed,
    closing: closing ? { by: closing.by, at: rfc3339(closing.atMs), entry: closing.seq } : null,
    drafts: drafts.map(draftView),
  };
}

const draftView = (draft: DraftTold): BooksDrafts['drafts'][number] => ({
  payer: draft.payer,
  name: draft.name,
  netMinor: draft.netMinor.toString(),
  vatMinor: draft.vatMinor.toString(),
  grossMinor: draft.grossMinor.toString(),
  prepaidMinor: draft.prepaidMinor.toString(),
  lines: draft.lines.map(
    ({ id, text, detail, quantity, unit, priceMinor, netMinor, vat, costCode, fromDay, toDay }) => ({
      ...{ id, text, quantity, unit, priceMinor, vat, fromDay, toDay },
      detail: detail ?? null,
      netMinor: netMinor.toString(),
      costCode: costCode ?? null,
    }),
  ),
  uses: new Set(draft.uses.map(({ session }) => session)).size,
  warnings: draft.warnings.map(({ code, sessions, count }) => ({ code, sessions: [...sessions], count })),
  stays: draft.stays,
});

export const invoiceRows = (invoices: readonly InvoiceTold[]): InvoiceList['invoices'] =>
  invoices.map(({ grossMinor, openMinor, ...row }) => ({
    ...row,
    digits: currencyDigits(row.currency),
    grossMinor: grossMinor.toString(),
    openMinor: openMinor.toString(),
  }));
