// Matches a bank statement with what is open, and records what is sure: each entry of the bank in one commit, once, whatever
// statements tell it. What is not sure is listed with a reason, for a person who chooses.

import type { BankEntry, MatchedPayment, OpenInvoice } from '../domain/billing/match-payments.ts';
import { matchPayments } from '../domain/billing/match-payments.ts';
import type { EntryBody } from '../domain/journal/entry.ts';
import { decidePosting } from '../domain/ledger/decide-posting.ts';
import type { Posting, PostingLine } from '../domain/ledger/posting.ts';
import type { StatementOutcome, StatementRow, StatementWish } from './bank-asked.ts';
import { nameOf, type ReadDrafts } from './read-drafts.ts';
import { type BilledInvoice, type PaidFacts, readPaid } from './read-paid.ts';
import { dateOf } from './record-payment.ts';

export type RecordStatement = ReadDrafts & { readonly newId: () => string };

type At = {
  readonly box: RecordStatement;
  readonly facts: PaidFacts;
  readonly wish: StatementWish;
  /** Number → what is open, and what was paid, after the rows before. */
  readonly tally: Map<string, { openMinor: bigint; paidMinor: bigint }>;
};

type Share = { readonly about: BilledInvoice; readonly minor: bigint };

/** To be called in turn. */
export async function recordStatement(box: RecordStatement, wish: StatementWish): Promise<StatementOutcome> {
  const { synchronised, workshop } = box.committer.tentative();
  if (!synchronised) return { ok: false, code: 'clock-unset', about: null };
  if (!workshop?.billing) return { ok: false, code: 'billing-none', about: null };
  const facts = await readPaid(box);
  const tally = new Map(
    [...facts.invoices.values()].map(({ number, openMinor, paidMinor }) => [
      number,
      { openMinor, paidMinor },
    ]),
  );
  const at: At = { box, facts, wish, tally };
  const fresh = wish.entries.filter((entry) => !isKnown(facts, entry));
  const help = { chosen: wish.chosen, batches: facts.batches };
  const matches = new Map(
    matchPayments(fresh, [...facts.invoices.values()].map(toOpen), help).map((one) => [one.entry.id, one]),
  );
  const told = wish.entries.filter(({ direction, isReturn }) => direction === 'credit' || isReturn);
  const rows: StatementRow[] = [];
  let recorded = 0;
  for (const entry of told) {
    const match = matches.get(entry.id);
    const row = match ? await takeMatch(at, match) : recordedBefore(entry);
    if (row.outcome === 'sure' && wish.record) recorded++;
    rows.push(row);
  }
  return { ok: true, rows, recorded, outgoing: wish.entries.length - told.length };
}

/** What a person recorded under the name that the bank gives it is known too. */
function isKnown({ references }: PaidFacts, { id, reference, amountMinor }: BankEntry): boolean {
  return references.has(id) || (reference !== undefined && references.get(reference) === amountMinor);
}

const toOpen = ({ number, openMinor, currency, iban }: BilledInvoice): OpenInvoice => ({
  ...{ number, remittance: number, openMinor, currency, iban },
});

const kindOf = ({ direction }: BankEntry): StatementRow['kind'] =>
  direction === 'debit' ? 'return' : 'payment';

const recordedBefore = (entry: BankEntry): StatementRow => ({
  ...{ entry, kind: kindOf(entry), outcome: 'before', reason: 'already-paid' },
  ...{ shares: [], overMinor: 0n, suggestions: [] },
});

async function takeMatch(at: At, match: MatchedPayment): Promise<StatementRow> {
  const { entry, reason, suggestions, overMinor } = match;
  const kind = kindOf(entry);
  const unsure = (why: StatementRow['reason'], choose = suggestions): StatementRow => ({
    ...{ entry, kind, outcome: 'unsure', reason: why, shares: [], overMinor: 0n, suggestions: choose },
  });
  const shares = kind === 'return' ? returned(at, match) : sharesOf(at, match);
  if (shares.length === 0) return unsure(reason);
  if (shares.some(({ minor }) => minor <= 0n)) return unsure('paid-less');
  const bodies = bodiesOf(at, { entry, shares, overMinor });
  if (!Array.isArray(bodies))
    return unsure(
      bodies.code,
      shares.map(({ about }) => about.number),
    );
  for (const { about, minor } of shares) count(at, { about, minor: kind === 'return' ? -minor : minor });
  const row: StatementRow = {
    ...{ entry, kind, outcome: 'sure', reason, overMinor, suggestions: [] },
    shares: shares.map(({ about, minor }) => ({
      ...{ number: about.number, minor, openMinor: at.tally.get(about.number)?.openMinor ?? 0n },
      name: nameOf(at.box, { payer: about.payer, buyers: at.facts.buyers }),
    })),
  };
  if (at.wish.record) await at.box.committer.commit(bodies);
  return row;
}

function sharesOf({ facts }: At, { shares }: MatchedPayment): readonly Share[] {
  return shares.flatMap(({ number, minor }) => {
    const about = facts.invoices.get(number);
    return about ? [{ about, minor }] : [];
  });
}

/** Of one invoice, and no more than had come: below nothing where less had. */
function returned({ facts, tally }: At, { entry, suggestions }: MatchedPayment): readonly Share[] {
  const [number, ...others] = suggestions;
  const about = number === undefined ? undefined : facts.invoices.get(number);
  if (!about || others.length > 0) return [];
  const minor = entry.amountMinor - (entry.feeMinor ?? 0n);
  const paidMinor = tally.get(about.number)?.paidMinor ?? 0n;
  return [{ about, minor: paidMinor < minor || about.currency !== entry.currency ? -1n : minor }];
}

function count({ tally }: At, { about, minor }: Share): void {
  const now = tally.get(about.number);
  if (!now) return;
  now.openMinor -= minor;
  now.paidMinor += minor;
}

type Taken = {
  readonly entry: BankEntry;
  readonly shares: readonly Share[];
  readonly overMinor: bigint;
};

/** From here to the commit nothing is awaited. */
function bodiesOf(at: At, taken: Taken) {
  const { committer } = at.box;
  const state = committer.tentative();
  const nowMs = committer.stamp().atMs;
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  const dateMs = dateOf(taken.entry.bookedOn, { timezone, nowMs });
  const postings = dateMs === null ? [] : postingsOf(at, { ...taken, dateMs });
  for (const posting of postings) {
    const decision = decidePosting(state, posting, { nowMs });
    if (!decision.ok) return decision;
  }
  return taken.shares.flatMap((share, index): readonly EntryBody[] => {
    const posting = postings[index];
    return posting ? [bodyOf(at, { ...taken, share, index }), { type: 'posted', data: posting }] : [];
  });
}

type One = Taken & { readonly share: Share; readonly index: number };

/** What is too much goes with the last one, and stays with its payer. */
const amountOf = ({ share, index, shares, overMinor }: One): bigint =>
  share.minor + (index === shares.length - 1 ? overMinor : 0n);

const referenceOf = ({ entry, shares, index }: One): string =>
  shares.length === 1 ? entry.id : `${entry.id}/${index + 1}`;

function bodyOf({ box, wish }: At, one: One): EntryBody {
  const { entry, share } = one;
  const { invoice, number, payer, issuedOn, dueOn, grossMinor } = share.about;
  const minor = amountOf(one).toString();
  const about = { minor, currency: entry.currency, day: entry.bookedOn, reference: referenceOf(one) };
  if (kindOf(entry) === 'payment')
    return {
      type: 'payment-recorded',
      data: { payment: box.newId(), payer, invoice, how: 'bank', ...about, by: wish.by },
    };
  const gross = grossMinor.toString();
  const feeMinor = (entry.feeMinor ?? 0n).toString();
  const issued = { invoice, number, payer, issuedOn, dueOn, grossMinor: gross };
  return { type: 'payment-returned', data: { ...issued, feeMinor, ...about, by: wish.by } };
}

function postingsOf({ box }: At, taken: Taken & { readonly dateMs: number }): readonly Posting[] {
  const { entry, shares, dateMs } = taken;
  const isReturn = kindOf(entry) === 'return';
  const unit = entry.currency;
  return shares.map((share, index) => {
    const one = { ...taken, share, index };
    const { payer, number } = share.about;
    const [minor, feeMinor] = [amountOf(one), isReturn ? (entry.feeMinor ?? 0n) : 0n];
    const came = isReturn ? -minor - feeMinor : minor;
    const lines: readonly PostingLine[] = [
      { account: 'bank', unit, minor: came.toString() },
      ...(feeMinor > 0n ? [{ account: 'expense:bank', unit, minor: feeMinor.toString() }] : []),
      { account: payer, unit, minor: (isReturn ? minor : -minor).toString() },
    ];
    const key = `${isReturn ? 'return' : 'payment'}:bank:${referenceOf(one)}`;
    return {
      posting: box.newId(),
      kind: isReturn ? 'return' : 'payment',
      reference: number,
      key,
      dateMs,
      lines,
    };
  });
}
