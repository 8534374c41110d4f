// The two points that one part of a use makes: what it moved the clocks by, and what it adds to the price. Parts that
// take use back make points below zero, so that sums stay exact without anything being changed.

import { type Metered, rateSession } from '../billing/rate.ts';
import type { SegmentClosed } from '../journal/entry.ts';
import type { OnTime } from '../journal/usage-entries.ts';

export type UsePoint = {
  readonly measurement: 'usage' | 'charge';
  /** Left out: the time of the entry. */
  readonly atMs?: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string | number>>;
};

/** @param metered the parts of one session so far, from its first; the points are of the last one */
export function usePoints(metered: readonly Metered[], currency: string): readonly UsePoint[] {
  const last = metered.at(-1);
  if (!last) return [];
  const price = charge(last.segment, { metered, currency });
  return last.material ? [price] : [usage(last.segment), price];
}

/** Rounded as the bill rounds them. Energy and times of a beam that a segment does not know are left out: absent is not zero. */
function usage(segment: SegmentClosed): UsePoint {
  const { clocks, energy } = segment;
  const on = (name: string, time: OnTime | undefined) =>
    time && time.gapMs < segment.toMs - segment.fromMs ? { [name]: time.onMs } : {};
  const isKnown = energy !== undefined && energy.how !== 'unmeasured';
  return {
    measurement: 'usage',
    atMs: segment.toMs,
    tags: holder(segment),
    fields: {
      loaded_ms: Math.round(clocks.loadedMs),
      working_ms: Math.round(clocks.workingMs),
      operating_ms: Math.round(clocks.operatingMs),
      ...(isKnown ? { energy_mwh: energy.mwh } : {}),
      ...on('laser_on_ms', segment.laserOn),
      ...on('spindle_on_ms', segment.spindleOn),
      session: segment.session,
    },
  };
}

/** What this segment adds to the price of its session. */
function charge(segment: SegmentClosed, rated: { metered: readonly Metered[]; currency: string }): UsePoint {
  const minor = Number(addedMinor(rated.metered, segment.index));
  if (!Number.isSafeInteger(minor))
    throw new RangeError(`the price of session ${segment.session} is beyond every tariff`);
  return {
    measurement: 'charge',
    tags: { ...holder(segment), currency: rated.currency },
    fields: { minor, session: segment.session },
  };
}

/** A segment may lie under several prices, and what takes a use back takes all of it. */
function addedMinor(metered: readonly Metered[], index: number): bigint {
  const back = metered.at(-1)?.byHand?.withdrawn ?? null;
  return rateSession(metered)
    .filter(({ segment, byHand }) => (back ? byHand?.withdrawn : segment.index === index))
    .reduce((total, { minor }) => total + minor, 0n);
}

/** The member is the random key, never a name. */
const holder = ({ machine, pool, member, team, costCode }: SegmentClosed): Record<string, string> => ({
  machine,
  pool,
  member,
  ...(team === null ? {} : { team }),
  ...(costCode === null ? {} : { cost_code: costCode }),
});
