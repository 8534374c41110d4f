// What a line of a statement drew, in kilowatt-hours: exact where a meter told it, about so much where it did not.

import type { StatementLine } from '../../contract/statement.ts';
import { formatEnergy } from '../format.ts';
import { place, words } from '../store.ts';

export function energyOf({ mwh, how }: NonNullable<StatementLine['energy']>): string {
  const say = words.value.statement.energy;
  if (mwh === null || how === 'unmeasured') return say.unmeasured;
  const { text, isUnder } = formatEnergy(mwh, { exact: how === 'metered', locale: place.value.locale });
  return say[how]({ amount: isUnder ? say.under({ amount: text }) : text });
}
