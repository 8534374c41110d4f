// What OctoPrint says of its printer, pushed or asked for in the same shape, and what it means. A table and pure
// functions; several flags are true at once, so that the first row that holds decides.

import type { JobResult } from '../../domain/journal/entry.ts';
import type { Activity } from '../../domain/machine/activity.ts';
import type { Readings } from '../../domain/machine/reading.ts';
import { type Fields, fieldsOf } from '../../edge/json-at.ts';
import type { JobSeen, Seen } from '../../edge/talk.ts';

type FlagRow = {
  readonly flag: string;
  /** Null: OctoPrint is not connected to its printer. */
  readonly activity: Activity | null;
  readonly isJob?: true;
  /** How the job ends that is in this state, unless something else is told of it. */
  readonly result?: JobResult;
};

/** Transitional flags first: `printing` stays true beside them. */
const flagRows: readonly FlagRow[] = [
  { flag: 'cancelling', activity: 'cancelling', isJob: true, result: 'aborted' },
  { flag: 'pausing', activity: 'pausing', isJob: true },
  { flag: 'resuming', activity: 'resuming', isJob: true },
  { flag: 'finishing', activity: 'running', isJob: true, result: 'completed' },
  { flag: 'paused', activity: 'paused', isJob: true },
  { flag: 'printing', activity: 'running', isJob: true },
  { flag: 'error', activity: null },
  { flag: 'closedOrError', activity: null },
  { flag: 'ready', activity: 'idle' },
  // Connected, and sending a file to the card of the printer.
  { flag: 'operational', activity: 'busy' },
];

/** Without one of these, or with one that is neither true nor false, nothing is known. */
const required = ['operational', 'printing', 'paused', 'error', 'closedOrError', 'ready'];

export type Told = {
  /** `unfit`: said in a way that we do not know; null: not connected, nor on the way to a job. */
  readonly row: FlagRow | 'unfit' | null;
  /** The state in its own word. */
  readonly text: string | null;
  readonly name: string | null;
  /** From 0 to 100. */
  readonly completion: number | null;
  readonly leftS: number | null;
  readonly heat: Readings;
};

/** `state`, `job` and `progress` stand beside one another in a push; `temperature` is one measurement. */
export function toldOf(update: Fields, temperature: Fields): Told {
  const state = update.at('state');
  const progress = update.at('progress');
  return {
    row: rowOf(state.at('flags')),
    text: state.text('text', 40),
    name: update.at('job').at('file').text('name'),
    completion: progress.number('completion', { least: 0, most: 100 }),
    leftS: progress.number('printTimeLeft', { least: 0, most: 60 * 86_400 }),
    heat: heatOf(temperature),
  };
}

/** The newest of the measurements in a push; without fields where there are none. */
export function newestOf(temps: unknown): Fields {
  return fieldsOf(Array.isArray(temps) ? temps.at(-1) : null);
}

function rowOf(flags: Fields): Told['row'] {
  const isOdd = flagRows.some(({ flag }) => flags.has(flag) && flags.flag(flag) === null);
  if (isOdd || required.some((flag) => !flags.has(flag))) return 'unfit';
  return flagRows.find(({ flag }) => flags.flag(flag) === true) ?? null;
}

/** What is known of the job beside what was last told. */
export type JobMemory = {
  /** Counts the jobs of this conversation: OctoPrint has no ids. */
  readonly n: number;
  readonly isUnderWay: boolean;
  /** Of the job under way as far as it was told, or of the one before; null when neither. */
  readonly result: JobResult | null;
};

export const noJob: JobMemory = { n: 0, isUnderWay: false, result: null };

/** A printer that is lost in mid-job has failed at it. */
export function rememberJob(before: JobMemory, { row, completion }: Told): JobMemory {
  if (row === 'unfit') return before;
  if (row?.isJob) {
    const known = before.isUnderWay ? before : { n: before.n + 1, isUnderWay: true, result: null };
    return row.result === undefined ? known : { ...known, result: known.result ?? row.result };
  }
  if (!before.isUnderWay) return before;
  const isAway = row === null || row.activity === null;
  const seen = isAway ? 'failed' : completion === 100 ? 'completed' : 'unknown';
  return { ...before, isUnderWay: false, result: before.result ?? seen };
}

/** How an event ends the job; a cancelled print is told as failed too, with that reason. */
const results: ReadonlyMap<string, (payload: Fields) => JobResult> = new Map<
  string,
  (payload: Fields) => JobResult
>([
  ['PrintDone', () => 'completed'],
  ['PrintCancelled', () => 'aborted'],
  ['PrintFailed', (payload) => (payload.text('reason') === 'cancelled' ? 'aborted' : 'failed')],
]);

export const heardEvents = [...results.keys(), 'PrintStarted'];

/** Says how the job under way ends, or that the next one has begun before its end was seen. */
export function rememberEvent(before: JobMemory, event: Fields): JobMemory {
  if (!before.isUnderWay) return before;
  const type = event.text('type', 64) ?? '';
  const result = results.get(type)?.(event.at('payload'));
  if (result !== undefined) return { ...before, result: before.result ?? result };
  return type === 'PrintStarted' && before.result !== null
    ? { n: before.n + 1, isUnderWay: true, result: null }
    : before;
}

/** Null: away. */
export function seenOf(told: Told, memory: JobMemory): Seen | null {
  const { row, text: raw } = told;
  if (row === 'unfit')
    return { activity: 'unknown', substate: null, raw, readings: {}, job: { state: 'unknown' } };
  if (row === null || row.activity === null) return null;
  return {
    ...{ activity: row.activity, substate: null, raw },
    readings: { ...told.heat, ...(row.isJob ? progressOf(told) : {}) },
    job: jobOf(memory, told.name),
  };
}

export function jobOf({ n, isUnderWay, result }: JobMemory, name: string | null): JobSeen {
  const id = String(n);
  if (isUnderWay) return { state: 'under-way', id, name };
  return result === null ? { state: 'none' } : { state: 'over', id, result };
}

function progressOf({ completion, leftS }: Told): Readings {
  return {
    ...(completion === null ? {} : { 'program.progress': completion / 100 }),
    ...(leftS === null ? {} : { 'program.timeLeft': leftS }),
  };
}

/** Where OctoPrint has a temperature, and how we call it. */
const heaters = [
  ['tool0', 'actual', 'temperature.hotend0.actual'],
  ['tool0', 'target', 'temperature.hotend0.target'],
  ['tool1', 'actual', 'temperature.hotend1.actual'],
  ['tool1', 'target', 'temperature.hotend1.target'],
  ['tool2', 'actual', 'temperature.hotend2.actual'],
  ['tool2', 'target', 'temperature.hotend2.target'],
  ['tool3', 'actual', 'temperature.hotend3.actual'],
  ['tool3', 'target', 'temperature.hotend3.target'],
  ['tool4', 'actual', 'temperature.hotend4.actual'],
  ['tool4', 'target', 'temperature.hotend4.target'],
  ['tool5', 'actual', 'temperature.hotend5.actual'],
  ['tool5', 'target', 'temperature.hotend5.target'],
  ['tool6', 'actual', 'temperature.hotend6.actual'],
  ['tool6', 'target', 'temperature.hotend6.target'],
  ['tool7', 'actual', 'temperature.hotend7.actual'],
  ['tool7', 'target', 'temperature.hotend7.target'],
  ['bed', 'actual', 'temperature.bed.actual'],
  ['bed', 'target', 'temperature.bed.target'],
  ['chamber', 'actual', 'temperature.chamber.actual'],
] as const;

const heatOf = (temperature: Fields): Readings =>
  Object.fromEntries(
    heaters.flatMap(([heater, field, reading]) => {
      const celsius = temperature.at(heater).number(field, { least: -100, most: 2000 });
      return celsius === null ? [] : [[reading, celsius]];
    }),
  );
