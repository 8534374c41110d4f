// What a cap of the day or the month leaves of the price of a session that runs: by the same rule as its bill, with the
// other sessions of the member in that pool beside it.

import type { Minor } from '../money.ts';
import { withCaps } from './caps.ts';
import { type Metered, type Rated, rateSession } from './rate.ts';

export type CappedPrice = {
  readonly minor: Minor;
  /** Which of the two has been reached; null while it grows. */
  readonly cap: 'day' | 'month' | null;
};

/** @param others rated without their caps @param own all parts so far, the open one at the end */
export function cappedPrice(others: readonly (readonly Rated[])[], own: readonly Metered[]): CappedPrice {
  const rated = withCaps([...others, rateSession(own)]).at(-1) ?? [];
  const last = rated.at(-1)?.components ?? [];
  const cut = (what: string): boolean => last.some((one) => one.what === what && one.minor < 0n);
  return {
    minor: rated.reduce((sum, { minor }) => sum + minor, 0n),
    cap: cut('cap-month') ? 'month' : cut('cap-day') ? 'day' : null,
  };
}
