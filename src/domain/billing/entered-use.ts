// What people entered by hand, a use or a material, and its withdrawal, as the bill counts them. The withdrawal is a part of
// the same use, at the same tariffs and with its figures below zero: rated one after the other they cost nothing, to the
// cent, whatever was rounded (invariant 5).

import type { Entry, SegmentClosed } from '../journal/entry.ts';
import type { MaterialEntered } from '../journal/material-entries.ts';
import { meteredOf, takenBack } from '../usage/metered-of.ts';
import type { Metered } from './rate.ts';

export type EnteredUse = Metered & Required<Pick<Metered, 'byHand'>>;

type Body<T extends Entry['type']> = Pick<Extract<Entry, { type: T }>, 'type' | 'data' | 'atMs'>;
export type Enters = Body<'usage-entered'> | Body<'material-entered'>;
export type Withdraws = Body<'usage-withdrawn'> | Body<'material-withdrawn'>;

export const isEntering = (entry: Entry): entry is Entry & Enters =>
  entry.type === 'usage-entered' || entry.type === 'material-entered';

export const isWithdrawing = (entry: Entry): entry is Entry & Withdraws =>
  entry.type === 'usage-withdrawn' || entry.type === 'material-withdrawn';

/** @param rates as the workshop was described when it was entered */
export function enteredUse(
  entry: Enters,
  { tariffs, timezone }: Pick<Metered, 'tariffs' | 'timezone'>,
): EnteredUse {
  if (entry.type === 'material-entered') return materialUse(entry, { tariffs, timezone });
  const segment = meteredOf(entry);
  if (!segment) throw new TypeError('an entered use always has its segment');
  const { by, why } = entry.data;
  return { segment, tariffs, timezone, byHand: { entered: { by, atMs: entry.atMs, why }, withdrawn: null } };
}

export function withdrawnUse(entered: EnteredUse, { atMs, data }: Withdraws): EnteredUse {
  const withdrawn = { by: data.by, atMs, why: data.why };
  return { ...entered, segment: takenBack(entered.segment), byHand: { ...entered.byHand, withdrawn } };
}

/** What it is charged under: the session of a use, the id of a material. */
export const chargedUnder = ({ data }: Enters | Withdraws): string =>
  'entry' in data ? data.entry : data.session;

function materialUse(
  { atMs, data }: Body<'material-entered'>,
  { tariffs, timezone }: Pick<Metered, 'tariffs' | 'timezone'>,
): EnteredUse {
  const { material: id, amount, session, by } = data;
  const byHand = { entered: { by, atMs, why: 'material' as const }, withdrawn: null };
  return { segment: momentOf(data), tariffs, timezone, byHand, material: { id, amount, session } };
}

/** A moment, in which no clock moved: it says whose it is, and of which day. */
function momentOf({ entry, machine, pool, member, team, plan, costCode, usedAtMs }: MaterialEntered) {
  const held = {
    session: entry,
    machine,
    pool,
    member,
    team,
    costCode,
    ...(plan === undefined ? {} : { plan }),
  };
  const clocks = { loadedMs: 0, poweredMs: 0, workingMs: 0, operatingMs: 0 };
  const when = { sessionFromMs: usedAtMs, fromMs: usedAtMs, toMs: usedAtMs };
  return { ...held, ...when, index: 0, clocks, gapMs: 0, why: 'ending' } satisfies SegmentClosed;
}
