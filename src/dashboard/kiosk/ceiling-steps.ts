// The ceilings that a kiosk offers, and what each buys: whole minor units throughout, and rounded down, so that nobody is
// promised a minute that is not paid for.

import type { PriceView } from '../../contract/price.ts';

/** In whole units of the currency. */
const steps = [1n, 2n, 3n, 4n, 5n, 6n, 8n, 10n, 12n, 15n, 20n, 25n, 30n, 40n, 50n, 75n, 100n] as const;
/** A usual visit. */
const usualMinutes = 90n;

/** In minor units; the last, null, is none at all. */
export const ceilings = (digits: number): readonly (string | null)[] => [
  ...steps.map((step) => (step * 10n ** BigInt(digits)).toString()),
  null,
];

/** Minor units of an hour as it costs now; null where no hour has a price. */
export function hourNow({ price }: PriceView): bigint | null {
  const [hour] = price?.perHour ?? [];
  if (!price || !hour) return null;
  const percent = price.peak?.isNow ? BigInt(price.peak.percent) : 100n;
  const minor = (BigInt(hour.minor) * percent) / 100n;
  return minor > 0n ? minor : null;
}

/** The place in the list that about an hour and a half costs. */
export function usualCeiling(hourMinor: bigint, digits: number): number {
  const wanted = (hourMinor * usualMinutes) / 60n;
  const list = ceilings(digits);
  const found = list.findIndex((minor) => minor === null || BigInt(minor) >= wanted);
  return found < 0 ? list.length - 1 : found;
}

/** Whole milliseconds that the ceiling buys at this price. */
export const boughtMs = (minor: string, hourMinor: bigint): number =>
  Number((BigInt(minor) * 3_600_000n) / hourMinor);

/** The ceiling that so many more minutes need; rounded up to a whole minor unit. */
export const raised = (minor: string, more: { hourMinor: bigint; minutes: number }): string =>
  (BigInt(minor) + (more.hourMinor * BigInt(more.minutes) + 59n) / 60n).toString();
