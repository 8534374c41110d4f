// The part of the reducer that is about care: what its entries change, and what others mean for hour meters and parts.
// What a version of an entry means here is frozen once it is released, as in `apply.ts`.

import { careLogLimit, newCare } from '../machine/care.ts';
import { hoursOf, takeStart } from '../machine/hour-meter.ts';
import { dayMs } from '../time.ts';
import type { CareNoted, PartReplaced, ProblemClosed, ProblemReported, ServiceDone } from './care-entries.ts';
import type { Entry } from './entry.ts';
import { careDaysKept } from './policy-entries.ts';
import type { CareLine, CareMark, MachineCare, PartMarks, State } from './state.ts';

type Told<Data> = { readonly seq: number; readonly atMs: number; readonly data: Data };

export const careEffects = {
  'problem-reported': (state: State, { atMs, data }: Told<ProblemReported>): void => {
    const { problem, by, severity } = data;
    careAt(state, data.machine).problems.set(problem, { problem, by, severity, atMs });
  },
  'problem-closed': (state: State, { atMs, data }: Told<ProblemClosed>): void => {
    const { problem, by, what, minutes } = data;
    const care = careAt(state, data.machine);
    care.problems.delete(problem);
    log(care, { id: problem, kind: 'closed', what, by, atMs, minutes, part: null });
    countGiven(state, { by, minutes, atMs });
  },
  'care-noted': (state: State, { atMs, data }: Told<CareNoted>): void => {
    const { care: id, kind, by, minutes, part } = data;
    log(careAt(state, data.machine), { id, kind, what: null, by, atMs, minutes, part });
    countGiven(state, { by, minutes, atMs });
  },
  'part-replaced': (state: State, { seq, atMs, data }: Told<PartReplaced>): void => {
    const { part, by } = data;
    const care = careAt(state, data.machine);
    const marks = marksAt(care, part);
    marks.replaced = markNow(state, data.machine);
    marks.serviced = null;
    log(care, { id: `entry-${seq}`, kind: 'replaced', what: null, by, atMs, minutes: null, part });
  },
  'service-done': (state: State, { data }: Told<ServiceDone>): void => {
    const care = careAt(state, data.machine);
    const marks = data.part === null ? [...care.parts.values()] : [marksAt(care, data.part)];
    for (const one of marks) one.serviced = markNow(state, data.machine);
  },
};

/** Meters and parts of the machines that are described now; those of machines that are gone stay as they were. */
export function describeCare(state: State, { data, atMs }: Entry & { type: 'workshop-described' }): void {
  for (const [id, { meters, parts = {} }] of Object.entries(data.workshop.machines)) {
    const care = careAt(state, id);
    takeStart(care, meters?.start);
    for (const part of Object.keys(parts)) {
      if (!care.parts.has(part)) marksAt(care, part).firstMs = state.synchronised ? atMs : null;
    }
  }
}

/** Days that began under a clock that was not set begin when it is. */
export function beginDays(state: State, atMs: number): void {
  if (!state.synchronised) return;
  for (const { parts } of state.care.values()) {
    for (const marks of parts.values()) {
      marks.firstMs ??= atMs;
      for (const mark of [marks.replaced, marks.serviced]) if (mark) mark.dayMs ??= atMs;
    }
  }
}

export function careAt(state: State, machine: string): MachineCare {
  const known = state.care.get(machine);
  if (known) return known;
  const made = newCare();
  state.care.set(machine, made);
  return made;
}

function marksAt(care: MachineCare, part: string): PartMarks {
  const known = care.parts.get(part);
  if (known) return known;
  const made: PartMarks = { firstMs: null, replaced: null, serviced: null };
  care.parts.set(part, made);
  return made;
}

function markNow(state: State, machine: string): CareMark {
  const atMs = state.lastAtMs;
  return { hours: hoursOf(state, machine), atMs, dayMs: state.synchronised ? atMs : null };
}

function log(care: MachineCare, line: CareLine): void {
  care.log.push(line);
  if (care.log.length > careLogLimit) care.log.shift();
}

/** Of members alone; a service is counted by the line that is written with it. */
function countGiven(
  state: State,
  { by, minutes, atMs }: Pick<CareLine, 'by' | 'atMs'> & { minutes: number },
): void {
  if (minutes === 0 || !state.members.has(by)) return;
  const days = state.careGiven.get(by) ?? new Map<number, number>();
  const today = Math.floor(atMs / dayMs);
  days.set(today, (days.get(today) ?? 0) + minutes);
  for (const day of days.keys()) if (day <= today - careDaysKept) days.delete(day);
  state.careGiven.set(by, days);
}
