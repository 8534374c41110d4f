// The energy of a use as people read it: exact where a meter told it, rounded and said to be about so much where it did
// not, and never a zero that nobody measured.

import type { StatementLine } from '../contract/statement.ts';

type Energy = NonNullable<StatementLine['energy']>;

/** `0.412 kWh`, `about 0.4 kWh`, `not measured`; `-` without a meter. */
export function energyText(energy: Energy | null): string {
  if (energy === null) return '-';
  const { mwh, how } = energy;
  if (mwh === null) return 'not measured';
  return how === 'metered' ? kilowattHours(mwh, 3) : `about ${kilowattHours(mwh, mwh < tenthMwh ? 2 : 1)}`;
}

/** Why it is not exact; null where it is. */
export function energyNote(energy: Energy | null): string | null {
  if (energy === null || energy.how === 'metered' || energy.how === 'unmeasured') return null;
  const minutes = Math.round(energy.unmeasuredMs / 60_000);
  const reckoned = energy.how === 'estimated' ? 'energy estimated' : 'energy partly estimated';
  return minutes === 0 ? reckoned : `${reckoned}, ${minutes} min not measured`;
}

/** A tenth of a kilowatt-hour. */
const tenthMwh = 100_000;

/** What was drawn is never written as nothing. */
function kilowattHours(mwh: number, decimals: number): string {
  const least = 10 ** -decimals;
  const kwh = mwh / 1_000_000;
  return mwh > 0 && kwh < least / 2 ? `under ${least.toFixed(decimals)} kWh` : `${kwh.toFixed(decimals)} kWh`;
}
