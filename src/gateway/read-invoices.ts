// The list of what was issued, from the journal, with the names from beside it and what is still open from the state.

import type { Entry } from '../domain/journal/entry.ts';
import type { InvoiceTold } from './invoicing-asked.ts';
import { nameOf, type ReadDrafts, readBuyers } from './read-drafts.ts';

/** Newest first; @param payer null for all */
export async function readInvoices(box: ReadDrafts, payer: string | null): Promise<readonly InvoiceTold[]> {
  const buyers = await readBuyers(box);
  const types = ['invoice-issued', 'credit-note-issued'] as const;
  const entries = await box.journal.query({ types, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
  const numbers = new Map(entries.flatMap(numberIn));
  const { open } = box.committer.durable().invoicing;
  return entries
    .flatMap((entry): readonly InvoiceTold[] => {
      if (entry.type !== 'invoice-issued' && entry.type !== 'credit-note-issued') return [];
      const { data } = entry;
      if (payer !== null && data.payer !== payer) return [];
      const isInvoice = entry.type === 'invoice-issued';
      const known = open.get(data.invoice);
      const { invoice, number, issuedOn, currency } = data;
      return [
        {
          ...{ invoice, number, payer: data.payer, issuedOn, currency },
          kind: isInvoice ? 'invoice' : 'credit-note',
          name: nameOf(box, { payer: data.payer, buyers }),
          dueOn: entry.type === 'invoice-issued' ? entry.data.dueOn : issuedOn,
          grossMinor: BigInt(data.grossMinor),
          openMinor: known?.openMinor ?? 0n,
          level: known?.level ?? 0,
          credits: entry.type === 'credit-note-issued' ? (numbers.get(entry.data.credits) ?? null) : null,
        },
      ];
    })
    .reverse();
}

const numberIn = (entry: Entry): readonly (readonly [string, string])[] =>
  entry.type === 'invoice-issued' ? [[entry.data.invoice, entry.data.number]] : [];
