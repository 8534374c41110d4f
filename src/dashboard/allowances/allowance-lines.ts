// What a member has left, as lines: hours as on a clock, money in its currency, each with the last day on which it counts.

import type { AllowancesView } from '../../contract/allowances.ts';
import { formatAmount, formatDay, type Place } from '../format.ts';
import type { Words } from '../words/words.ts';

type Say = Words['allowances'];
type Speech = { readonly say: Say; readonly place: Place };

/** `12:30 h of 20:00 h left until 31 Mar`. */
export function leftText(
  { left, amount, unit, expires }: AllowancesView['lots'][number],
  view: AllowancesView,
  speech: Speech,
): string {
  const figure = (minor: string): string => figureText({ minor, unit }, view, speech);
  // It is gone at that instant: the day before is its last.
  const lastDay = formatDay(Date.parse(expires) - 1, speech.place);
  return speech.say.leftOf({ left: figure(left), amount: figure(amount), day: lastDay });
}

/** What paid for a part of a use, and how much of its price that was. */
export function partText(
  { kind, amount, unit, minor }: AllowancesView['uses'][number]['parts'][number],
  view: AllowancesView,
  speech: Speech,
): string {
  const { say } = speech;
  const price = figureText({ minor, unit: view.currency }, view, speech);
  const given =
    unit === view.currency
      ? price
      : say.worth({ amount: figureText({ minor: amount, unit }, view, speech), price });
  return say.paidBy({ source: say.kinds[kind] ?? kind, amount: given });
}

type Figure = { readonly minor: string; readonly unit: string };

export function figureText(
  { minor, unit }: Figure,
  { currency, digits }: Pick<AllowancesView, 'currency' | 'digits'>,
  { say, place }: Speech,
): string {
  if (unit === currency) return formatAmount({ minor, digits, currency, locale: place.locale });
  const minutes = Math.floor(Number(minor) / 60_000);
  return say.hours({ figure: `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` });
}
