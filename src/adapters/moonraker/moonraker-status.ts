// What Klipper says of itself through Moonraker: which of its objects are asked for, how deltas are merged, and what the
// merged whole means. Tables and pure functions; what is missing or has another type is unknown, never idle
// (invariant 7).

import type { Activity } from '../../domain/machine/activity.ts';
import type { Readings } from '../../domain/machine/reading.ts';
import { fieldsOf, flagOf, numberOf, textOf } from '../../edge/json-at.ts';
import type { JobSeen, Seen } from '../../edge/talk.ts';

/** By `object.field`; null where it was said in a form that we do not know. */
export type Status = ReadonlyMap<string, Value>;
type Value = string | number | boolean | null;

/** The job under way, counted here: Klipper has no ids. */
export type JobCount = {
  readonly n: number;
  readonly isUnderWay: boolean;
  readonly name: string | null;
  readonly totalS: number | null;
};

export const noStatus: Status = new Map();
export const noJob: JobCount = { n: 0, isUnderWay: false, name: null, totalS: null };

type Read = (value: unknown) => Value;
const word: Read = (value) => textOf(value, 40);
const name: Read = (value) => textOf(value);
const flag: Read = flagOf;
const seconds: Read = (value) => numberOf(value, { least: 0, most: 1e9 });
const share: Read = (value) => numberOf(value, { least: 0, most: 1 });
const celsius: Read = (value) => numberOf(value, { least: -100, most: 2000 });

const heater = { temperature: celsius, target: celsius };

/** One row per hot end, as Klipper names them. */
const hotEnds = [
  ['extruder', 'temperature.hotend0.actual', 'temperature.hotend0.target'],
  ['extruder1', 'temperature.hotend1.actual', 'temperature.hotend1.target'],
  ['extruder2', 'temperature.hotend2.actual', 'temperature.hotend2.target'],
  ['extruder3', 'temperature.hotend3.actual', 'temperature.hotend3.target'],
  ['extruder4', 'temperature.hotend4.actual', 'temperature.hotend4.target'],
  ['extruder5', 'temperature.hotend5.actual', 'temperature.hotend5.target'],
  ['extruder6', 'temperature.hotend6.actual', 'temperature.hotend6.target'],
  ['extruder7', 'temperature.hotend7.actual', 'temperature.hotend7.target'],
] as const;

/** Klipper says nothing of an object that it does not have. */
const asked: Readonly<Record<string, Readonly<Record<string, Read>>>> = {
  webhooks: { state: word },
  print_stats: { state: word, filename: name, total_duration: seconds, print_duration: seconds },
  virtual_sdcard: { progress: share, is_active: flag },
  pause_resume: { is_paused: flag },
  idle_timeout: { state: word },
  ...Object.fromEntries(hotEnds.map(([object]) => [object, heater])),
  heater_bed: heater,
  'heater_generic chamber': heater,
  'temperature_sensor chamber': { temperature: celsius },
};

/** As `printer.objects.subscribe` wants it. */
export const askedObjects: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(asked).map(([object, fields]) => [object, Object.keys(fields)]),
);

/** Only what was asked for; what is not in the delta stays as it was. */
export function mergeStatus(before: Status, delta: unknown): Status {
  const merged = new Map(before);
  const told = fieldsOf(delta);
  for (const [object, fields] of Object.entries(asked)) {
    if (!told.has(object)) continue;
    const one = told.at(object);
    const isObject = typeof told.raw(object) === 'object';
    for (const [field, read] of Object.entries(fields))
      if (!isObject || one.has(field)) merged.set(`${object}.${field}`, read(one.raw(field)));
  }
  return merged;
}

type PrintRow = {
  /** Null: what the toolhead does. */
  readonly activity: Activity | null;
  readonly job: Exclude<JobSeen['state'], 'unknown'>;
  readonly result?: 'completed' | 'aborted' | 'failed';
};

/** `print_stats.state`; the last four stay until the next job. */
const printRows: ReadonlyMap<Value, PrintRow> = new Map<Value, PrintRow>([
  ['printing', { activity: 'running', job: 'under-way' }],
  ['paused', { activity: 'paused', job: 'under-way' }],
  ['standby', { activity: null, job: 'none' }],
  ['complete', { activity: null, job: 'over', result: 'completed' }],
  ['cancelled', { activity: null, job: 'over', result: 'aborted' }],
  ['error', { activity: null, job: 'over', result: 'failed' }],
]);

/** `idle_timeout.state`: its Printing means only that the toolhead moves, as it does when somebody jogs it. */
const toolheadRows: ReadonlyMap<Value, Activity> = new Map<Value, Activity>([
  ['Idle', 'idle'],
  ['Ready', 'idle'],
  ['Printing', 'busy'],
]);

const valueIn = (status: Status, key: string): Value => status.get(key) ?? null;
const numberIn = (status: Status, key: string): number | null => {
  const value = valueIn(status, key);
  return typeof value === 'number' ? value : null;
};
const textIn = (status: Status, key: string): string | null => {
  const value = valueIn(status, key);
  return typeof value === 'string' ? value : null;
};

/** A job is another one than before when its name is another, or when its clock went back (as Moonraker has it). */
export function countJob(before: JobCount, status: Status): JobCount {
  const isUnderWay = printRows.get(valueIn(status, 'print_stats.state'))?.job === 'under-way';
  const name = textIn(status, 'print_stats.filename');
  const totalS = numberIn(status, 'print_stats.total_duration');
  if (!isUnderWay) return { ...noJob, n: before.n };
  const isAnother =
    !before.isUnderWay ||
    (name !== null && before.name !== null && name !== before.name) ||
    (totalS !== null && before.totalS !== null && totalS < before.totalS);
  const known = isAnother ? noJob : before;
  return {
    n: before.n + (isAnother ? 1 : 0),
    isUnderWay,
    name: name ?? known.name,
    totalS: totalS ?? known.totalS,
  };
}

/** `own` are readings that come from elsewhere. */
export function seenOf(status: Status, { job, own }: { job: JobCount; own: Readings }): Seen {
  const printing = textIn(status, 'print_stats.state');
  const toolhead = textIn(status, 'idle_timeout.state');
  const row = printRows.get(printing);
  const activity = activityOf(status, row);
  const words = [printing, activity === 'busy' ? `toolhead ${toolhead}` : null];
  return {
    activity,
    substate: null,
    raw: words.filter((one) => one !== null).join(', ') || null,
    readings: { ...own, ...heatOf(status), ...(row?.job === 'under-way' ? progressOf(status) : {}) },
    job: jobOf(row, { status, job }),
  };
}

function activityOf(status: Status, row: PrintRow | undefined): Activity {
  const moves = toolheadRows.get(valueIn(status, 'idle_timeout.state')) ?? 'unknown';
  // Without a print we cannot tell a pause from rest: a host beside Moonraker may be printing.
  if (!row) return moves === 'busy' ? 'busy' : 'unknown';
  if (row.activity === null) return isFileActive(status, row) ? 'busy' : moves;
  if (row.activity === 'running' && valueIn(status, 'pause_resume.is_paused') === true) return 'pausing';
  return row.activity === 'running' && isHeating(status) ? 'heating' : row.activity;
}

/** Its file is read although no print is under way: one is just beginning. */
const isFileActive = (status: Status, row: PrintRow): boolean =>
  row.job !== 'under-way' && valueIn(status, 'virtual_sdcard.is_active') === true;

/** The print clock stands still until the first filament flows. */
const isHeating = (status: Status): boolean =>
  numberIn(status, 'print_stats.print_duration') === 0 &&
  [...hotEnds.map(([object]) => object), 'heater_bed'].some((object) => {
    const actualC = numberIn(status, `${object}.temperature`);
    const targetC = numberIn(status, `${object}.target`);
    return actualC !== null && targetC !== null && actualC < targetC - slackC;
  });

const slackC = 2;

function jobOf(row: PrintRow | undefined, { status, job }: { status: Status; job: JobCount }): JobSeen {
  if (!row || isFileActive(status, row)) return { state: 'unknown' };
  const id = String(job.n);
  if (row.job === 'under-way') return { state: 'under-way', id, name: job.name };
  return row.result === undefined ? { state: 'none' } : { state: 'over', id: null, result: row.result };
}

function heatOf(status: Status): Readings {
  const read = (object: string, field = 'temperature') => numberIn(status, `${object}.${field}`);
  return said({
    ...Object.fromEntries(
      hotEnds.flatMap(([object, actual, target]) => [
        [actual, read(object)],
        [target, read(object, 'target')],
      ]),
    ),
    'temperature.bed.actual': read('heater_bed'),
    'temperature.bed.target': read('heater_bed', 'target'),
    'temperature.chamber.actual': read('heater_generic chamber') ?? read('temperature_sensor chamber'),
  });
}

/** Below these the share says nothing of the time that is left. */
const leastShare = 0.01;
const leastPrintS = 30;
const mostLeftS = 60 * 86_400;

function progressOf(status: Status): Readings {
  const done = numberIn(status, 'virtual_sdcard.progress');
  const printS = numberIn(status, 'print_stats.print_duration');
  const isSane = done !== null && printS !== null && done >= leastShare && printS >= leastPrintS;
  const leftS = isSane ? Math.round((printS * (1 - done)) / done) : null;
  return said({
    'program.progress': done,
    'program.timeLeft': leftS !== null && leftS <= mostLeftS ? leftS : null,
  });
}

/** Printed time and jobs of `server.history.totals`; without the history component there are none. */
export function totalsOf(result: unknown): Readings {
  const totals = fieldsOf(result).at('job_totals');
  const printS = totals.number('total_print_time', { least: 0, most: 1e10 });
  return said({
    operationDuration: printS === null ? null : Math.round(printS * 1000),
    operationCycleCounter: totals.number('total_jobs', { least: 0, most: 1e9 }),
  });
}

const said = (readings: Readonly<{ [name in keyof Readings]?: number | null }>): Readings =>
  Object.fromEntries(Object.entries(readings).filter(([, value]) => value !== null)) as Readings;
