// What a machine needs and whether it is due: parts with their own meters, service by hours, jobs or days, and problems
// that stand open. Pure functions of the state and of now; days go by the local date, and by a clock that is set.

import type { ProblemSeverity } from '../journal/care-entries.ts';
import type { MachineCare, OpenProblem, PartMarks, State } from '../journal/state.ts';
import { localDate } from '../time.ts';
import { type Hours, hoursBetween, hoursOf, newHourMeter, noHours, type WearClock } from './hour-meter.ts';
import { machineById } from './lookup.ts';

/** A part of a machine as described: what it is called, what wears it, and when it needs a hand. */
export type Part = {
  readonly name: string;
  readonly clock: WearClock;
  readonly service?: ServicePlan;
};

/** At least one of the three; whichever comes first. */
export type ServicePlan = {
  /** Hours of the part's clock. */
  readonly everyH?: number;
  readonly everyJobs?: number;
  readonly everyDays?: number;
  /** So many hours before it is due it is due soon; left out, a tenth of `everyH`. */
  readonly warnH?: number;
};

/** `unknown`: it goes by days alone and the clock is not set, or by hours that the machine has never told. */
export type DueWord = 'fine' | 'soon' | 'over' | 'unknown';

/** What is left until service; below zero when it is over, null where the plan does not say or nobody can tell. */
export type Due = {
  readonly word: DueWord;
  readonly leftMs: number | null;
  readonly leftJobs: number | null;
  readonly leftDays: number | null;
  /** How much of the interval is used, 0 to 1, by what is nearest to its end. */
  readonly used: number;
};

export type PartState = {
  readonly part: string;
  readonly name: string;
  readonly clock: WearClock;
  readonly plan: ServicePlan | null;
  /** Since it was last replaced; since the machine began where it never was. */
  readonly hours: Hours;
  readonly replacedAtMs: number | null;
  readonly servicedAtMs: number | null;
  /** Null for a part without a plan. */
  readonly due: Due | null;
};

/** Wall clock, and whether it is known to be set. */
export type Now = { readonly atMs: number; readonly synchronised: boolean };

/** Open problems of one machine; more would not be read. */
export const openProblemLimit = 64;

/** Lines of the log that are kept at hand, of each machine; the journal has all. */
export const careLogLimit = 100;

export const newCare = (): MachineCare => ({
  meter: newHourMeter(),
  parts: new Map(),
  problems: new Map(),
  log: [],
});

/** The parts of a machine as described, those that need a hand first. */
export function partStates(state: State, machine: string, now: Now): readonly PartState[] {
  const described = Object.entries(machineById(state, machine)?.parts ?? {});
  const total = hoursOf(state, machine);
  const marks = state.care.get(machine)?.parts;
  return described
    .map(([id, part]) => partState({ id, part, marks: marks?.get(id), total }, { ...now, state }))
    .sort(byNeed);
}

/** Whether a plan says of no interval when. */
export const unplanned = ({ everyH, everyJobs, everyDays }: ServicePlan): boolean =>
  everyH === undefined && everyJobs === undefined && everyDays === undefined;

/** Whether some part of the machine is over its service. */
export const isServiceOver = (state: State, machine: string, now: Now): boolean =>
  partStates(state, machine, now).some(({ due }) => due?.word === 'over');

export function openProblems(state: Pick<State, 'care'>, machine: string): readonly OpenProblem[] {
  const order: readonly ProblemSeverity[] = ['lock', 'flag', 'note'];
  const open = [...(state.care.get(machine)?.problems.values() ?? [])];
  return order.flatMap((severity) => open.filter((problem) => problem.severity === severity));
}

/** The most pressing that everybody is told of; null when there is none. */
export function problemMark(state: Pick<State, 'care'>, machine: string): 'flag' | 'lock' | null {
  const first = openProblems(state, machine)[0]?.severity ?? 'note';
  return first === 'note' ? null : first;
}

type Described = {
  readonly id: string;
  readonly part: Part;
  readonly marks: PartMarks | undefined;
  readonly total: Hours;
};

function partState({ id, part, marks, total }: Described, now: Now & { state: State }): PartState {
  const replaced = marks?.replaced ?? null;
  const serviced = marks?.serviced ?? null;
  const last = serviced ?? replaced;
  const plan = part.service ?? null;
  const since = {
    hours: hoursBetween(last?.hours ?? noHours, total),
    // A part counts its days from when it was first described, where nothing was done to it since.
    days: daysSince(last ? last.dayMs : (marks?.firstMs ?? null), now),
  };
  return {
    part: id,
    name: part.name,
    clock: part.clock,
    plan,
    hours: hoursBetween(replaced?.hours ?? noHours, total),
    replacedAtMs: replaced?.atMs ?? null,
    servicedAtMs: serviced?.atMs ?? null,
    due: plan && dueOf(plan, { ...since, clock: part.clock }),
  };
}

type Since = { readonly hours: Hours; readonly days: number | null; readonly clock: WearClock };

const hourMs = 3_600_000;

/** What has passed of one interval, and from when on it is nearly over; all in the same unit. */
type Passed = { readonly every: number; readonly passed: number; readonly warn: number };

/** When service is due: the table of the three intervals, of which the most pressing gives the word. */
export function dueOf(plan: ServicePlan, { hours, days, clock }: Since): Due {
  const passedMs = hours[`${clock}Ms`];
  const byHours: Passed | null =
    plan.everyH === undefined || passedMs === undefined
      ? null
      : {
          every: plan.everyH * hourMs,
          passed: passedMs,
          warn: (plan.warnH ?? plan.everyH / 10) * hourMs,
        };
  const byJobs = plan.everyJobs === undefined ? null : tenth(plan.everyJobs, hours.jobs);
  const byDays = plan.everyDays === undefined || days === null ? null : tenth(plan.everyDays, days);
  const judged = [byHours, byJobs, byDays].filter((one) => one !== null);
  return {
    word: wordOf(judged),
    leftMs: leftOf(byHours),
    leftJobs: leftOf(byJobs),
    leftDays: leftOf(byDays),
    used: Math.min(1, Math.max(0, ...judged.map(({ every, passed }) => passed / every))),
  };
}

const tenth = (every: number, passed: number): Passed => ({ every, passed, warn: Math.ceil(every / 10) });

const leftOf = (one: Passed | null): number | null => one && one.every - one.passed;

function wordOf(judged: readonly Passed[]): DueWord {
  if (judged.length === 0) return 'unknown';
  if (judged.some(({ every, passed }) => passed >= every)) return 'over';
  return judged.some(({ every, passed, warn }) => every - passed <= warn) ? 'soon' : 'fine';
}

/** Whole days by the date on the wall of the space; null where no clock can tell. */
function daysSince(
  fromMs: number | null,
  { atMs, synchronised, state }: Now & { state: State },
): number | null {
  if (fromMs === null || !synchronised) return null;
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  const dayOf = (ms: number): number => Date.parse(`${localDate(ms, timezone)}T00:00:00Z`) / 86_400_000;
  return Math.max(0, dayOf(atMs) - dayOf(fromMs));
}

const needs: readonly (DueWord | undefined)[] = ['over', 'soon', 'unknown', 'fine', undefined];

function byNeed(one: PartState, other: PartState): number {
  const order = needs.indexOf(one.due?.word) - needs.indexOf(other.due?.word);
  if (order !== 0) return order;
  return one.part < other.part ? -1 : 1;
}
