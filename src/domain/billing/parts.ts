// A segment by the bands in which it lies: the parts add up to it, figure by figure, and one that lies in a single band
// is its only part. What crosses an edge, as after an outage, is split by the clock on the wall.

import type { SegmentClosed } from '../journal/entry.ts';
import type { TariffClock } from '../machine/tariff.ts';
import { type Band, bandsOf } from './bands.ts';
import type { Metered } from './rate.ts';
import type { Share } from './tally.ts';

export type PartOfBand = {
  readonly segment: SegmentClosed;
  readonly band: Pick<Band, 'day' | 'tariff' | 'percent'>;
  readonly share: Share;
  readonly isLast: boolean;
};

export function partsOf(metered: Metered): readonly PartOfBand[] {
  const { segment } = metered;
  const bands = bandsOf(segment, metered);
  return bands.map((band, i) => {
    const part = bands.length === 1 ? segment : cut(segment, band);
    return { segment: part, band, share: shareOf(part, band, metered), isLast: i === bands.length - 1 };
  });
}

/** Nobody saw the beam of a use that was entered by hand: its time stands on every clock. */
export function clockMsOf(
  segment: SegmentClosed,
  { clock, byHand }: { clock: TariffClock; byHand: boolean },
): number {
  if (clock === 'laserOn' || clock === 'spindleOn')
    return segment[clock]?.onMs ?? (byHand ? Math.round(segment.clocks.operatingMs) : 0);
  return Math.round(segment.clocks[`${clock}Ms`]);
}

function shareOf(
  segment: SegmentClosed,
  { tariff, percent }: PartOfBand['band'],
  { byHand: hand, material }: Metered,
): Share {
  const byHand = hand !== undefined;
  const { energy } = segment;
  return {
    tariff,
    percent,
    loadedMs: Math.round(segment.clocks.loadedMs),
    clockMs: (clock) => clockMsOf(segment, { clock, byHand }),
    mwh: energy === undefined || energy.how === 'unmeasured' ? 0 : energy.mwh,
    ...(material && { material }),
  };
}

function cut(segment: SegmentClosed, { fromMs, toMs }: Band): SegmentClosed {
  const part = (whole: number): number =>
    upTo(whole, { segment, atMs: toMs }) - upTo(whole, { segment, atMs: fromMs });
  const { clocks, energy, laserOn, spindleOn } = segment;
  return {
    ...segment,
    fromMs,
    toMs,
    clocks: {
      loadedMs: part(clocks.loadedMs),
      poweredMs: part(clocks.poweredMs),
      workingMs: part(clocks.workingMs),
      operatingMs: part(clocks.operatingMs),
    },
    gapMs: part(segment.gapMs),
    ...(energy && { energy: { ...energy, mwh: part(energy.mwh), unmeasuredMs: part(energy.unmeasuredMs) } }),
    ...(laserOn && { laserOn: { onMs: part(laserOn.onMs), gapMs: part(laserOn.gapMs) } }),
    ...(spindleOn && { spindleOn: { onMs: part(spindleOn.onMs), gapMs: part(spindleOn.gapMs) } }),
  };
}

/** What of a figure had come by then, had it come evenly: whole, rounded down. */
function upTo(whole: number, { segment, atMs }: { segment: SegmentClosed; atMs: number }): number {
  const figure = BigInt(Math.round(whole)) * BigInt(Math.round(atMs - segment.fromMs));
  return Number(figure / BigInt(Math.round(segment.toMs - segment.fromMs)));
}
