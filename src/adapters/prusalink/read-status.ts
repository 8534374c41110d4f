// What `/api/v1/status` of a PrusaLink says, as activity, job and readings. Pure: the words are a table, and a word that
// is not in it is unknown, never idle (invariant 7).

import type { JobResult } from '../../domain/journal/entry.ts';
import type { Activity } from '../../domain/machine/activity.ts';
import type { ReadingName, Readings } from '../../domain/machine/reading.ts';
import { at, isRecord, numberAt } from '../../edge/json-at.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import type { JobSeen, Seen } from '../../edge/talk.ts';

type Row = {
  readonly activity: Activity;
  /** `named`: there is a job if it is told of one, otherwise we cannot tell. A result: it is over, so. */
  readonly job: 'runs' | 'named' | 'none' | JobResult;
  /** Shown beside the activity. */
  readonly substate?: string;
};

/**
 * FINISHED and STOPPED linger until somebody acknowledges them at the printer. PRINTING also while a Buddy aborts and
 * parks. ATTENTION waits for a person, in a job or without one; BUSY loads filament, tests itself or recovers.
 */
export const printerStates: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['IDLE', { activity: 'idle', job: 'none' }],
  ['READY', { activity: 'idle', job: 'none', substate: 'READY' }],
  ['BUSY', { activity: 'busy', job: 'named' }],
  ['PRINTING', { activity: 'running', job: 'runs' }],
  ['PAUSED', { activity: 'paused', job: 'runs' }],
  ['ATTENTION', { activity: 'paused', job: 'named', substate: 'ATTENTION' }],
  ['FINISHED', { activity: 'idle', job: 'completed', substate: 'FINISHED' }],
  ['STOPPED', { activity: 'idle', job: 'aborted', substate: 'STOPPED' }],
  ['ERROR', { activity: 'alarm', job: 'failed' }],
]);

type Measure = {
  readonly name: ReadingName;
  readonly in: readonly string[];
  readonly least: number;
  readonly most: number;
  readonly per?: number;
};

/** Progress comes as 0 to 100, times as seconds, lengths as mm. X and Y are not told of while it prints. */
const measures: readonly Measure[] = [
  { name: 'temperature.hotend0.actual', in: ['printer', 'temp_nozzle'], least: -60, most: 600 },
  { name: 'temperature.hotend0.target', in: ['printer', 'target_nozzle'], least: 0, most: 600 },
  { name: 'temperature.bed.actual', in: ['printer', 'temp_bed'], least: -60, most: 300 },
  { name: 'temperature.bed.target', in: ['printer', 'target_bed'], least: 0, most: 300 },
  { name: 'position.work.x', in: ['printer', 'axis_x'], least: -10_000, most: 10_000 },
  { name: 'position.work.y', in: ['printer', 'axis_y'], least: -10_000, most: 10_000 },
  { name: 'position.work.z', in: ['printer', 'axis_z'], least: -10_000, most: 10_000 },
  { name: 'path.feedrateOverride', in: ['printer', 'speed'], least: 0, most: 1000 },
  { name: 'program.progress', in: ['job', 'progress'], least: 0, most: 100, per: 100 },
  { name: 'program.timeLeft', in: ['job', 'time_remaining'], least: 0, most: 10_000_000 },
];

export type PrinterStatus = Omit<Seen, 'job'> & {
  /** Digits, as the paths of the API take them. */
  readonly jobId: string | null;
  /** With the name of the job, which is told elsewhere. */
  readonly jobNamed: (name: string | null) => JobSeen;
};

/** Rejects what is no status at all; a status without a word that we know is unknown. */
export function readStatus(json: unknown): PrinterStatus {
  const printer = at(json, 'printer');
  if (!isRecord(printer)) throw new LinkFault('answer-unfit', {}, { cause: new Error('no printer in it') });
  const said = at(printer, 'state');
  const raw = typeof said === 'string' && /^[A-Z_]{1,32}$/.test(said) ? said : null;
  const row = raw === null ? undefined : printerStates.get(raw);
  const jobId = idOf(at(json, 'job', 'id'));
  return {
    activity: row?.activity ?? 'unknown',
    substate: row?.substate ?? null,
    raw,
    readings: readingsOf(json),
    jobId,
    jobNamed: (name) => jobOf(row?.job ?? null, { id: jobId, name }),
  };
}

function jobOf(job: Row['job'] | null, { id, name }: { id: string | null; name: string | null }): JobSeen {
  if (job === 'none') return { state: 'none' };
  if (job === 'runs' || (job === 'named' && id !== null)) return { state: 'under-way', id, name };
  if (job === null || job === 'named') return { state: 'unknown' };
  return { state: 'over', id, result: job };
}

const idOf = (id: unknown): string | null =>
  typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? String(id) : null;

function readingsOf(json: unknown): Readings {
  const found: { [name in ReadingName]?: number } = {};
  for (const { name, in: path, least, most, per = 1 } of measures) {
    const value = numberAt(json, ...path);
    if (value !== null && value >= least && value <= most) found[name] = value / per;
  }
  return found;
}
