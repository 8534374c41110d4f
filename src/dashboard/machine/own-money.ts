// Money of one's own running session: what it costs by now, counted on from what the gateway said, and a ceiling as
// people type it. Whole minor units throughout.

import type { MachineCard } from '../../contract/board.ts';

type Own = NonNullable<NonNullable<MachineCard['session']>['own']>;

/** Never above the ceiling; null once nothing is counted any more. */
export function costNow(
  { costMinor, perHourMinor, ceilingMinor, nextStep }: Own,
  { sinceMs, nowMs }: { readonly sinceMs: number; readonly nowMs: number },
): string | null {
  if (costMinor === null) return null;
  const step = nextStep && nowMs >= Date.parse(nextStep.at) ? BigInt(nextStep.minor) : 0n;
  const grown = (BigInt(perHourMinor) * BigInt(Math.max(0, Math.floor(sinceMs)))) / 3_600_000n;
  const cost = BigInt(costMinor) + grown + step;
  return (ceilingMinor !== null && cost > BigInt(ceilingMinor) ? BigInt(ceilingMinor) : cost).toString();
}

/** `5`, `5.00` or `5,00` as minor units; null for nothing typed, undefined for what is no amount above zero. */
export function ceilingOf(text: string, digits: number): string | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const [, whole = '', fraction = ''] = /^(\d{1,9})(?:[.,](\d{1,4}))?$/.exec(typed) ?? [];
  if (whole === '' || fraction.length > digits) return undefined;
  const minor = BigInt(whole + fraction.padEnd(digits, '0'));
  return minor > 0n ? minor.toString() : undefined;
}

/** As it stands in the field: `5.00` from `500`. */
export function typedOf(minor: string | null, digits: number): string {
  if (minor === null || digits === 0) return minor ?? '';
  const padded = minor.padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
