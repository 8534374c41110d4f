// What the program of a machine tool says, from ProductionStateMachineType of OPC 40501-1 (section 8): how its job stands
// and, beside the item state, what the machine does. A table and pure functions.

import type { Activity } from '../../domain/machine/activity.ts';
import type { JobSeen } from '../../edge/talk.ts';
import type { Seen } from './machine-state.ts';

export const programStates = ['Initializing', 'Running', 'Ended', 'Interrupted', 'Aborted'] as const;
export type ProgramState = (typeof programStates)[number];

/** What the server last said; null where it said nothing that we know. */
export type ProgramWords = {
  readonly state: ProgramState | null;
  readonly name: string | null;
  /** Place in the list of programs; 0 where it stands in none. */
  readonly number: number | null;
  /** Of the job that the program belongs to. */
  readonly job: string | null;
};

type Row = {
  readonly job: JobSeen['state'];
  readonly result: Extract<JobSeen, { state: 'over' }>['result'];
  /** Where the server tells no item state; what is being prepared may move at any moment. */
  readonly alone: Activity;
};

const rows: Readonly<Record<ProgramState, Row>> = {
  Initializing: { job: 'none', result: 'unknown', alone: 'starting' },
  Running: { job: 'under-way', result: 'unknown', alone: 'running' },
  Interrupted: { job: 'under-way', result: 'unknown', alone: 'paused' },
  Ended: { job: 'over', result: 'completed', alone: 'idle' },
  Aborted: { job: 'over', result: 'aborted', alone: 'idle' },
};

export function jobOf(words: ProgramWords): JobSeen {
  const { state, job: id } = words;
  if (state === null) return { state: 'unknown' };
  const { job, result } = rows[state];
  if (job === 'under-way') return { state: job, id, name: programName(words) };
  return job === 'over' ? { state: job, id, result } : { state: job };
}

/** Its name, or its place in the list of programs. */
export function programName({ name, number }: ProgramWords): string | null {
  if (name !== null && name !== '') return name;
  return number === null || number === 0 ? null : `#${number}`;
}

/** A machine in production stands still while its program is interrupted: a job is waiting to go on. */
export function withProgram(seen: Seen, state: ProgramState | null): Seen {
  if (state === null) return seen;
  const raw = seen.raw === null ? state : `${seen.raw}, ${state}`.slice(0, 40);
  const isProducing = seen.substate === null && (seen.activity === 'running' || seen.activity === 'idle');
  return { ...seen, raw, activity: state === 'Interrupted' && isProducing ? 'paused' : seen.activity };
}

/** Why it stands in alarm, in its own words. */
export const withAlert = (seen: Seen, alert: string | null): Seen =>
  seen.activity === 'alarm' && alert !== null ? { ...seen, raw: alert } : seen;

/** Of a machine tool without an item state (it is optional there): what its program does is all that is known. */
export const seenByProgram = (state: ProgramState | null, serving: boolean): Seen => ({
  activity: state === null || !serving ? 'unknown' : rows[state].alone,
  substate: null,
  raw: state,
});
