// What a member has that could pay for a use now: hours, packs and wallet, without what is held for sessions that run.

import { bandsOf } from '../billing/bands.ts';
import type { State } from '../journal/state.ts';
import { availableOf } from '../ledger/hold.ts';
import type { Tariff } from '../machine/tariff.ts';
import type { Source } from './consume.ts';
import { lotSource, paysFor } from './settle.ts';

type Asked = { readonly member: string; readonly pool: string; readonly nowMs: number };

export type Available = {
  readonly sources: readonly (Source & { readonly unit: string; readonly account: string })[];
  readonly ms: bigint;
  /** Packs of money and the wallet; below zero where the wallet is. */
  readonly minor: bigint;
};

export function available(state: State, { member, pool, nowMs }: Asked): Available {
  const currency = state.workshop?.space.currency ?? 'EUR';
  const order = state.workshop?.paying?.consume ?? [];
  const lots = [...state.allowances.lots.values()]
    .filter((lot) => lot.member === member && order.includes(lot.kind))
    .filter((lot) => paysFor(lot, { pool, atMs: nowMs, currency }))
    .map((lot) => {
      const account = `allowance:${lot.lot}`;
      const left = availableOf(state.ledger, { account, unit: lot.unit }, { nowMs });
      return { ...lotSource(lot, 0n), account, left: left < 0n ? 0n : left };
    });
  const account = `wallet:${member}`;
  const wallet = availableOf(state.ledger, { account, unit: currency }, { nowMs });
  const sum = (holds: Source['holds']): bigint =>
    lots.reduce((total, { left, holds: own }) => total + (own === holds ? (left ?? 0n) : 0n), 0n);
  const walletSource: Available['sources'][number] = {
    ...{ id: account, account, unit: currency, expiresMs: null },
    kind: 'wallet',
    holds: 'minor',
    left: wallet < 0n ? 0n : wallet,
  };
  return { sources: [...lots, walletSource], ms: sum('ms'), minor: sum('minor') + wallet };
}

type Used = { readonly pool: string; readonly team: string | null; readonly plan?: string };

/** Under which a use that begins now is charged; null where it costs nothing. */
export function tariffNow({ workshop }: State, use: Used, nowMs: number): Tariff | null {
  const rates = { tariffs: workshop?.tariffs ?? [], timezone: workshop?.space.timezone ?? 'UTC' };
  const [band] = bandsOf({ ...use, fromMs: nowMs, toMs: nowMs }, rates);
  return band?.tariff ?? null;
}
