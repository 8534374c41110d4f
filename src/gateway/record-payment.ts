// Records what was paid, by hand or as a bank entry that was matched: for one invoice, or ahead. The same bank entry is recorded
// once; more than is open stays as credit on the account of the payer.

import type { State } from '../domain/journal/state.ts';
import { decidePosting } from '../domain/ledger/decide-posting.ts';
import type { Posting } from '../domain/ledger/posting.ts';
import { readTime } from '../domain/local-time.ts';
import type { Committer } from './commit.ts';
import type { PaymentOutcome, PaymentWish } from './invoicing-asked.ts';
import type { Journal, Ledger } from './ports.ts';

export type RecordPayment = {
  readonly committer: Committer;
  readonly journal: Pick<Journal, 'query'>;
  readonly ledger: Pick<Ledger, 'posting'>;
  readonly newId: () => string;
};

/** To be called in turn: a bank entry is looked up after the payment before is on the disk. */
export async function recordPayment(box: RecordPayment, wish: PaymentWish): Promise<PaymentOutcome> {
  const { committer } = box;
  if (!committer.tentative().synchronised) return no('clock-unset', null);
  const found = wish.invoice === null ? null : await findInvoice(box, wish.invoice);
  if (wish.invoice !== null && !found) return no('invoice-unknown', wish.invoice.slice(0, 64));
  const payer = found?.payer ?? wish.payer;
  if (payer === null || !/^(member|team|cost-code):[a-z0-9.-]{1,64}$/.test(payer))
    return no('payer-unknown', payer);
  const payment = box.newId();
  const key = wish.reference === null ? `payment:${payment}` : `payment:bank:${wish.reference}`;
  if (await box.ledger.posting({ key })) return no('payment-repeated', wish.reference);
  // From here to the commit nothing is awaited.
  const state = committer.tentative();
  const { workshop } = state;
  if (!workshop) return no('billing-none', null);
  const nowMs = committer.stamp().atMs;
  const dateMs = dateOf(wish.day, { timezone: workshop.space.timezone, nowMs });
  if (dateMs === null) return no('day-wrong', wish.day.slice(0, 16));
  const open = found && state.invoicing.open.get(found.invoice);
  if (found && !open) return no('invoice-paid', found.number);
  const { currency } = workshop.space;
  const { how, reference, day, by } = wish;
  const posting: Posting = {
    ...{ posting: box.newId(), kind: 'payment', reference: found?.number ?? reference, key },
    dateMs,
    lines: [
      { account: how, unit: currency, minor: wish.minor },
      { account: payer, unit: currency, minor: `-${wish.minor}` },
    ],
  };
  const decision = decidePosting(state, posting, { nowMs });
  if (!decision.ok) return decision;
  const invoice = found?.invoice ?? null;
  const data = { payment, payer, invoice, minor: wish.minor, currency, day, how, reference, by };
  await committer.commit([
    { type: 'payment-recorded', data },
    { type: 'posted', data: posting },
  ]);
  return { ok: true, payment, openMinor: openOf(committer.durable(), invoice) };
}

/** Noon of that day; of today, now at the latest. Null for what is no day. */
export function dateOf(
  day: string,
  { timezone, nowMs }: { readonly timezone: string; readonly nowMs: number },
): number | null {
  const noon = readTime(`${day} 12:00`, timezone);
  if (!noon.ok) return null;
  // A payment of this morning is not to come.
  const isToday = noon.atMs > nowMs && noon.atMs - nowMs < 86_400_000 / 2;
  return isToday ? nowMs : noon.atMs;
}

const openOf = ({ invoicing }: State, invoice: string | null): bigint =>
  (invoice === null ? undefined : invoicing.open.get(invoice))?.openMinor ?? 0n;

/** By its id or its number, also one that is paid. */
async function findInvoice({ journal }: RecordPayment, named: string) {
  const ask = { types: ['invoice-issued'], fromMs: 0, toMs: Number.MAX_SAFE_INTEGER } as const;
  for (const entry of await journal.query(ask)) {
    if (entry.type !== 'invoice-issued') continue;
    const { invoice, number, payer } = entry.data;
    if (invoice === named || number === named) return { invoice, number, payer };
  }
  return null;
}

const no = <Code>(code: Code, about: string | null) => ({ ok: false, code, about }) as const;
