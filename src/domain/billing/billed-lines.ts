// What a use is billed, line by line as a charge has them (month, cost code, tariff), and what was taken off after disputes: the
// charge keeper and the statement ask here, so that both say the same.

import type { ChargeLine } from '../journal/charge-entries.ts';
import type { Entry } from '../journal/entry.ts';
import { isByHand } from './hand-lines.ts';
import type { Rated } from './rate.ts';

/** With the time that it stands for, milliseconds. */
export type Amount = { readonly minor: bigint; readonly ms: number };
export type Amounts = ReadonlyMap<string, Amount>;

/** Also those of which a cap took all: that they had a price is worth an entry. */
export function billedLines(rated: readonly Rated[]): Map<string, Amount> {
  const found = new Map<string, Amount>();
  for (const one of rated) {
    if (one.minor === 0n && one.components.every((component) => component.minor === 0n)) continue;
    addAmount(found, keyOfRated(one), { minor: one.minor, ms: Math.round(one.billedMs) });
  }
  return found;
}

/** The same with what people corrected by hand; of what was taken back nothing is left that a hand could have corrected. */
export function withHand(rated: readonly Rated[], hand: Amounts | undefined): Amounts {
  const lines = billedLines(rated);
  if (rated.some(({ byHand }) => byHand?.withdrawn)) return lines;
  for (const [key, amount] of hand ?? []) addAmount(lines, key, amount);
  return lines;
}

/** Session → what people corrected by hand, line by line. */
export function handAmounts(entries: readonly Entry[]): ReadonlyMap<string, Amounts> {
  const found = new Map<string, Map<string, Amount>>();
  for (const { data } of entries.filter(isByHand)) {
    const lines = found.get(data.session) ?? new Map<string, Amount>();
    found.set(data.session, lines);
    for (const line of data.lines) addAmount(lines, keyOf(line), amountOf(line));
  }
  return found;
}

export const amountOf = ({ minor, ms = 0 }: ChargeLine): Amount => ({ minor: BigInt(minor), ms });

export function addAmount(amounts: Map<string, Amount>, key: string, { minor, ms }: Amount): void {
  const known = amounts.get(key) ?? { minor: 0n, ms: 0 };
  amounts.set(key, { minor: known.minor + minor, ms: known.ms + ms });
}

type Credits = ReadonlyMap<string, bigint>;

/** Session → what was taken off, line by line. */
export function creditsIn(entries: readonly Entry[]): ReadonlyMap<string, Credits> {
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
export function countedCredits(billed: Amounts, credits: Credits | undefined): Credits {
  const counted = [...(credits ?? [])].map(([key, credit]): [string, bigint] => {
    const minor = billed.get(key)?.minor ?? 0n;
    return [key, minor <= 0n ? 0n : minor < credit ? minor : credit];
  });
  return new Map(counted.filter(([, minor]) => minor !== 0n));
}

export const keyOf = ({ month, costCode, tariff }: Omit<ChargeLine, 'minor' | 'ms'>): string =>
  JSON.stringify({ month, costCode, tariff });

export const keyOfRated = ({ day, segment, hash }: Rated): string =>
  keyOf({ month: day.slice(0, 7), costCode: segment.costCode, tariff: hash });
