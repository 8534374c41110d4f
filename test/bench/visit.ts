// Visits of members to a workshop as entries of the journal, several at a time: refused taps, a session, its jobs, its
// segments and its end. Everything is decided by a roll of dice, and the sums by the domain.

import { endSession } from '../../src/domain/access/end-session.ts';
import type { EntryBody } from '../../src/domain/journal/entry.ts';
import type { State } from '../../src/domain/journal/state.ts';
import type { Activity } from '../../src/domain/machine/activity.ts';
import { closeSegment } from '../../src/domain/usage/close-segment.ts';
import { machineId, stationId } from './bench-workshop.ts';

/** A whole number from 0 below `sides`. */
export type Rolls = (sides: number) => number;

export type VisitOptions = {
  readonly state: State;
  readonly roll: Rolls;
  readonly workshop: { readonly stations: number; readonly machines: number };
  readonly members: number;
};

export type Visits = {
  /** The next thing that happens, in one visit or another. */
  next(): EntryBody;
  /** What it takes until everyone has left. */
  close(): Iterable<EntryBody>;
};

type Visit = { readonly station: number; readonly going: Iterator<EntryBody, void> };

const visitsAtOnce = 6;

export function openVisits(options: VisitOptions): Visits {
  const { roll, workshop } = options;
  const visits: Visit[] = [];
  let count = 0;
  const begin = (): void => {
    const station = roll(workshop.stations);
    if (visits.some((visit) => visit.station === station)) return;
    const member = roll(options.members);
    visits.push({ station, going: visit(options, { station, member, number: ++count }) });
  };
  return {
    next() {
      for (;;) {
        if (visits.length < visitsAtOnce) begin();
        const chosen = roll(visits.length);
        const { done, value } = visits[chosen]?.going.next() ?? {};
        if (value) return value;
        if (done) visits.splice(chosen, 1);
      }
    },
    *close() {
      for (const { going } of visits) {
        for (let step = going.next(); !step.done; step = going.next()) yield step.value;
      }
    },
  };
}

type Who = { readonly station: number; readonly member: number; readonly number: number };

function* visit(options: VisitOptions, who: Who): Generator<EntryBody, void> {
  const { state, roll } = options;
  const id = stationId(who.station);
  const controller = machineId(who.station % options.workshop.machines);
  const session = `session-${who.number}`;
  const tap = (part: string): string => `b${who.number}:${part}`;
  yield report(controller, 'idle');
  for (let refused = roll(3); refused > 0; refused--) yield refusal(id, tap(`${refused}`));
  const member = `member-${who.member}`;
  const badge = `badge-${who.member}`;
  const held = { session, machine: id, pool: 'stations', member, team: null, costCode: null };
  yield { type: 'session-started', data: { ...held, badge, reader: id, tap: tap('10') } };
  yield { type: 'switch-changed', data: { switch: id, on: true } };
  for (let jobs = 1 + roll(3); jobs > 0; jobs--) yield* job(controller, `job-${who.number}-${jobs}`, session);
  const open = state.sessions.get(id);
  if (!open) throw new Error(`${session} is not open: the visit was written wrongly`);
  const until = { atMs: state.lastAtMs, monoMs: state.lastMonoMs };
  const segment = closeSegment(state, open, { why: 'length', until });
  if (segment) yield { type: 'segment-closed', data: segment };
  if (roll(4) === 0) yield refusal(id, tap('11'));
  yield* ending(state, { id, session, tap: tap('12') });
}

function* job(machine: string, id: string, session: string): Generator<EntryBody, void> {
  yield report(machine, 'running');
  yield { type: 'job-started', data: { machine, job: id, session } };
  yield report(machine, 'paused');
  yield report(machine, 'running');
  yield report(machine, 'idle');
  yield { type: 'job-ended', data: { machine, job: id, result: 'completed' } };
}

type Left = { readonly id: string; readonly session: string; readonly tap: string };

function* ending(state: State, { id, session, tap }: Left): Generator<EntryBody, void> {
  const open = state.sessions.get(id);
  if (!open) return;
  const until = { atMs: state.lastAtMs, monoMs: state.lastMonoMs };
  yield* endSession(state, { session: open, cause: 'second-tap', reader: id, tap }, until);
  yield { type: 'access-ended', data: { session, machine: id, outcome: 'not-needed' } };
  yield { type: 'switch-changed', data: { switch: id, on: false } };
  yield { type: 'session-ended', data: { session, machine: id, power: 'off' } };
}

const refusal = (id: string, tap: string): EntryBody => ({
  type: 'tap-refused',
  data: { reader: id, tap, machine: id, badge: null, member: null, code: 'badge-unknown', session: null },
});

const report = (machine: string, activity: Activity): EntryBody => ({
  type: 'machine-changed',
  data: {
    machine,
    link: 'up',
    activity,
    substate: null,
    raw: null,
    confidence: 'reported',
    source: 'status',
    seenAgoMs: 0,
  },
});
