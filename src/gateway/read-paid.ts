// What was issued, paid, given back and collected, from the journal: what a statement of the bank is held against.

import type { EntryType } from '../domain/journal/entry.ts';
import type { Mandate } from './bank-asked.ts';
import type { BuyerRow } from './papers.ts';
import { type ReadDrafts, readBuyers } from './read-drafts.ts';

export type BilledInvoice = {
  readonly invoice: string;
  readonly number: string;
  readonly payer: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly currency: string;
  readonly grossMinor: bigint;
  readonly openMinor: bigint;
  /** What came and did not go back. */
  readonly paidMinor: bigint;
  /** Of the payer's mandate. */
  readonly iban: string | null;
};

export type PaidFacts = {
  /** By number. */
  readonly invoices: ReadonlyMap<string, BilledInvoice>;
  /** Ids at the bank that are recorded, with their whole amount. */
  readonly references: ReadonlyMap<string, bigint>;
  /** Id of a payment information that we sent → numbers that it collects. */
  readonly batches: ReadonlyMap<string, readonly string[]>;
  readonly buyers: ReadonlyMap<string, BuyerRow>;
};

const types = [
  ...(['invoice-issued', 'payment-recorded', 'payment-returned'] as const),
  ...(['collection-made', 'collection-released'] as const),
] satisfies readonly EntryType[];

export async function readPaid(box: ReadDrafts): Promise<PaidFacts> {
  const buyers = await readBuyers(box);
  const { open } = box.committer.durable().invoicing;
  const invoices = new Map<string, BilledInvoice>();
  const numbers = new Map<string, string>();
  const references = new Map<string, bigint>();
  const batches = new Map<string, string[]>();
  const pay = (invoice: string | null, minor: bigint): void => {
    const number = invoice === null ? undefined : numbers.get(invoice);
    const known = number === undefined ? undefined : invoices.get(number);
    if (known) invoices.set(known.number, { ...known, paidMinor: known.paidMinor + minor });
  };
  // One bank entry may pay several invoices: its parts are numbered after a slash.
  const refer = (reference: string | null, minor: bigint): void => {
    if (reference === null) return;
    const whole = reference.replace(/^([0-9a-f]{32}(?:\.\d+)?)\/\d+$/, '$1');
    references.set(whole, (references.get(whole) ?? 0n) + minor);
  };
  for (const entry of await box.journal.query({ types, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER })) {
    if (entry.type === 'invoice-issued') {
      const { invoice, number, payer, issuedOn, dueOn, currency } = entry.data;
      const grossMinor = BigInt(entry.data.grossMinor);
      const openMinor = open.get(invoice)?.openMinor ?? 0n;
      const iban = mandateIn(buyers.get(payer))?.iban ?? null;
      const about = { invoice, number, payer, issuedOn, dueOn, currency, grossMinor, openMinor, iban };
      numbers.set(invoice, number);
      invoices.set(number, { ...about, paidMinor: 0n });
    }
    if (entry.type === 'payment-recorded') {
      pay(entry.data.invoice, BigInt(entry.data.minor));
      refer(entry.data.reference, BigInt(entry.data.minor));
    }
    if (entry.type === 'payment-returned') {
      pay(entry.data.invoice, -BigInt(entry.data.minor));
      refer(entry.data.reference, BigInt(entry.data.minor) + BigInt(entry.data.feeMinor));
    }
    if (entry.type === 'collection-made')
      for (const { batch, number } of entry.data.items)
        batches.set(batch, [...(batches.get(batch) ?? []), number]);
    if (entry.type === 'collection-released')
      for (const [batch, held] of batches)
        if (batch.startsWith(`${entry.data.message}-`))
          batches.set(
            batch,
            held.filter((number) => number !== numbers.get(entry.data.invoice)),
          );
  }
  return { invoices, references, batches, buyers };
}

/** It stands beside the address. */
export function mandateIn(row: BuyerRow | undefined): Mandate | null {
  if (!row) return null;
  const { mandate } = JSON.parse(row.content) as { readonly mandate?: Mandate };
  return mandate ?? null;
}
