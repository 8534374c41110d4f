// What the printers of plain-text books are given, and what both do with it: the postings in the order of their local days,
// preceded by one with the balances from before, so that a part of the books is whole by itself.

import { localDate } from '../time.ts';
import type { Balance, Posted } from './books.ts';
import type { PostingLine } from './posting.ts';

export type LedgerText = {
  /** Name of the space. */
  readonly title: string;
  readonly currency: string;
  /** IANA; days are those of the space. */
  readonly timezone: string;
  /** Balances of all accounts before the first posting; none where the books are printed from the beginning. */
  readonly opening: { readonly atMs: number; readonly balances: readonly Balance[] } | null;
  readonly postings: readonly Posted[];
  /** What an account is called instead of its key; null for nothing. */
  readonly nameOf: (account: string) => string | null;
};

/** A posting as it is printed. */
export type Printed = {
  /** `yyyy-mm-dd`. */
  readonly day: string;
  readonly posting: string;
  readonly kind: string;
  readonly reference: string | null;
  readonly key: string | null;
  /** Id of the posting that it takes back. */
  readonly reverses: string | null;
  readonly lines: readonly PostingLine[];
};

export function printedOf({ timezone, opening, postings }: LedgerText): readonly Printed[] {
  const all = postings.map((posted): Printed => {
    const { posting, kind, reference, key, reverses, lines, dateMs } = posted;
    const day = localDate(dateMs, timezone);
    return { day, posting, kind, reference, key, reverses: reverses?.posting ?? null, lines };
  });
  if (opening && opening.balances.length > 0) all.unshift(openingOf(opening, timezone));
  // Stable: where a zone crossed the date line, a later instant may stand on an earlier day.
  return all.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** All balances of a moment sum to zero in each unit, as every posting before it did. */
const openingOf = ({ atMs, balances }: NonNullable<LedgerText['opening']>, timezone: string): Printed => ({
  day: localDate(atMs, timezone),
  posting: 'opening',
  kind: 'opening',
  reference: null,
  key: null,
  reverses: null,
  lines: balances.map(({ account, unit, minor }) => ({ account, unit, minor: minor.toString() })),
});
