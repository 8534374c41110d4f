// What the journal is owed about paying: whatever should have paid and what did, side by side, as entries with their postings.
// A level, not an event: a crash between the end of a use and its posting is mended by the next look, and a second look
// writes nothing.

import type { Given, KnownCharge, KnownLot } from '../journal/allowance-entries.ts';
import type { EntryBody } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import type { Posting, PostingLine } from '../ledger/posting.ts';
import { settle } from './settle.ts';

/** For all uses of one payer. */
export function owedPayments(state: State, payer: string, nowMs: number): readonly EntryBody[] {
  return settle(state.allowances, payer).flatMap(({ charge, parts }) => {
    const changes = differences(parts, charge.paid.get(payer) ?? new Map());
    if (changes.length === 0) return [];
    // A posting of another payer of the same use may stand in the same commit: both are counted by the session.
    const first = charge.postings;
    const posted = changes.map(([source, given], at) =>
      postingOf({ state, charge, payer, source, given, nth: first + at + 1 }, nowMs),
    );
    const paid = changes.map(([source, { kind, unit, amount, minor }], at) => ({
      ...{ source, kind, unit, amount: amount.toString(), minor: minor.toString() },
      posting: posted[at]?.posting ?? '',
    }));
    return [
      { type: 'use-paid', data: { session: charge.session, payer, parts: paid } },
      ...posted.map((data) => ({ type: 'posted', data }) as const),
    ] satisfies EntryBody[];
  });
}

/** What has expired: the rest of a lot goes back at the instant at which it ended, and comes again where a late use took of it. */
export function owedExpiries(state: State, nowMs: number): readonly EntryBody[] {
  const { closed } = state.ledger;
  return [...state.allowances.lots.values()].flatMap((lot): EntryBody[] => {
    if (lot.expiresMs > nowMs) return [];
    const rest = BigInt(lot.amount) - lot.used - lot.expired;
    if (rest === 0n) return [];
    const posting: Posting = {
      posting: `expired-${lot.times + 1}-${lot.lot}`.slice(0, 64),
      kind: 'expiry',
      reference: lot.lot,
      key: `expired:${lot.lot}:${lot.times + 1}`,
      dateMs: lot.expiresMs >= closed.beforeMs ? lot.expiresMs : nowMs,
      lines: moved({ from: `allowance:${lot.lot}`, to: expiredTo(lot), unit: lot.unit, amount: rest }),
    };
    const data = { lot: lot.lot, amount: rest.toString() };
    return [
      { type: 'lot-expired', data },
      { type: 'posted', data: posting },
    ];
  });
}

const expiredTo = ({ unit, of }: KnownLot): string =>
  unit.startsWith('hours:') ? `granted:${of}` : 'income:expired';

type Parts = ReadonlyMap<string, Given>;

/** First what is given back, so that a purse is not below zero between two postings. */
function differences(wanted: Parts, paid: Parts): readonly (readonly [string, Given])[] {
  const found: [string, Given][] = [];
  for (const source of new Set([...wanted.keys(), ...paid.keys()])) {
    const [one, other] = [wanted.get(source), paid.get(source)];
    const amount = (one?.amount ?? 0n) - (other?.amount ?? 0n);
    const minor = (one?.minor ?? 0n) - (other?.minor ?? 0n);
    const known = one ?? other;
    if (known && (amount !== 0n || minor !== 0n)) found.push([source, { ...known, amount, minor }]);
  }
  return found.sort(([, one], [, other]) => Number(one.amount > 0n) - Number(other.amount > 0n));
}

type Paid = {
  readonly state: State;
  readonly charge: KnownCharge;
  readonly payer: string;
  readonly source: string;
  readonly given: Given;
  readonly nth: number;
};

function postingOf({ state, charge, payer, source, given, nth }: Paid, nowMs: number): Posting {
  const { session, pool, currency, fromMs } = charge;
  const income = `income:${pool}`;
  const { unit, amount, minor, kind } = given;
  const hours = unit !== currency;
  const lot = state.allowances.lots.get(source.slice('allowance:'.length));
  const lines = hours
    ? [
        ...moved({ from: source, to: income, unit, amount }),
        // What the time would have cost, so that income is what use was worth, however it was paid.
        ...moved({ from: `expense:${lot?.of ?? kind}`, to: income, unit: currency, amount: minor }),
      ]
    : moved({ from: accountOf(source, payer), to: income, unit, amount });
  return {
    posting: `use-${nth}-${session}`.slice(0, 64),
    kind: 'use',
    reference: session,
    key: `use:${session}:${nth}`,
    dateMs: fromMs >= state.ledger.closed.beforeMs && fromMs <= nowMs ? fromMs : nowMs,
    lines,
    // It was used: that cannot be undone.
    ...(kind === 'below' ? { overdraws: true as const } : {}),
  };
}

/** A budget and what goes beyond it are one account of the project. */
function accountOf(source: string, payer: string): string {
  if (source === 'free') return 'expense:lessons';
  if (source.startsWith('grant:')) return payer;
  return source.replace(/^below:/, 'wallet:');
}

/** Debit, credit; nothing for nothing. */
export function moved(of: {
  from: string;
  to: string;
  unit: string;
  amount: bigint;
}): readonly PostingLine[] {
  const { from, to, unit, amount } = of;
  if (amount === 0n) return [];
  return [
    { account: from, unit, minor: amount.toString() },
    { account: to, unit, minor: (-amount).toString() },
  ];
}
