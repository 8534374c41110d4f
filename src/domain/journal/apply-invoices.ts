// What the entries about invoices change in the state: the rows of `apply.ts` for them. Frozen per version like all of it.

import type { Entry } from './entry.ts';
import type { InvoiceBody, Series } from './invoice-entries.ts';
import type { State } from './state.ts';

type InvoiceType = InvoiceBody['type'];
type Of<T extends InvoiceType> = Extract<Entry, { type: T }>;

export const invoiceEffects: { readonly [T in InvoiceType]: (state: State, entry: Of<T>) => void } = {
  // Who is called how stands beside the journal.
  'buyer-recorded': () => undefined,
  'invoice-issued': (state, { data }) => {
    count(state, 'invoice', data);
    const { invoice, number, payer, issuedOn, dueOn } = data;
    const grossMinor = BigInt(data.grossMinor);
    const openMinor = grossMinor - BigInt(data.prepaidMinor ?? '0');
    const open = { number, payer, issuedOn, dueOn, grossMinor, openMinor, level: 0 };
    if (openMinor > 0n) state.invoicing.open.set(invoice, open);
  },
  'credit-note-issued': (state, { data }) => {
    count(state, 'credit-note', data);
    lessen(state, data.credits, BigInt(data.grossMinor));
  },
  'payment-recorded': (state, { data }) => {
    if (data.invoice !== null) lessen(state, data.invoice, BigInt(data.minor));
  },
  'reminder-sent': ({ invoicing }, { data }) => {
    const open = invoicing.open.get(data.invoice);
    if (open) open.level = data.level;
  },
  // What was mailed is looked up, and decides nothing.
  'invoice-mailed': () => undefined,
  'collection-made': ({ invoicing }, { data }) => {
    for (const { invoice } of data.items) {
      const open = invoicing.open.get(invoice);
      if (open) open.collected = data.message;
    }
  },
  'collection-released': ({ invoicing }, { data }) => {
    const open = invoicing.open.get(data.invoice);
    if (open) delete open.collected;
  },
  'payment-returned': ({ invoicing }, { data }) => {
    const { invoice, number, payer, issuedOn, dueOn } = data;
    const grossMinor = BigInt(data.grossMinor);
    const known = invoicing.open.get(invoice);
    const openMinor = (known?.openMinor ?? 0n) + BigInt(data.minor);
    const level = known?.level ?? 0;
    invoicing.open.set(invoice, { number, payer, issuedOn, dueOn, grossMinor, openMinor, level });
  },
  'month-finalised': ({ invoicing }, { data }) => {
    invoicing.finalised = data;
  },
};

function count({ invoicing }: State, series: Series, { year, nth }: { year: string; nth: number }): void {
  invoicing.numbers.set(`${series} ${year}`, nth);
}

/** What is paid, or more than that, is open no more. */
function lessen({ invoicing }: State, invoice: string, minor: bigint): void {
  const open = invoicing.open.get(invoice);
  if (!open) return;
  open.openMinor -= minor;
  if (open.openMinor <= 0n) invoicing.open.delete(invoice);
}
