// What a machine does and what becomes of its job, from EXECUTION, CONTROLLER_MODE, WAIT_STATE, EMERGENCY_STOP and the
// faults of its conditions: tables and pure functions. What is unavailable or foreign is unknown, never idle (invariant 7).

import type { Activity } from '../../domain/machine/activity.ts';
import type { JobSeen, Seen } from '../../edge/talk.ts';

/** Words as the agent last said them; null where it said none, or UNAVAILABLE. */
export type PathWords = {
  readonly execution: string | null;
  readonly mode: string | null;
  readonly wait: string | null;
  readonly program: string | null;
};

export type MachineWords = {
  readonly paths: readonly PathWords[];
  readonly isStopped: boolean;
  /** Faults that stand, the newest last. */
  readonly faults: readonly { readonly code: string; readonly text: string }[];
  /** Its data are made up for a test: nothing is known of the machine. */
  readonly isTest: boolean;
};

type Row = {
  readonly activity: Activity;
  /** Whether a fault makes it an alarm: one that moves all the same is not at rest. */
  readonly alarms: boolean;
  readonly job: 'none' | 'under-way' | 'completed' | 'stopped';
};

const held = { activity: 'paused', alarms: true, job: 'under-way' } as const;

/** One row per word of EXECUTION. Where paths differ, the first row that one of them has speaks for the machine. */
export const executions: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['ACTIVE', { activity: 'running', alarms: false, job: 'under-way' }],
  // It goes on by itself.
  ['WAIT', { activity: 'busy', alarms: false, job: 'under-way' }],
  ['INTERRUPTED', held],
  ['FEED_HOLD', held],
  ['PROGRAM_STOPPED', held],
  ['OPTIONAL_STOP', held],
  ['PROGRAM_OPTIONAL_STOP', held],
  ['STOPPED', { activity: 'idle', alarms: true, job: 'stopped' }],
  ['PROGRAM_COMPLETED', { activity: 'idle', alarms: true, job: 'completed' }],
  ['READY', { activity: 'idle', alarms: true, job: 'none' }],
]);
const order = [...executions.keys()];

/** What moves in these modes is no job; a job that is held meanwhile stays what it was. */
export const byHand: ReadonlyMap<string, Activity> = new Map([
  ['MANUAL', 'jogging'],
  ['MANUAL_DATA_INPUT', 'busy'],
]);

/** What it waits for; another word leaves it at the row of EXECUTION. */
export const waits: ReadonlyMap<string, Activity> = new Map([
  ['POWERING_UP', 'starting'],
  ['PAUSING', 'pausing'],
  ['RESUMING', 'resuming'],
  ['TOOL_LOAD', 'toolChange'],
  ['TOOL_UNLOAD', 'toolChange'],
]);

const mostRawCharacters = 40;
const mostSubstateCharacters = 20;

export function seenOf(words: MachineWords): Omit<Seen, 'readings'> {
  const lead = leadOf(words.paths);
  const { execution = null, mode = null } = lead ?? {};
  const fault = words.faults.at(-1);
  if (words.isTest) return { ...nothing, raw: rawOf([execution, 'test data']) };
  if (words.isStopped) {
    const job = lead && jobOf(lead, words) === 'completed' ? 'completed' : 'aborted';
    const raw = rawOf([execution, 'TRIGGERED']);
    return { activity: 'estop', substate: null, raw, job: { state: 'over', id: null, result: job } };
  }
  const row = lead && executions.get(lead.execution ?? '');
  if (!lead || !row) return { ...nothing, raw: rawOf([execution, mode]) };
  const alarm = row.alarms ? fault : undefined;
  return {
    activity: alarm ? 'alarm' : activityOf(lead, row),
    substate: alarm ? printable(alarm.code, mostSubstateCharacters) : null,
    raw: rawOf([execution, ...(fault ? [fault.code, fault.text] : [mode])]),
    job: jobSeen(lead, words),
  };
}

const nothing = { activity: 'unknown', substate: null, job: { state: 'unknown' } } as const;

/** Null where nothing is known of one path and no other moves: it may be the one that does. */
function leadOf(paths: readonly PathWords[]): PathWords | null {
  const rank = ({ execution }: PathWords): number => order.indexOf(execution ?? '');
  const unknown = paths.find((path) => rank(path) < 0);
  const known = paths.filter((path) => rank(path) >= 0).sort((a, b) => rank(a) - rank(b));
  const first = known[0] ?? null;
  const moves = first !== null && (first.execution === 'ACTIVE' || first.execution === 'WAIT');
  return unknown && !moves ? unknown : first;
}

function activityOf({ execution, mode, wait }: PathWords, row: Row): Activity {
  if (execution === 'ACTIVE') return byHand.get(mode ?? '') ?? row.activity;
  const isWaiting = execution === 'WAIT' || execution === 'FEED_HOLD' || execution === 'READY';
  return (isWaiting ? waits.get(wait ?? '') : undefined) ?? row.activity;
}

type JobWord = Row['job'] | 'failed' | 'unknown';

function jobOf({ execution, mode }: PathWords, { faults }: Pick<MachineWords, 'faults'>): JobWord {
  const word = executions.get(execution ?? '')?.job ?? 'unknown';
  if (word === 'under-way' && byHand.has(mode ?? '')) return 'unknown';
  return word === 'stopped' && faults.length > 0 ? 'failed' : word;
}

function jobSeen(lead: PathWords, words: MachineWords): JobSeen {
  const word = jobOf(lead, words);
  switch (word) {
    case 'under-way':
      return { state: 'under-way', id: null, name: lead.program };
    case 'completed':
    case 'failed':
      return { state: 'over', id: null, result: word };
    case 'stopped':
      return { state: 'over', id: null, result: 'aborted' };
    default:
      return { state: word };
  }
}

function rawOf(words: readonly (string | null)[]): string | null {
  const said = words.filter((word) => word !== null && word !== '');
  return printable(said.join(', '), mostRawCharacters);
}

const printable = (text: string, most: number): string | null =>
  Array.from(text.slice(0, 400).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ''))
    .slice(0, most)
    .join('')
    .trim() || null;
