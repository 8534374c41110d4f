// Money of the session at the machine of this kiosk, as people read it.

import { formatAmount } from '../format.ts';
import { costNow } from '../machine/own-money.ts';
import { atWork, card, live, monoMs, nowMs, place } from './kiosk-store.ts';

export function amountOf(minor: string, digits: number): string {
  const currency = live.value.board?.space.currency ?? 'EUR';
  return formatAmount({ minor, digits, currency, locale: place.value.locale });
}

/** What the session has cost by now, minor units; null where nothing is counted. */
export function costOfSession(): string | null {
  const own = card.value?.session?.own ?? null;
  if (own === null || card.value === null) return null;
  const cameMonoMs = live.value.cardMonoMs.get(card.value.id) ?? monoMs.value;
  return costNow(own, { sinceMs: atWork.value ? monoMs.value - cameMonoMs : 0, nowMs: nowMs.value });
}
