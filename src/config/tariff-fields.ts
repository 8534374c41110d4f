// A tariff as it may stand in `officina.yaml`, by its keys: the way back from minor units to prices as people write them.

import type { Tariff } from '../domain/machine/tariff.ts';
import { formatPrice } from '../domain/money.ts';
import { minuteMs } from '../domain/time.ts';

export type TariffFields = Readonly<Record<string, unknown>>;

/** @param digits decimals of the currency */
export function tariffFields(tariff: Tariff, digits: number): TariffFields {
  const price = (minor: string): string => formatPrice(BigInt(minor), digits);
  const { startMinor, minimumMinor, graceMs, stepMs, peak, caps, perKwhMinor, also, materials } = tariff;
  const { sessionMinor, dayMinor, monthMinor } = caps ?? {};
  return {
    pool: tariff.pool,
    from: tariff.from,
    perHour: price(tariff.perHourMinor),
    clock: tariff.clock,
    ...(tariff.for && { for: { ...tariff.for } }),
    ...(also && { also: also.map((one) => ({ clock: one.clock, perHour: price(one.perHourMinor) })) }),
    ...(startMinor !== undefined && { start: price(startMinor) }),
    ...(minimumMinor !== undefined && { minimum: price(minimumMinor) }),
    ...(graceMs !== undefined && { freeMinutes: graceMs / minuteMs }),
    ...(stepMs !== undefined && { stepMinutes: stepMs / minuteMs }),
    ...(peak && {
      peak: { percent: peak.percent, hours: peak.hours.map((one) => ({ ...one, days: [...one.days] })) },
    }),
    ...(caps && {
      caps: {
        ...(sessionMinor !== undefined && { session: price(sessionMinor) }),
        ...(dayMinor !== undefined && { day: price(dayMinor) }),
        ...(monthMinor !== undefined && { month: price(monthMinor) }),
      },
    }),
    ...(perKwhMinor !== undefined && { perKwh: smallPrice(perKwhMinor, digits) }),
    ...(materials && {
      materials: Object.fromEntries(
        materials.map(({ id, name, unit, perUnitMinor }) => [
          id,
          { name, unit, price: smallPrice(perUnitMinor, digits) },
        ]),
      ),
    }),
  };
}

/** One key a line; what is under it stands on the same line. */
export const tariffText = (fields: TariffFields): string =>
  Object.entries(fields)
    .map(([key, value]) => `${key}: ${isBare(value) ? value : JSON.stringify(value)}`)
    .join('\n');

/** Text that no reader of YAML takes for something else: an id, or a day. */
const isBare = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^([a-z][a-zA-Z0-9-]*|\d{4}-\d{2}-\d{2})$/.test(value) &&
  !/^(true|false|null|yes|no|on|off|y|n)$/.test(value);

/** `2.85` cent are `0.0285` euro. */
function smallPrice(minor: string, digits: number): string {
  const [whole = '0', rest = ''] = minor.split('.');
  const price = formatPrice(BigInt(whole), digits);
  return rest === '' ? price : `${price}${digits === 0 ? '.' : ''}${rest}`;
}
