// A use that was entered by hand, and its withdrawal, as the bill counts them. The withdrawal is a part of the same use,
// at the same tariffs and with its clocks below zero: rated one after the other they cost nothing, to the cent, whatever
// was rounded (invariant 5).

import type { Entry } from '../journal/entry.ts';
import { meteredOf, takenBack } from '../usage/metered-of.ts';
import type { Metered } from './rate.ts';

export type EnteredUse = Metered & Required<Pick<Metered, 'byHand'>>;

type Body<T extends Entry['type']> = Pick<Extract<Entry, { type: T }>, 'type' | 'data' | 'atMs'>;

/** @param rates as the workshop was described when the use was entered */
export function enteredUse(
  entry: Body<'usage-entered'>,
  { tariffs, timezone }: Pick<Metered, 'tariffs' | 'timezone'>,
): EnteredUse {
  const segment = meteredOf(entry);
  if (!segment) throw new TypeError('an entered use always has its segment');
  const { by, why } = entry.data;
  return { segment, tariffs, timezone, byHand: { entered: { by, atMs: entry.atMs, why }, withdrawn: null } };
}

export function withdrawnUse(entered: EnteredUse, { atMs, data }: Body<'usage-withdrawn'>): EnteredUse {
  const withdrawn = { by: data.by, atMs, why: data.why };
  return { ...entered, segment: takenBack(entered.segment), byHand: { ...entered.byHand, withdrawn } };
}
