// Follows one reading that says whether a beam or a spindle is on: time for which it was heard to be on, and time in which it
// was not heard. Both sums only grow; what was not heard is a gap and counts for nothing (invariant 7).

import type { OnClock, OnTime } from '../journal/usage-entries.ts';
import type { ReadingName } from '../machine/reading.ts';

/** The reading by which each clock goes: on while it is above zero. */
export const onReadings = {
  laserOn: 'laser.power',
  spindleOn: 'spindle.speed',
} as const satisfies Readonly<Record<OnClock, ReadingName>>;

export const onClocks = Object.keys(onReadings) as readonly OnClock[];

export type OnMeter = {
  /** Whether it was ever told in this boot: most machines have no beam. */
  hasTold: boolean;
  /** Counted up to here, monotonic; null before the first look at it. */
  untilMs: number | null;
  heard: { readonly isOn: boolean; readonly monoMs: number } | null;
  readonly sums: { -readonly [name in keyof OnTime]: OnTime[name] };
};

/**
 * A sample counts for at most so long: links tell a reading that does not change every ten seconds, and their own polls
 * come on top of that.
 */
export const sampleHoldMs = 15_000;

export const newOnMeter = (): OnMeter => ({
  hasTold: false,
  untilMs: null,
  heard: null,
  sums: { onMs: 0, gapMs: 0 },
});

/** Takes in what the reading says now. */
export function takeOn(meter: OnMeter, { monoMs, isOn }: { monoMs: number; isOn: boolean }): void {
  passOn(meter, monoMs);
  meter.hasTold = true;
  meter.heard = { isOn, monoMs };
}

/** The machine is not heard any more, and was last seen at that time. */
export function loseOn(meter: OnMeter, seenMonoMs: number): void {
  passOn(meter, seenMonoMs);
  meter.heard = null;
}

/** Moves on to that time. Earlier times change nothing. */
export function passOn(meter: OnMeter, toMs: number): void {
  const fromMs = meter.untilMs ?? toMs;
  if (toMs < fromMs) return;
  meter.untilMs = toMs;
  const { heard, sums } = meter;
  const heldMs = heard === null ? 0 : heard.monoMs + sampleHoldMs - fromMs;
  const knownMs = Math.min(toMs - fromMs, Math.max(0, heldMs));
  if (heard?.isOn) sums.onMs += knownMs;
  sums.gapMs += toMs - fromMs - knownMs;
}

/** What lies between two readings of the sums of one meter. */
export const onBetween = (from: OnTime, to: OnTime): OnTime => ({
  onMs: to.onMs - from.onMs,
  gapMs: to.gapMs - from.gapMs,
});
