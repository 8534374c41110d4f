// What the memory of a Ruida controller means. Two ways to write its status have been seen, and none is documented: what
// fits neither is unknown, and nothing but a plain word for it is idle.

import type { Activity } from '../../domain/machine/activity.ts';
import type { ReadingName, Readings } from '../../domain/machine/reading.ts';
import type { JobSeen, Seen } from '../../edge/talk.ts';

export const statusAddress = 0x0200;

/** Hour meters that the controller keeps itself, each with what turns it into our unit. */
export const meters: readonly {
  readonly address: number;
  readonly reading: ReadingName;
  readonly factor: number;
}[] = [
  { address: 0x0201, reading: 'powerOnDuration', factor: 1000 },
  { address: 0x0202, reading: 'operationDuration', factor: 1000 },
  { address: 0x0203, reading: 'operationCycleCounter', factor: 1 },
];

type Row = { readonly activity: Activity; readonly job: 'none' | 'under-way' | 'unknown' };

/** As a number. */
export const statusNumbers: ReadonlyMap<number, Row> = new Map<number, Row>([
  [21, { activity: 'running', job: 'under-way' }],
  [22, { activity: 'idle', job: 'none' }],
  [23, { activity: 'paused', job: 'under-way' }],
]);

const jobRuns = 0x0000_0001;
/** The end of a part, or a pause: those who have watched it do not agree, so it says nothing here. */
const partEnds = 0x0000_0002;
const moves = 0x0100_0000;

/** As bits. A job that stands still may be held, or between two cuts: it counts as running, and never as idle. */
function byBits(status: number): Row {
  const has = (bit: number): boolean => Math.floor(status / bit) % 2 === 1;
  if (has(jobRuns)) return { activity: 'running', job: 'under-way' };
  const rest = status - (has(partEnds) ? partEnds : 0) - (has(moves) ? moves : 0);
  if (rest !== 0) return { activity: 'unknown', job: 'unknown' };
  // By hand at its panel, or homing.
  return has(moves) ? { activity: 'busy', job: 'none' } : { activity: 'idle', job: 'none' };
}

export function seeLaser(status: number, readings: Readings): Seen {
  const { activity, job } = statusNumbers.get(status) ?? byBits(status);
  const seen: JobSeen = job === 'under-way' ? { state: job, id: null, name: null } : { state: job };
  return { activity, substate: null, raw: `0x${status.toString(16).toUpperCase()}`, readings, job: seen };
}
