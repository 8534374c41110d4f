// What a use is billed, line by line as a charge has them (month, cost code, tariff), and what was taken off after disputes: the
// charge keeper and the statement ask here, so that both say the same.

import type { ChargeLine } from '../journal/charge-entries.ts';
import type { Entry } from '../journal/entry.ts';
import type { Rated } from './rate.ts';

export type Amounts = ReadonlyMap<string, bigint>;

/** Also those of which a cap took all: that they had a price is worth an entry. */
export function billedLines(rated: readonly Rated[]): Amounts {
  const found = new Map<string, bigint>();
  for (const one of rated) {
    if (one.minor === 0n && one.components.every((component) => component.minor === 0n)) continue;
    const key = keyOfRated(one);
    found.set(key, (found.get(key) ?? 0n) + one.minor);
  }
  return found;
}

/** Session → what was taken off, line by line. */
export function creditsIn(entries: readonly Entry[]): ReadonlyMap<string, Amounts> {
  const credits = new Map<string, Map<string, bigint>>();
  for (const { type, data } of entries) if (type === 'dispute-settled') addCredit(credits, data);
  return credits;
}

type Credited = { readonly charge: string; readonly lines: readonly ChargeLine[] };

export function addCredit(credits: Map<string, Map<string, bigint>>, { charge, lines }: Credited): void {
  const credit = credits.get(charge) ?? new Map<string, bigint>();
  credits.set(charge, credit);
  for (const line of lines) {
    const key = keyOf(line);
    credit.set(key, (credit.get(key) ?? 0n) + BigInt(line.minor));
  }
}

/** What of the credits counts: they never make a line an amount that we owe, as when a bill became less after they were given. */
export function countedCredits(billed: Amounts, credits: Amounts | undefined): Amounts {
  const counted = [...(credits ?? [])].map(([key, credit]): [string, bigint] => {
    const minor = billed.get(key) ?? 0n;
    return [key, minor <= 0n ? 0n : minor < credit ? minor : credit];
  });
  return new Map(counted.filter(([, minor]) => minor !== 0n));
}

export const keyOf = ({ month, costCode, tariff }: Omit<ChargeLine, 'minor'>): string =>
  JSON.stringify({ month, costCode, tariff });

export const keyOfRated = ({ day, segment, hash }: Rated): string =>
  keyOf({ month: day.slice(0, 7), costCode: segment.costCode, tariff: hash });
