// What an entry says of the use of a machine, whether the meter saw it or a person wrote it down: everything that counts
// use asks here, so that both are counted alike.

import type { Clocks, EntryBody, SegmentClosed } from '../journal/entry.ts';

/** The entries that tell of use, or take it back. */
export const useTypes = ['segment-closed', 'usage-entered', 'usage-withdrawn'] as const;

/** The entries that tell of what is billed: use, and materials. */
export const billedTypes = [...useTypes, 'material-entered', 'material-withdrawn'] as const;

/** Null for an entry that tells of no use. A use that was entered by hand is one segment with its time on every clock. */
export function meteredOf(entry: EntryBody): SegmentClosed | null {
  if (entry.type === 'segment-closed') return entry.data;
  if (entry.type !== 'usage-entered') return null;
  const { session, machine, pool, member, team, plan, costCode, fromMs, toMs } = entry.data;
  const held = { session, machine, pool, member, team, ...(plan === undefined ? {} : { plan }), costCode };
  const clocks = everyClock(toMs - fromMs);
  return { ...held, index: 0, sessionFromMs: fromMs, fromMs, toMs, clocks, gapMs: 0, why: 'ending' };
}

/** The segment of an entered use with its clocks below zero: the two add up to nothing, on every clock. */
export const takenBack = (segment: SegmentClosed): SegmentClosed => ({
  ...segment,
  index: segment.index + 1,
  clocks: everyClock(segment.fromMs - segment.toMs),
});

const everyClock = (ms: number): Clocks => ({ loadedMs: ms, poweredMs: ms, workingMs: ms, operatingMs: ms });
