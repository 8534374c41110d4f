// Amounts that are set aside for something that is not over: placed, then settled in part or whole, released, or timed out.
// A hold moves nothing; what is available is the balance without what is held. As TigerBeetle's pending transfers.

import { mayGoBelow, own, ruleOf } from './account.ts';
import { type Balances, balanceOf } from './balances.ts';
import { readAmount } from './posting.ts';
import { isUnit } from './unit.ts';

export type Hold = {
  readonly account: string;
  readonly unit: string;
  /** Above zero, on the side on which the account grows. */
  readonly minor: string;
  /** From then on it counts for nothing and can no more be settled; wall clock. */
  readonly expiresMs: number;
};

export type Holds = Map<string, Hold>;

export type HoldRefusal =
  | 'posting-unreadable'
  | 'account-unknown'
  | 'unit-unknown'
  | 'amount-wrong'
  | 'account-short'
  | 'hold-repeated'
  | 'holds-full'
  | 'hold-unknown'
  | 'hold-expired'
  | 'hold-exceeded';

export type HoldDecision = { readonly ok: true } | { readonly ok: false; readonly code: HoldRefusal };

/** Open at once; sessions hold one each, so that more are a fault of whoever places them. */
export const holdLimit = 10_000;

type Books = { readonly balances: Balances; readonly holds: Holds };
type Place = { readonly account: string; readonly unit: string };

export function decidePlacing(
  books: Books,
  placing: Hold & { readonly hold: string },
  nowMs: number,
): HoldDecision {
  const { hold, account, unit, minor, expiresMs } = placing;
  if (!/^[a-z0-9:-]{1,64}$/.test(hold) || !Number.isSafeInteger(expiresMs)) return no('posting-unreadable');
  if (!ruleOf(account)) return no('account-unknown');
  if (!isUnit(unit)) return no('unit-unknown');
  const amount = readAmount(minor);
  if (amount === null || amount < 0n) return no('amount-wrong');
  const known = books.holds.get(hold);
  if (known && known.expiresMs > nowMs) return no('hold-repeated');
  if (expiresMs <= nowMs) return no('hold-expired');
  if (openHolds(books.holds, nowMs) >= holdLimit) return no('holds-full');
  if (!mayGoBelow(account) && availableOf(books, placing, { nowMs }) < amount) return no('account-short');
  return { ok: true };
}

/** In part or whole: what is not settled is free again. */
export function decideSettling(
  holds: Holds,
  { hold, minor }: { readonly hold: string; readonly minor: string },
  nowMs: number,
): HoldDecision {
  const known = holds.get(hold);
  if (!known) return no('hold-unknown');
  if (known.expiresMs <= nowMs) return no('hold-expired');
  const amount = readAmount(minor);
  if (amount === null || amount < 0n) return no('amount-wrong');
  return amount > BigInt(known.minor) ? no('hold-exceeded') : { ok: true };
}

export function decideReleasing(holds: Holds, hold: string, nowMs: number): HoldDecision {
  const known = holds.get(hold);
  if (!known) return no('hold-unknown');
  return known.expiresMs <= nowMs ? no('hold-expired') : { ok: true };
}

/** What can be spent, on the side on which the account grows. `without` is a hold that does not count. */
export function availableOf(
  { balances, holds }: Books,
  { account, unit }: Place,
  { nowMs, without }: { readonly nowMs: number; readonly without?: string | undefined },
): bigint {
  let held = 0n;
  for (const [id, hold] of holds) {
    const isHere = hold.account === account && hold.unit === unit;
    if (isHere && id !== without && hold.expiresMs > nowMs) held += BigInt(hold.minor);
  }
  return own(account, balanceOf(balances, { account, unit })) - held;
}

/** In place: those that have timed out, which count for nothing any more. */
export function dropExpired(holds: Holds, nowMs: number): void {
  for (const [id, { expiresMs }] of holds) if (expiresMs <= nowMs) holds.delete(id);
}

function openHolds(holds: Holds, nowMs: number): number {
  let open = 0;
  for (const { expiresMs } of holds.values()) if (expiresMs > nowMs) open += 1;
  return open;
}

const no = (code: HoldRefusal): HoldDecision => ({ ok: false, code });
