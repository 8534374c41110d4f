// What a machine needs and what was done for it, as one viewer may see it: names and texts only as far as they may be told.
// What was erased is simply not there any more.

import type { State } from '../domain/journal/state.ts';
import { openProblems, partStates } from '../domain/machine/care.ts';
import { type Hours, hoursOf, onHours } from '../domain/machine/hour-meter.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { CareAsk, CareTold } from './care-asked.ts';
import type { Committer } from './commit.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Journal } from './ports.ts';

export type ReadCare = {
  readonly committer: Committer;
  readonly people: Pick<PeopleIndex, 'byMember'>;
  readonly journal: Pick<Journal, 'notes'>;
};

/** Null where no machine has this id. */
export async function readCare(box: ReadCare, ask: CareAsk): Promise<CareTold | null> {
  const { machine } = ask;
  const written = ask.texts ? await box.journal.notes() : [];
  const texts = new Map(written.map(({ session, text }) => [session, text]));
  const state = box.committer.durable();
  const described = machineById(state, machine);
  if (!described) return null;
  const nameOf = (by: string): string | null => {
    if (by === 'console' || by === 'admin-token') return by;
    return ask.names(by) ? (box.people.byMember(by)?.name ?? null) : null;
  };
  return {
    machine,
    name: described.name,
    hours: whole(hoursOf(state, machine)),
    parts: partsTold(state, machine, box.committer.stamp().atMs),
    problems: openProblems(state, machine).map(({ problem, severity, by, atMs }) => ({
      problem,
      severity,
      by: nameOf(by),
      at: instant(atMs),
      text: texts.get(problem) ?? null,
    })),
    log: (state.care.get(machine)?.log ?? []).toReversed().map(({ id, atMs, by, ...line }) => ({
      ...line,
      at: instant(atMs),
      by: nameOf(by),
      text: texts.get(id) ?? null,
    })),
  };
}

function partsTold(state: State, machine: string, atMs: number): CareTold['parts'] {
  return partStates(state, machine, { atMs, synchronised: state.synchronised }).map((one) => ({
    part: one.part,
    name: one.name,
    clock: one.clock,
    hours: whole(one.hours),
    replaced: one.replacedAtMs === null ? null : instant(one.replacedAtMs),
    serviced: one.servicedAtMs === null ? null : instant(one.servicedAtMs),
    service: one.due && {
      due: one.due.word,
      leftMs: one.due.leftMs === null ? null : Math.floor(one.due.leftMs),
      leftJobs: one.due.leftJobs,
      leftDays: one.due.leftDays,
      used: one.due.used,
    },
  }));
}

const whole = (hours: Hours): Hours => ({
  loadedMs: Math.floor(hours.loadedMs),
  workingMs: Math.floor(hours.workingMs),
  operatingMs: Math.floor(hours.operatingMs),
  ...onHours((name) => (hours[name] === undefined ? undefined : Math.floor(hours[name]))),
  jobs: hours.jobs,
});

const instant = (atMs: number): string => new Date(atMs).toISOString();
