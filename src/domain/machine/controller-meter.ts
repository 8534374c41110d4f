// The hour meters that a controller keeps by itself, held against ours: how far the two have drifted apart since both were
// first read together. A meter of a controller that steps back has begun anew, and so does the comparison; that is told.

import type { Hours } from './hour-meter.ts';
import type { Readings } from './reading.ts';

/** What it told last; each left out until it is told. */
type ControllerTold = {
  readonly powerOnMs?: number;
  readonly operationMs?: number;
  readonly cycles?: number;
};

export type ControllerMeter = {
  readonly told: ControllerTold;
  /** Ours when its time in operation was last told. */
  readonly ours: Pick<Hours, 'operatingMs' | 'jobs'>;
  /** Both as they stood at the beginning; null until its time in operation is told. */
  readonly began: {
    readonly atMs: number;
    readonly operationMs: number;
    readonly operatingMs: number;
  } | null;
  /** When it last began anew, wall clock; null while it only grew. */
  readonly restartedAtMs: number | null;
};

/** Above zero: we have counted more than the controller. */
export type Drift = { readonly driftMs: number; readonly isOff: boolean };

/** Apart by more than both of these, they are off: one twentieth of the greater, and a tenth of an hour. */
const offPart = 1 / 20;
const offMs = 360_000;

const readingsOf = {
  powerOnMs: 'powerOnDuration',
  operationMs: 'operationDuration',
  cycles: 'operationCycleCounter',
} as const;
const names = Object.keys(readingsOf) as readonly (keyof ControllerTold)[];

/** Null while the controller tells nothing of the kind. */
export function compareMeters(
  before: ControllerMeter | null,
  now: { readonly readings: Readings; readonly hours: Hours; readonly atMs: number },
): ControllerMeter | null {
  const { readings, hours, atMs } = now;
  const heard = toldBy(readings);
  if (names.every((name) => heard[name] === undefined)) return before;
  const steppedBack = names.some(
    (name) => (heard[name] ?? Number.POSITIVE_INFINITY) < (before?.told[name] ?? 0),
  );
  const { operatingMs, jobs } = hours;
  const { operationMs } = heard;
  const earlier = steppedBack ? null : (before?.began ?? null);
  return {
    told: steppedBack ? heard : { ...before?.told, ...heard },
    ours: operationMs === undefined && before ? before.ours : { operatingMs, jobs },
    began: operationMs === undefined ? earlier : (earlier ?? { atMs, operationMs, operatingMs }),
    restartedAtMs: steppedBack ? atMs : (before?.restartedAtMs ?? null),
  };
}

/** Null until there is something to compare. */
export function driftOf({ told, ours, began }: ControllerMeter): Drift | null {
  if (began === null || told.operationMs === undefined) return null;
  const oursMs = ours.operatingMs - began.operatingMs;
  const theirsMs = told.operationMs - began.operationMs;
  const driftMs = Math.round(oursMs - theirsMs);
  const apartMs = Math.abs(driftMs);
  return { driftMs, isOff: apartMs > offMs && apartMs > Math.max(oursMs, theirsMs) * offPart };
}

function toldBy(readings: Readings): ControllerTold {
  const told: { -readonly [name in keyof ControllerTold]: number } = {};
  for (const name of names) {
    const value = readings[readingsOf[name]];
    if (value !== undefined && Number.isFinite(value) && value >= 0) told[name] = value;
  }
  return told;
}
