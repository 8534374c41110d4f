// What the object model of a Duet says, as activity, job and readings. Pure: the words are a table, and a word that is not
// in it is unknown, never idle (invariant 7).

import type { Activity } from '../../domain/machine/activity.ts';
import type { ReadingName, Readings } from '../../domain/machine/reading.ts';
import { at, numberAt, textAt } from '../../edge/json-at.ts';
import type { JobSeen, Seen } from '../../edge/talk.ts';
import type { Model } from './merge-model.ts';

type Row = {
  readonly activity: Activity;
  /** `filed`: there is a job if a file is open, otherwise we cannot tell; `ended`: the last one is over. */
  readonly job: 'runs' | 'filed' | 'ended' | 'stopped' | 'none' | 'unknown';
  /** Shown beside the activity, where that says less. */
  readonly substate?: string;
};

/**
 * `state.status`. `off` has no voltage for motors and heaters; `halted` is an emergency stop, until a reset. A simulated
 * job moves and heats nothing, so it is none. `disconnected` is no status of the machine: see `isAway`.
 */
export const duetStatuses: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['starting', { activity: 'starting', job: 'unknown' }],
  ['updating', { activity: 'busy', job: 'unknown', substate: 'updating' }],
  ['off', { activity: 'sleeping', job: 'ended', substate: 'off' }],
  ['halted', { activity: 'estop', job: 'stopped' }],
  ['pausing', { activity: 'pausing', job: 'runs' }],
  ['paused', { activity: 'paused', job: 'runs' }],
  ['resuming', { activity: 'resuming', job: 'runs' }],
  ['cancelling', { activity: 'cancelling', job: 'runs' }],
  ['processing', { activity: 'running', job: 'runs' }],
  ['simulating', { activity: 'check', job: 'none', substate: 'simulating' }],
  ['busy', { activity: 'busy', job: 'filed' }],
  ['changingTool', { activity: 'toolChange', job: 'filed' }],
  ['idle', { activity: 'idle', job: 'ended' }],
]);

/** Null for what is no word at all. */
export function statusOf(model: Model): string | null {
  const said = at(model, 'state', 'status');
  return typeof said === 'string' && /^[A-Za-z]{1,32}$/.test(said) ? said : null;
}

/** The computer beside the board answers, the board does not. */
export const isAway = (model: Model): boolean => statusOf(model) === 'disconnected';

export function readModel(model: Model): Seen {
  const raw = statusOf(model);
  const row = raw === null ? undefined : duetStatuses.get(raw);
  const job = jobOf(row?.job ?? 'unknown', model);
  return {
    activity: row?.activity ?? 'unknown',
    substate: row?.substate ?? null,
    raw,
    readings: {
      ...heatOf(model),
      ...motionOf(model),
      ...(job.state === 'under-way' ? progressOf(model) : {}),
    },
    job,
  };
}

/** It has no numbers for its jobs. */
const id = null;

function jobOf(job: Row['job'], model: Model): JobSeen {
  const file = textAt(model, 'job', 'file', 'fileName');
  if (job === 'runs' || (job === 'filed' && file !== null))
    return { state: 'under-way', id, name: file === null ? null : nameOf(file) };
  if (job === 'stopped') return { state: 'over', id, result: 'aborted' };
  if (job === 'none') return { state: 'none' };
  // A file is still open, or just chosen: the next look tells.
  if (job !== 'ended' || file !== null) return { state: 'unknown' };
  return lastJobOf(model);
}

/** Stays until the next job. Older firmware does not say how it ended, and then nobody knows. */
function lastJobOf(model: Model): JobSeen {
  const [isCancelled, isAborted] = [
    at(model, 'job', 'lastFileCancelled'),
    at(model, 'job', 'lastFileAborted'),
  ];
  const isNone =
    textAt(model, 'job', 'lastFileName') === null || at(model, 'job', 'lastFileSimulated') === true;
  if (isNone) return { state: 'none' };
  if (isCancelled === true) return { state: 'over', id, result: 'aborted' };
  if (isAborted === true) return { state: 'over', id, result: 'failed' };
  const isSaid = isCancelled === false && isAborted === false;
  return { state: 'over', id, result: isSaid ? 'completed' : 'unknown' };
}

/** `0:/gcodes/box.gcode` is `box.gcode` to people. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1) || path;

type Bounds = { readonly least: number; readonly most: number };
type Found = { [name in ReadingName]?: number };

const heat: Bounds = { least: -60, most: 600 };
const length: Bounds = { least: -10_000, most: 10_000 };

function put(found: Found, name: ReadingName, value: number | null, { least, most }: Bounds): void {
  if (value !== null && value >= least && value <= most) found[name] = value;
}

/** Of the tools, in their order. Two tools with one nozzle show it twice. */
const hotEnds = [
  ['temperature.hotend0.actual', 'temperature.hotend0.target'],
  ['temperature.hotend1.actual', 'temperature.hotend1.target'],
  ['temperature.hotend2.actual', 'temperature.hotend2.target'],
  ['temperature.hotend3.actual', 'temperature.hotend3.target'],
  ['temperature.hotend4.actual', 'temperature.hotend4.target'],
  ['temperature.hotend5.actual', 'temperature.hotend5.target'],
  ['temperature.hotend6.actual', 'temperature.hotend6.target'],
  ['temperature.hotend7.actual', 'temperature.hotend7.target'],
] as const;

/** A broken sensor reads 2000 degrees or less than any winter: out of bounds, so not told. */
function heatOf(model: Model): Readings {
  const found: Found = {};
  const heater = (index: number | null): readonly (string | number)[] => ['heat', 'heaters', index ?? -1];
  const bed = heater(numberAt(model, 'heat', 'bedHeaters', 0));
  const chamber = heater(numberAt(model, 'heat', 'chamberHeaters', 0));
  for (const [tool, [actual, target]] of hotEnds.entries()) {
    const hotend = heater(numberAt(model, 'tools', tool, 'heaters', 0));
    put(found, actual, numberAt(model, ...hotend, 'current'), heat);
    put(found, target, targetOf(at(model, ...hotend)), heat);
  }
  put(found, 'temperature.bed.actual', numberAt(model, ...bed, 'current'), heat);
  put(found, 'temperature.bed.target', targetOf(at(model, ...bed)), heat);
  put(found, 'temperature.chamber.actual', numberAt(model, ...chamber, 'current'), heat);
  return found;
}

/** A heater that is off keeps the target that it had. */
function targetOf(heater: unknown): number | null {
  const state = at(heater, 'state');
  if (state === 'active' || state === 'standby') return numberAt(heater, state);
  return state === 'off' ? 0 : null;
}

const axisReadings = {
  X: ['position.machine.x', 'position.work.x'],
  Y: ['position.machine.y', 'position.work.y'],
  Z: ['position.machine.z', 'position.work.z'],
} as const satisfies Record<string, readonly [ReadingName, ReadingName]>;

function motionOf(model: Model): Readings {
  const found: Found = {};
  const axes = at(model, 'move', 'axes');
  for (const axis of Array.isArray(axes) ? axes : []) {
    const letter = at(axis, 'letter');
    if (letter !== 'X' && letter !== 'Y' && letter !== 'Z') continue;
    const [machine, work] = axisReadings[letter];
    put(found, machine, numberAt(axis, 'machinePosition'), length);
    put(found, work, numberAt(axis, 'userPosition'), length);
  }
  const factor = numberAt(model, 'move', 'speedFactor');
  put(found, 'path.feedrateOverride', factor === null ? null : factor * 100, { least: 0, most: 1000 });
  return found;
}

/** Bytes read of those that the file has; times in seconds, the slicer's own before estimates. */
function progressOf(model: Model): Readings {
  const found: Found = {};
  const [done, size] = [numberAt(model, 'job', 'filePosition'), numberAt(model, 'job', 'file', 'size')];
  if (done !== null && size !== null && size > 0)
    put(found, 'program.progress', done / size, { least: 0, most: 1 });
  const left = ['slicer', 'file', 'filament'].map((by) => numberAt(model, 'job', 'timesLeft', by));
  const best = left.find((seconds) => seconds !== null) ?? null;
  put(found, 'program.timeLeft', best, { least: 0, most: 10_000_000 });
  return found;
}
