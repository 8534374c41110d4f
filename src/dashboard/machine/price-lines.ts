// A tariff in sentences, made from its values: the price of an hour first, then what else is charged, then what never is.

import type { PriceView } from '../../contract/price.ts';
import type { Words } from '../words/words.ts';

type Price = NonNullable<PriceView['price']>;

/** @param amount writes minor units, also with decimals, in the currency of the space */
export function priceLines(
  { price }: PriceView,
  { say, amount }: { readonly say: Words['price']; readonly amount: (minor: string) => string },
): readonly string[] {
  if (price === null) return [say.free];
  const some = <T>(value: T | undefined, line: (value: T) => string): readonly string[] =>
    value === undefined ? [] : [line(value)];
  return [
    ...hourLines(price, { say, amount }),
    ...some(price.start, (minor) => say.start({ amount: amount(minor) })),
    ...some(price.perKwh, (minor) => say.perKwh({ amount: amount(minor) })),
    ...(price.materials ?? []).map(({ name, unit, minor }) =>
      say.perUnit({ name, amount: amount(minor), unit: say.units[unit] ?? unit }),
    ),
    ...some(price.peak, (peak) =>
      peak.isNow
        ? say.peakNow({ percent: peak.percent })
        : say.peak({ percent: peak.percent, hours: hoursText(peak, say) }),
    ),
    ...some(price.stepMinutes, (minutes) => say.step({ minutes })),
    ...some(price.freeMinutes, (minutes) => say.freeMinutes({ minutes })),
    ...some(price.mostPerSession, (minor) => say.mostPerSession({ amount: amount(minor) })),
    ...some(price.mostPerDay, (minor) => say.mostPerDay({ amount: amount(minor) })),
    ...some(price.mostPerMonth, (minor) => say.mostPerMonth({ amount: amount(minor) })),
  ];
}

function hourLines(
  { perHour, minimum }: Price,
  { say, amount }: { readonly say: Words['price']; readonly amount: (minor: string) => string },
): readonly string[] {
  const paid = perHour.filter(({ minor }) => minor !== '0');
  const lines = paid.map(({ clock, minor }, i) => {
    const when = say.whens[clock] ?? clock;
    return minimum === undefined || i < paid.length - 1
      ? say.hour({ amount: amount(minor), when })
      : say.hourAtLeast({ amount: amount(minor), when, least: amount(minimum) });
  });
  return paid.length === 0 && minimum !== undefined ? [say.minimum({ amount: amount(minimum) })] : lines;
}

function hoursText({ hours }: NonNullable<Price['peak']>, say: Words['price']): string {
  return hours
    .map(({ days, from, to }) => `${days.map((day) => say.days[day] ?? day).join(', ')} ${from}–${to}`)
    .join('; ');
}
