// What should have paid for the uses of a payer: all of two months replayed in the order of use, whatever came to be known
// first. The same charges and sources give the same parts in whatever order the charges came; see `consume.ts`.

import type { AllowanceState, Given, KnownCharge, KnownLot, Move } from '../journal/allowance-entries.ts';
import { split } from '../ledger/split.ts';
import { consume, type Price, type Source } from './consume.ts';

export type Settled = {
  readonly charge: KnownCharge;
  /** Source → what it should give. */
  readonly parts: ReadonlyMap<string, Given>;
};

type Allowances = AllowanceState['allowances'];

/** All charges of which this payer has a share or has paid one, in the order of use. */
export function settle(allowances: Allowances, payer: string): readonly Settled[] {
  const charges = [...allowances.charges.values()]
    .map((charge) => ({ charge, price: shareOf(charge, payer) }))
    .filter(({ charge, price }) => price !== null || charge.paid.has(payer))
    .sort(({ charge: one }, { charge: other }) => byUse(one, other));
  const taken = takenBefore(allowances, { payer, charges: charges.map(({ charge }) => charge) });
  return charges.map(({ charge, price }) => {
    const sources = sourcesOf(allowances, { payer, charge, taken });
    const known = new Map(sources.map((source) => [source.id, source]));
    const parts = new Map<string, Given>();
    for (const { source, amount, minor } of price ? consume(price, sources, charge.order) : []) {
      const { kind = 'invoice', unit = charge.currency } = known.get(source) ?? {};
      parts.set(source, { kind, unit, amount, minor });
      taken.set(purse(source), (taken.get(purse(source)) ?? 0n) + amount);
    }
    return { charge, parts };
  });
}

const byUse = (one: KnownCharge, other: KnownCharge): number =>
  one.fromMs - other.fromMs || (one.session < other.session ? -1 : 1);

/** Everybody who has a share of a charge, or paid for one. */
export const payersOfCharge = (charge: KnownCharge): ReadonlySet<string> => {
  const named = charge.payers ?? [...charge.lines.values()].flatMap(({ payers }) => payers);
  return new Set([...named.map(({ payer }) => payer), ...charge.paid.keys()]);
};

/** Exact: the shares of all payers add up to the charge, by the largest remainder. Null for none. */
export function shareOf(charge: KnownCharge, payer: string): Price | null {
  const { payers, lines } = charge;
  const whole = [...lines.values()];
  const all = { minor: sum(whole.map((line) => line.minor)), ms: sum(whole.map((line) => line.ms)) };
  const shared = payers === null ? whole : [{ payers, ...all }];
  const prices = shared.flatMap((line): Price[] => {
    const shares = line.payers.map(({ payer: id, parts }) => ({ id, weight: BigInt(parts) }));
    const at = shares.findIndex(({ id }) => id === payer);
    const [minor, ms] = [line.minor, line.ms].map((total) => split(total, shares)[at]?.minor ?? 0n);
    return at < 0 ? [] : [{ minor: minor ?? 0n, ms: ms ?? 0n }];
  });
  if (prices.length === 0) return null;
  return { minor: sum(prices.map(({ minor }) => minor)), ms: sum(prices.map(({ ms }) => ms)) };
}

const sum = (parts: readonly bigint[]): bigint => parts.reduce((total, part) => total + part, 0n);

/** A wallet and what it may go below zero are one purse. */
const purse = (source: string): string => source.replace(/^below:/, 'wallet:');

type Replayed = { readonly payer: string; readonly charges: readonly KnownCharge[] };

/** What was taken of lots by charges that are not replayed any more. */
function takenBefore({ lots }: Allowances, { payer, charges }: Replayed): Map<string, bigint> {
  const taken = new Map<string, bigint>();
  for (const { lot, used, member } of lots.values())
    if (`member:${member}` === payer) taken.set(`allowance:${lot}`, used);
  for (const charge of charges)
    for (const [source, { amount }] of charge.paid.get(payer) ?? []) {
      const before = taken.get(source);
      if (before !== undefined) taken.set(source, before - amount);
    }
  return taken;
}

type Paying = {
  readonly payer: string;
  readonly charge: KnownCharge;
  readonly taken: ReadonlyMap<string, bigint>;
};

type Counted = Source & { readonly unit: string };

function sourcesOf(allowances: Allowances, { payer, charge, taken }: Paying): readonly Counted[] {
  const { currency, fromMs, belowZero } = charge;
  const [kind = '', id = ''] = payer.split(':');
  const money = { holds: 'minor', expiresMs: null, unit: currency } as const;
  const left = (source: string, moves: readonly Move[]): bigint =>
    leastFrom(moves, fromMs) - (taken.get(source) ?? 0n);
  if (payer === 'free') return [{ ...money, id: 'free', kind: 'free', left: null }];
  const invoice: Counted = { ...money, id: payer, kind: 'invoice', left: null };
  if (kind === 'cost-code') {
    const moves = allowances.budgets.get(id)?.moves ?? [];
    return [
      { ...money, id: `grant:${id}`, kind: 'grant', left: atLeast0(left(`grant:${id}`, moves)) },
      invoice,
    ];
  }
  if (kind !== 'member') return [invoice];
  const lots = [...allowances.lots.values()]
    .filter((lot) => lot.member === id && paysFor(lot, { pool: charge.pool, atMs: fromMs, currency }))
    .map((lot) => lotSource(lot, taken.get(`allowance:${lot.lot}`) ?? 0n));
  const wallet = left(`wallet:${id}`, allowances.wallets.get(id) ?? []);
  const isOwn = belowZero !== null && charge.member === id;
  const below = isOwn ? atLeast0(belowZero + (wallet < 0n ? wallet : 0n)) : 0n;
  return [
    ...lots,
    { ...money, id: `wallet:${id}`, kind: 'wallet', left: atLeast0(wallet) },
    { ...money, id: `below:${id}`, kind: 'below', left: below },
    invoice,
  ];
}

/** Whether a lot may pay for a use that began then: from its beginning, and before its expiry. */
export function paysFor(
  { pools, unit, fromMs, expiresMs }: KnownLot,
  { pool, atMs, currency }: { readonly pool: string; readonly atMs: number; readonly currency: string },
): boolean {
  const isOfPool = pools === undefined || pools.includes(pool);
  return isOfPool && (unit === currency || unit.startsWith('hours:')) && fromMs <= atMs && atMs < expiresMs;
}

export const lotSource = ({ lot, kind, unit, amount, expiresMs }: KnownLot, taken: bigint): Counted => ({
  id: `allowance:${lot}`,
  kind,
  holds: unit.startsWith('hours:') ? 'ms' : 'minor',
  left: atLeast0(BigInt(amount) - taken),
  expiresMs,
  unit,
});

const atLeast0 = (amount: bigint): bigint => (amount < 0n ? 0n : amount);

/** The least that is there from then on: what was taken out later is not spent before. */
function leastFrom(moves: readonly Move[], fromMs: number): bigint {
  let there = 0n;
  let least: bigint | null = null;
  for (const { atMs, minor } of moves.toSorted((one, other) => one.atMs - other.atMs)) {
    if (atMs > fromMs && (least === null || there < least)) least = there;
    there += minor;
  }
  return least === null || there < least ? there : least;
}
