// Turns what controllers report into machine reports: activities in our words, job edges, and silence. A machine that
// says nothing is lost, never idle (invariant 7). Time comes from the clock and from `sweep`, which the broker calls.

import { MachineReportMessage } from '../../contract/device-messages.ts';
import type { JobResult } from '../../domain/journal/entry.ts';
import { isActivity } from '../../domain/machine/activity.ts';
import { isReadingName, type ReadingName, type Readings } from '../../domain/machine/reading.ts';
import { followJob, type JobKnown, jobUnknown } from '../../edge/follow-job.ts';
import type { JobSeen } from '../../edge/talk.ts';
import type { MachineReport } from '../../gateway/gateway.ts';
import type { Clock, Meters } from '../../gateway/ports.ts';
import { readPayload } from './read-payload.ts';
import type { Refusals } from './refusals.ts';

export type MachineWatchOptions = {
  readonly report: (report: MachineReport) => void;
  /** What it says of its permission to run, with each report; null when it does not say, or has fallen silent. */
  readonly enabled: (machine: string, on: boolean | null) => void;
  readonly clock: Clock;
  readonly meters: Meters;
  readonly refusals: Refusals;
  /** After so long without a report a machine is lost, milliseconds. */
  readonly silenceMs: number;
};

export type MachineWatch = {
  receive(machine: string, payload: Uint8Array): void;
  /** The connection of the machine has ended. */
  gone(machine: string): void;
  /** Finds machines that have fallen silent. */
  sweep(): void;
};

type Watched = {
  seenMs: number;
  up: boolean;
  /** Kept over a silence: the same job is no new one. */
  job: JobKnown;
  program: string | null;
};

const maxReportBytes = 4096;
const maxRawCharacters = 40;

export function createMachineWatch(options: MachineWatchOptions): MachineWatch {
  // Bounded by the machines that are described: only a device that signed in gets here.
  const watched = new Map<string, Watched>();

  const lose = (machine: string, state: Watched): void => {
    if (!state.up) return;
    state.up = false;
    options.report(lost(machine, options.clock.monoMs() - state.seenMs));
    options.enabled(machine, null);
  };

  return {
    receive(machine, payload) {
      const message = readPayload(MachineReportMessage, payload, { maxBytes: maxReportBytes });
      if (!message.ok) {
        options.refusals.refuse(message.reason, { client: `machine-${machine}` });
        return;
      }
      const before = watched.get(machine);
      const { activity, progress, enabled } = message.value;
      const { known, edges } = followJob(before?.job ?? jobUnknown, jobSeen(message.value));
      const isSameJob = edges.length === 0 && known.state === 'under-way';
      const program = programOf(message.value, isSameJob ? (before?.program ?? null) : null);
      watched.set(machine, { seenMs: options.clock.monoMs(), up: true, job: known, program });
      const readings = readingsOf(message.value, progress, options.meters);
      const shown = known.state === 'under-way' ? program : null;
      for (const edge of edges.length > 0 ? edges : [null]) {
        options.report({ ...heard(machine, activity), readings, job: edge, program: shown });
      }
      options.enabled(machine, enabled ?? null);
    },
    gone(machine) {
      const state = watched.get(machine);
      if (state) lose(machine, state);
    },
    sweep() {
      for (const [machine, state] of watched) {
        if (options.clock.monoMs() - state.seenMs >= options.silenceMs) lose(machine, state);
      }
    },
  };
}

const results: ReadonlyMap<string, JobResult> = new Map([
  ['completed', 'completed'],
  ['aborted', 'aborted'],
  ['failed', 'failed'],
]);

/** A result ends the job that the message names, or the last one; a word that we do not know is no success. */
function jobSeen({ job, result, program }: MachineReportMessage): JobSeen {
  if (typeof result === 'string')
    return { state: 'over', id: job ?? null, result: results.get(result) ?? 'unknown' };
  if (job === undefined) return { state: 'unknown' };
  return job === null ? { state: 'none' } : { state: 'under-way', id: job, name: program ?? null };
}

/** Left out, it is what it was. */
const programOf = ({ program }: MachineReportMessage, before: string | null): string | null =>
  program === undefined ? before : program;

function heard(machine: string, word: string): Omit<MachineReport, 'readings' | 'job' | 'program'> {
  const known = isActivity(word);
  return {
    machine,
    link: 'up',
    activity: known ? word : 'unknown',
    substate: null,
    raw: known ? null : printable(word),
    confidence: 'reported',
    source: 'status',
    seenAgoMs: 0,
  };
}

function lost(machine: string, seenAgoMs: number): MachineReport {
  return {
    machine,
    link: 'lost',
    activity: 'unknown',
    substate: null,
    raw: null,
    confidence: 'stale',
    source: 'silence',
    seenAgoMs,
    readings: {},
    job: null,
  };
}

/** Numbers by their vocabulary name; a known name with anything else is dropped and counted. */
function readingsOf(message: MachineReportMessage, progress: number | undefined, meters: Meters): Readings {
  const readings: { [name in ReadingName]?: number } = {};
  const words: Readonly<Record<string, unknown>> = message;
  for (const name in words) {
    if (!isReadingName(name)) continue;
    const value = words[name];
    if (typeof value === 'number' && Number.isFinite(value)) readings[name] = value;
    else meters.count('mqtt_readings_dropped_total');
  }
  if (progress !== undefined) readings['program.progress'] = progress;
  return readings;
}

const printable = (word: string): string =>
  Array.from(word.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ''))
    .slice(0, maxRawCharacters)
    .join('');
