// Follows the meter in one switch: a total that may step back, jump or go missing, and watts. Its sums only ever grow, by
// no more than what can have been drawn, and add up to the total that the meter tells (invariant 5).
//
// | the total                      | what counts                                                                     |
// | ------------------------------ | ------------------------------------------------------------------------------- |
// | is the first, or the first     | from here on; what was drawn before is reckoned from watts, or not measured     |
// |   after it was missing         |                                                                                 |
// | goes on from the one before    | the difference                                                                  |
// | begins again near zero (reset) | at least what it shows; before that watts, or not measured                      |
// | cannot follow from the one     | nothing, and it is refused; if the next one goes on from it, it counts from     |
// |   before                       | there, and if that goes on from the one before, it was nothing                  |
// | is missing for too long        | watts, or not measured                                                          |
//
// A counter of 32 bits that rolls over looks like a reset and is taken for one.

/** Watts and a total as a switch tells them, each null where that was not told. */
export type EnergySample = {
  /** Monotonic milliseconds. */
  readonly monoMs: number;
  readonly on: boolean | null;
  readonly energyWh: number | null;
  readonly powerW: number | null;
};

/** What came of the total in a sample; `none`: it held no total. */
export type Verdict = 'none' | 'taken' | 'reset' | 'refused';

/** Since the meter was first heard in this boot. None of them ever falls. */
type EnergySums = { mwh: number; meteredMs: number; reckonedMs: number };

export type EnergyMeter = {
  readonly sums: EnergySums;
  /** Whether it ever told watts or a total: a switch without a meter does not. */
  hasTold: boolean;
  /** Counted up to here; null before the first look at it. */
  untilMs: number | null;
  on: boolean | null;
  watts: { readonly powerW: number; readonly monoMs: number } | null;
  /** The last total that was believed, null while none is. */
  total: Total | null;
  /** One that was refused, with the `earlyMwh` of then. */
  doubt: (Total & { readonly earlyMwh: number }) | null;
  /** How long the total has been missing while something may have been drawn. */
  missingMs: number;
  /** Since the last total: not in the sums yet, because the next total will say it better. */
  pending: { mwh: number; reckonedMs: number; blindMs: number };
  /** Since the last total, reckoned from watts and in the sums already: the next one is set off against it. */
  earlyMwh: number;
  /** Whether of the time since the last total something was left out as not measured. */
  wasBlind: boolean;
};

type Total = {
  readonly mwh: number;
  /** By how much the next one may be greater; grows with time. */
  allowanceMwh: number;
};

/** No machine of a workshop draws more than this in the mean; W. */
const ceilingW = 25_000;
/** Meters tell their total in steps of up to a tenth of a kilowatt-hour. */
const stepMwh = 100_000;
/** A total that begins again is first heard below this. */
const nearZeroMwh = 100_000;
/** Beyond this a total is not a number that a meter shows; Wh, as in the contract. */
const largestWh = 1e12;
/** Watts are believed for so long when nothing else is heard. */
const wattsHoldMs = 3 * 60_000;
/** A total that is not heard for so long is missing. */
const totalHoldMs = 15 * 60_000;
/** Time without watts that may be left out before a total without saying so. */
const blindSlackMs = 15_000;

export const newEnergyMeter = (): EnergyMeter => ({
  sums: { mwh: 0, meteredMs: 0, reckonedMs: 0 },
  hasTold: false,
  untilMs: null,
  on: null,
  watts: null,
  total: null,
  doubt: null,
  missingMs: 0,
  pending: { mwh: 0, reckonedMs: 0, blindMs: 0 },
  earlyMwh: 0,
  wasBlind: false,
});

/** Takes in what the switch says now. */
export function takeSample(meter: EnergyMeter, sample: EnergySample): Verdict {
  const powerW = drawn(sample.powerW);
  pass(meter, { toMs: sample.monoMs, powerW });
  // What it drew before says nothing once the contact has changed.
  if (sample.on !== meter.on) meter.watts = null;
  meter.on = sample.on;
  if (powerW !== null) {
    meter.hasTold = true;
    meter.watts = { powerW, monoMs: sample.monoMs };
  }
  return sample.energyWh === null ? 'none' : judge(meter, sample.energyWh);
}

/** Moves on to that time. Earlier times change nothing. */
export function passTo(meter: EnergyMeter, monoMs: number): void {
  pass(meter, { toMs: monoMs, powerW: null });
}

/** Takes what is known by now into the sums, without waiting for the next total: somebody's use is over. */
export function settle(meter: EnergyMeter): void {
  const { sums, pending } = meter;
  sums.mwh += pending.mwh;
  sums.reckonedMs += pending.reckonedMs;
  meter.earlyMwh += pending.mwh;
  meter.wasBlind ||= pending.blindMs > blindSlackMs;
  meter.pending = { mwh: 0, reckonedMs: 0, blindMs: 0 };
}

/** A clamp shows what flows back as less than nothing; what no machine draws is not believed. */
const drawn = (powerW: number | null): number | null =>
  powerW === null || !Number.isFinite(powerW) || powerW > ceilingW ? null : Math.max(0, powerW);

function pass(meter: EnergyMeter, { toMs, powerW }: { toMs: number; powerW: number | null }): void {
  const { sums, watts, pending } = meter;
  const elapsedMs = toMs - (meter.untilMs ?? toMs);
  meter.untilMs = Math.max(toMs, meter.untilMs ?? toMs);
  if (elapsedMs <= 0) return;
  // A contact that is open draws nothing, unless its own watts say otherwise.
  if (meter.on === false && (watts?.powerW ?? 0) === 0) {
    sums.meteredMs += elapsedMs;
    return;
  }
  for (const total of [meter.total, meter.doubt])
    if (total) total.allowanceMwh += mwhOf({ powerW: ceilingW, ms: elapsedMs });
  if (watts && toMs - watts.monoMs <= wattsHoldMs) {
    const meanW = (watts.powerW + (powerW ?? watts.powerW)) / 2;
    pending.mwh += mwhOf({ powerW: meanW, ms: elapsedMs });
    pending.reckonedMs += elapsedMs;
  } else {
    pending.blindMs += elapsedMs;
  }
  meter.missingMs += elapsedMs;
  if (meter.total === null || meter.missingMs > totalHoldMs) giveUp(meter);
}

/** A watt for an hour is a thousand milliwatt-hours. */
const mwhOf = ({ powerW, ms }: { powerW: number; ms: number }): number => (powerW * ms) / 3_600;

/** No total is waited for any more: watts have the last word. */
function giveUp(meter: EnergyMeter): void {
  settle(meter);
  Object.assign(meter, { total: null, doubt: null, missingMs: 0, earlyMwh: 0, wasBlind: false });
}

function judge(meter: EnergyMeter, energyWh: number): Verdict {
  if (!(energyWh >= 0 && energyWh <= largestWh)) return 'refused';
  meter.hasTold = true;
  const mwh = Math.round(energyWh * 1_000);
  const { total } = meter;
  if (total === null) {
    begin(meter, mwh);
    return 'taken';
  }
  const before = followed(meter, mwh);
  if (before) {
    grow(meter, before, mwh);
    return 'taken';
  }
  settle(meter);
  if (mwh <= Math.min(nearZeroMwh, total.mwh / 2, total.allowanceMwh)) {
    // Watts may have seen more of it than the new total; they never make it less.
    meter.sums.mwh += Math.max(0, mwh - meter.earlyMwh);
    begin(meter, mwh);
    return 'reset';
  }
  meter.doubt = { mwh, allowanceMwh: stepMwh, earlyMwh: meter.earlyMwh };
  return 'refused';
}

/** The nearest total from which this one can go on, null where there is none. */
function followed({ total, doubt }: EnergyMeter, mwh: number): Total | null {
  const possible = [total, doubt].filter(
    (one) => one !== null && mwh >= one.mwh && mwh - one.mwh <= one.allowanceMwh,
  );
  return possible.reduce((best, one) => (best && one && best.mwh > one.mwh ? best : one), null);
}

function grow(meter: EnergyMeter, before: Total, mwh: number): void {
  const { sums, pending, doubt } = meter;
  const grownMwh = mwh - before.mwh;
  const earlyMwh = meter.earlyMwh - (before === doubt ? doubt.earlyMwh : 0);
  sums.mwh += Math.max(0, grownMwh - earlyMwh);
  // What was told too early is not told twice; such a stretch is as good as its estimate.
  const isExact = earlyMwh === 0 && !meter.wasBlind;
  sums[isExact ? 'meteredMs' : 'reckonedMs'] += pending.reckonedMs + pending.blindMs;
  begin(meter, mwh);
  meter.total = { mwh, allowanceMwh: Math.min(stepMwh, before.allowanceMwh - grownMwh) };
  meter.earlyMwh = Math.max(0, earlyMwh - grownMwh);
}

function begin(meter: EnergyMeter, mwh: number): void {
  meter.total = { mwh, allowanceMwh: stepMwh };
  meter.pending = { mwh: 0, reckonedMs: 0, blindMs: 0 };
  Object.assign(meter, { doubt: null, missingMs: 0, earlyMwh: 0, wasBlind: false });
}
