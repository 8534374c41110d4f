// What stands on the accounts: sums of postings, signed, debit above zero. An account that was moved and is at zero again
// has no balance here.

import type { Posting } from './posting.ts';

/** Account → unit → sum, never zero. */
export type Balances = Map<string, Map<string, bigint>>;

/** In place; any order of the same postings gives the same balances. */
export function applyPosting(
  balances: Balances,
  { lines }: Pick<Posting, 'lines'>,
  counts: (account: string) => boolean = () => true,
): void {
  for (const { account, unit, minor } of lines) {
    if (!counts(account)) continue;
    const units = balances.get(account) ?? new Map<string, bigint>();
    const sum = (units.get(unit) ?? 0n) + BigInt(minor);
    if (sum === 0n) units.delete(unit);
    else units.set(unit, sum);
    if (units.size === 0) balances.delete(account);
    else balances.set(account, units);
  }
}

export const balanceOf = (
  balances: Balances,
  { account, unit }: { readonly account: string; readonly unit: string },
): bigint => balances.get(account)?.get(unit) ?? 0n;
