// The hour meter of a machine: it only ever grows, nobody can reset it, and replay finds it again (invariant 3). It counts
// what the segments of sessions say and, outside of sessions, what the controller shows to be at work; a stretch counts
// when an entry ends it, so that no later word takes any of it back.

import type { SegmentClosed } from '../journal/entry.ts';
import type { MachineCare, State } from '../journal/state.ts';
import type { OnClock } from '../journal/usage-entries.ts';
import type { Metering } from '../usage/meter.ts';
import { counted, meteringOf } from '../usage/meter.ts';
import { onClocks } from '../usage/on-meter.ts';

/** The clocks by which a machine wears. */
export const wearClocks = ['loaded', 'working', 'operating', 'laserOn', 'spindleOn'] as const;
export type WearClock = (typeof wearClocks)[number];

/** The first three: they go by the activity, in sessions and outside of them. */
type ActivityClock = Exclude<WearClock, OnClock>;
const activityClocks: readonly ActivityClock[] = ['loaded', 'working', 'operating'];

/** Milliseconds of each clock, and how many jobs its controller began. */
export type Hours = {
  readonly loadedMs: number;
  readonly workingMs: number;
  readonly operatingMs: number;
  /** Left out until the machine has told of it: what was never told is not zero. */
  readonly laserOnMs?: number;
  readonly spindleOnMs?: number;
  readonly jobs: number;
};

/** What a machine had done before it was described here; hours, not below zero. */
export type HourStart = {
  readonly loadedH?: number;
  readonly workingH?: number;
  readonly operatingH?: number;
  readonly laserOnH?: number;
  readonly spindleOnH?: number;
  readonly jobs?: number;
};

export type HourMeter = {
  /** Of closed segments, of what was seen outside of sessions, and of the start. */
  settled: { -readonly [name in keyof Hours]: number };
  /** The first start that was ever described; it stays, whatever is described later. */
  start: HourStart | null;
  /** Outside of sessions all was counted up to here, monotonic time of this boot; null while nothing was heard in it. */
  outsideMonoMs: number | null;
};

export const noHours: Hours = { loadedMs: 0, workingMs: 0, operatingMs: 0, jobs: 0 };

const hourMs = 3_600_000;

export const newHourMeter = (): HourMeter => ({
  settled: { ...noHours },
  start: null,
  outsideMonoMs: null,
});

/** What the meter of a machine stands at: whole stretches only, so at most a quarter of an hour behind in a session. */
export function hoursOf(state: Pick<State, 'care' | 'sessions'>, machine: string): Hours {
  const settled = state.care.get(machine)?.meter.settled ?? noHours;
  const open = state.sessions.get(machine)?.segment?.clocks;
  if (!open) return { ...settled };
  return {
    ...settled,
    loadedMs: settled.loadedMs + open.loadedMs,
    workingMs: settled.workingMs + open.workingMs,
    operatingMs: settled.operatingMs + open.operatingMs,
  };
}

/** The same as it stands at that time, if all goes on as it was last seen: for screens, as it may have to be taken back. */
export function hoursAt(state: State, machine: string, monoMs: number): Hours {
  const hours: HourMeter['settled'] = { ...hoursOf(state, machine) };
  const metering = meteringOf(state, machine);
  const segment = state.sessions.get(machine)?.segment;
  if (segment) {
    const { clocks } = counted(segment, { metering, monoMs });
    for (const clock of activityClocks)
      hours[`${clock}Ms`] += clocks[`${clock}Ms`] - segment.clocks[`${clock}Ms`];
    return hours;
  }
  const sinceMonoMs = state.care.get(machine)?.meter.outsideMonoMs ?? monoMs;
  for (const clock of movedOutside[metering]) hours[`${clock}Ms`] += Math.max(0, monoMs - sinceMonoMs);
  return hours;
}

/** What lies between two readings of one meter; never below zero. */
export const hoursBetween = (from: Hours, to: Hours): Hours => ({
  loadedMs: Math.max(0, to.loadedMs - from.loadedMs),
  workingMs: Math.max(0, to.workingMs - from.workingMs),
  operatingMs: Math.max(0, to.operatingMs - from.operatingMs),
  ...onHours((name) => (to[name] === undefined ? undefined : Math.max(0, to[name] - (from[name] ?? 0)))),
  jobs: Math.max(0, to.jobs - from.jobs),
});

/** Of the clocks that a machine may not have, those that it has. */
export function onHours(hoursOf: (name: `${OnClock}Ms`) => number | undefined): Pick<Hours, `${OnClock}Ms`> {
  const [laserOnMs, spindleOnMs] = [hoursOf('laserOnMs'), hoursOf('spindleOnMs')];
  return {
    ...(laserOnMs === undefined ? {} : { laserOnMs }),
    ...(spindleOnMs === undefined ? {} : { spindleOnMs }),
  };
}

/** The first start counts; what is described later rewrites nothing. */
export function takeStart({ meter }: MachineCare, start: HourStart | undefined): void {
  if (start === undefined || meter.start !== null) return;
  meter.start = start;
  meter.settled.loadedMs += (start.loadedH ?? 0) * hourMs;
  meter.settled.workingMs += (start.workingH ?? 0) * hourMs;
  meter.settled.operatingMs += (start.operatingH ?? 0) * hourMs;
  for (const clock of onClocks) {
    const startH = start[`${clock}H`];
    if (startH !== undefined) addOn(meter, clock, startH * hourMs);
  }
  meter.settled.jobs += start.jobs ?? 0;
}

/** A segment is in the books: its clocks are the truth, whatever was counted on the way. */
export function takeSegment(care: MachineCare, segment: SegmentClosed, monoMs: number): void {
  const { clocks, why } = segment;
  for (const clock of activityClocks) care.meter.settled[`${clock}Ms`] += Math.max(0, clocks[`${clock}Ms`]);
  for (const clock of onClocks) {
    const on = segment[clock];
    if (on) addOn(care.meter, clock, Math.max(0, on.onMs));
  }
  // What its job does after the end is outside of the session, and wears the machine all the same.
  if (why === 'ending') care.meter.outsideMonoMs = monoMs;
}

const addOn = ({ settled }: HourMeter, clock: OnClock, ms: number): void => {
  settled[`${clock}Ms`] = (settled[`${clock}Ms`] ?? 0) + ms;
};

/** Counts what was seen outside of a session up to that time, as the state was until then. Within one it does nothing. */
export function countOutside(state: State, machine: string, untilMonoMs: number): void {
  const meter = state.care.get(machine)?.meter;
  if (!meter || state.sessions.get(machine)?.segment) return;
  const elapsedMs = untilMonoMs - (meter.outsideMonoMs ?? untilMonoMs);
  if (elapsedMs <= 0) return;
  meter.outsideMonoMs = untilMonoMs;
  for (const clock of movedOutside[meteringOf(state, machine)]) meter.settled[`${clock}Ms`] += elapsedMs;
}

/** A machine that stands there unused under power is not in use; only one that moves or heats is. */
const movedOutside: Readonly<Record<Metering, readonly ActivityClock[]>> = {
  gap: [],
  none: [],
  loaded: [],
  powered: [],
  working: ['loaded', 'working'],
  operating: ['loaded', 'working', 'operating'],
};

/**
 * The boot before is over: what was seen outside of sessions counts up to its last sign of life, and all begins unheard. Not up
 * to the last entry: that may be a tap which is forgotten by the time of a replay (invariant 3).
 */
export function endBoot(state: State, last: { readonly boot: string; readonly monoMs: number } | null): void {
  const untilMonoMs = last?.boot === state.boot ? last.monoMs : 0;
  for (const [machine, { meter }] of state.care) {
    countOutside(state, machine, untilMonoMs);
    meter.outsideMonoMs = null;
  }
}
