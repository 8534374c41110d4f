// Reports of machines: readings go to the diary, changes to the journal. What was last observed is kept, so that a
// change which could not be written (a full disk, a flood) is written later, as it then is (invariants 7 and 10).

import type { EntryBody, JobResult } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import { coolLimitC, type Heat, type HotEnds, heatTogether, hotEndsNow } from '../domain/machine/heat.ts';
import { type LinkWords, noWords } from '../domain/machine/link-words.ts';
import { machineById, powerAt } from '../domain/machine/lookup.ts';
import type { Readings } from '../domain/machine/reading.ts';
import type { Trouble } from '../domain/machine/trouble.ts';
import type { Stamp } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { Change, MachineReport } from './gateway.ts';
import type { ControllerMeterKeeper } from './keep-controller-meters.ts';
import type { MonitorKeeper } from './keep-monitors.ts';
import type { OnTimeKeeper } from './keep-on-times.ts';
import type { Diary, Meters } from './ports.ts';
import { createRest } from './rest.ts';

/** A machine may change this often at once, and once a second after that; faster flapping is written as it settles. */
const burst = 20;

type Observed = {
  report: MachineReport;
  /** Since when it has been seen like this, or not been seen at all; monotonic. */
  sinceMonoMs: number;
  /** What its temperatures last said, null when it cannot be heard or said nothing. */
  heat: Heat | null;
  hotEnds: HotEnds;
  /** The last edge of a job that the journal does not know yet. */
  job: 'open' | { readonly result: JobResult } | null;
  allowance: number;
  allowanceMonoMs: number;
};

export type MachineReports = {
  report(report: MachineReport): void;
  /** Writes what could not be written before. */
  settle(): void;
  latest(machine: string): Readings;
  troubles(machine: string): readonly Trouble[];
  /** Name of the program under way, printable and short; null where the controller tells none, or is not heard. */
  program(machine: string): string | null;
  words(machine: string): LinkWords;
};

export type ReportMachine = {
  readonly committer: Committer;
  readonly diary: Pick<Diary, 'record'>;
  readonly meters: Meters;
  readonly monitors: MonitorKeeper;
  readonly onTimes: Pick<OnTimeKeeper, 'heard'>;
  readonly controllerMeters: Pick<ControllerMeterKeeper, 'heard'>;
  readonly emit: (change: Change) => void;
};

export function createMachineReports(box: ReportMachine): MachineReports {
  const observed = new Map<string, Observed>();
  const readings = new Map<string, Readings>();

  const rest = createRest();

  /** @returns whether the journal knows all of it */
  const write = (machine: string, seen: Observed): boolean => {
    const stamp = box.committer.stamp();
    const state = box.committer.tentative();
    const bodies = difference(state, seen, stamp);
    if (bodies.length === 0) {
      // Once the edge is on the disk it has been told: the same job is never opened or ended twice.
      if (jobOf(state, machine) === jobOf(box.committer.durable(), machine)) seen.job = null;
      return seen.job === null;
    }
    if (!spend(seen, stamp)) {
      box.meters.count('machine_changes_held_total', { machine });
      return false;
    }
    // A failure was reported by the committer; `settle` tries again.
    box.committer.commit(bodies).catch(() => undefined);
    return false;
  };

  return {
    report(said) {
      const report = said.program ? { ...said, program: printable(said.program) } : said;
      const state = box.committer.tentative();
      const machine = machineById(state, report.machine);
      if (!machine) return;
      const stamp = box.committer.stamp();
      const before = observed.get(report.machine);
      const hotEnds = hotEndsOf(before, { report, limitC: coolLimitC(machine) });
      const seen = { ...observe(before, report, stamp), hotEnds, heat: heatTogether(hotEnds) };
      observed.set(report.machine, seen);
      box.onTimes.heard(report, { stamp, isDark: powerAt(state, report.machine) === 'off' });
      if (Object.keys(report.readings).length > 0) {
        readings.set(report.machine, { ...readings.get(report.machine), ...report.readings });
        box.diary.record(report.machine, stamp.atMs, report.readings);
        box.emit({ kind: 'reading', machine: report.machine, atMs: stamp.atMs, readings: report.readings });
        box.monitors.heard(report.machine, report.readings);
        if (box.controllerMeters.heard(report.machine, report.readings, { state, stamp }))
          box.emit({ kind: 'machine', machine: report.machine });
      }
      if (!write(report.machine, seen)) rest.end();
      if (
        !isSame(before?.report.troubles, report.troubles) ||
        !isSame(before?.report.words, report.words) ||
        (before?.report.program ?? null) !== (report.program ?? null)
      )
        box.emit({ kind: 'machine', machine: report.machine });
    },
    settle() {
      const state = box.committer.tentative();
      const stamp = box.committer.stamp();
      if (!rest.holds(state, stamp)) {
        const unwritten = [...observed].filter(([machine, seen]) => !write(machine, seen));
        if (unwritten.length === 0) rest.begin(state, stamp, Number.POSITIVE_INFINITY);
      }
      box.monitors.settle();
    },
    latest: (machine) => readings.get(machine) ?? {},
    troubles: (machine) => observed.get(machine)?.report.troubles ?? [],
    words: (machine) => observed.get(machine)?.report.words ?? noWords,
    program: (machine) => observed.get(machine)?.report.program ?? null,
  };
}

/** Names of files come from anywhere. */
const printable = (name: string): string | null =>
  Array.from(name.slice(0, 400).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ''))
    .slice(0, 80)
    .join('')
    .trim() || null;

/** Whether two reports have the same troubles, or the same words; none is the same as none told. */
const isSame = (before: Shown | undefined, now: Shown | undefined): boolean => textOf(before) === textOf(now);

type Shown = readonly Trouble[] | LinkWords;

const textOf = (shown: Shown | undefined): string => {
  const text = JSON.stringify(shown ?? []);
  return text === JSON.stringify(noWords) ? '[]' : text;
};

const noHotEnds: HotEnds = new Map();

function hotEndsOf(
  before: Observed | undefined,
  { report, limitC }: { report: MachineReport; limitC: number | null },
): HotEnds {
  if (limitC === null || report.link !== 'up') return noHotEnds;
  return hotEndsNow(before?.hotEnds ?? noHotEnds, { readings: report.readings, limitC });
}

function observe(
  before: Observed | undefined,
  report: MachineReport,
  stamp: Stamp,
): Omit<Observed, 'heat' | 'hotEnds'> {
  const edge = report.job;
  const last = before?.report;
  const same =
    last?.link === report.link && last.activity === report.activity && last.substate === report.substate;
  return {
    report,
    job: edge === null ? (before?.job ?? null) : edge.event === 'ended' ? { result: edge.result } : 'open',
    sinceMonoMs: before && same ? before.sinceMonoMs : stamp.monoMs - report.seenAgoMs,
    allowance: before?.allowance ?? burst,
    allowanceMonoMs: before?.allowanceMonoMs ?? stamp.monoMs,
  };
}

/** What the journal does not say yet. */
function difference(state: State, seen: Observed, stamp: Stamp): readonly EntryBody[] {
  const { machine, link, activity, substate, raw, confidence, source } = seen.report;
  const known = state.machines.get(machine);
  const bodies: EntryBody[] = [];
  if (known?.link !== link || known.activity !== activity || known.substate !== substate) {
    // Written late, the time in between is a gap and not the activity before it.
    const seenAgoMs = Math.max(0, Math.round(stamp.monoMs - seen.sinceMonoMs));
    bodies.push({
      type: 'machine-changed',
      data: { machine, link, activity, substate, raw, confidence, source, seenAgoMs },
    });
  }
  if (seen.heat !== null && seen.heat !== (known?.heat ?? 'unknown')) {
    bodies.push({ type: 'heat-changed', data: { machine, heat: seen.heat } });
  }
  const open = jobOf(state, machine);
  if (seen.job === 'open' && open === null) {
    const session = state.sessions.get(machine)?.session ?? null;
    // The journal position makes the id of the job: unique, and the same in every replay.
    bodies.push({ type: 'job-started', data: { machine, job: `${machine}-${state.seq + 1}`, session } });
  }
  if (seen.job !== null && seen.job !== 'open' && open !== null) {
    bodies.push({ type: 'job-ended', data: { machine, job: open, result: seen.job.result } });
  }
  return bodies;
}

const jobOf = (state: State, machine: string): string | null => state.machines.get(machine)?.job ?? null;

function spend(seen: Observed, stamp: Stamp): boolean {
  const refilled = seen.allowance + (stamp.monoMs - seen.allowanceMonoMs) / 1000;
  seen.allowance = Math.min(burst, refilled);
  seen.allowanceMonoMs = stamp.monoMs;
  if (seen.allowance < 1) return false;
  seen.allowance -= 1;
  return true;
}
