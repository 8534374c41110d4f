// The end of access as a table: cause × what the machine is doing → finish, hold or abort, each with a time limit
// (invariant 9). The default during a job is permitted until idle. Order: controller first, power last, and never on
// what must cool: cause × heat → how long that is waited for.

import type { EndCause } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { activityFacts } from '../machine/activity.ts';
import { coolLimitC, type Heat } from '../machine/heat.ts';
import { machineById, powerAt } from '../machine/lookup.ts';
import { hourMs, minuteMs, type Stamp } from '../time.ts';

/**
 * finish: the machine may go on until it is quiet; when the limit has passed it is held.
 * hold: the controller is told to end access at once, as its profile says; what must cool is waited for.
 * abort: the same, and power goes right after it, also of what is hot: staying on is the greater harm.
 */
type EndAction = { readonly action: 'finish' | 'hold' | 'abort'; readonly limitMs: number };

/** What the machine is doing, as far as the end of access cares. `silent-job`: a job ran when we last heard of it. */
export type EndSituation = 'quiet' | 'moving' | 'held' | 'silent-job' | 'silent';

type Row = Readonly<Record<EndSituation, EndAction>>;

const untilIdle: Row = {
  quiet: { action: 'hold', limitMs: 0 },
  moving: { action: 'finish', limitMs: 8 * hourMs },
  held: { action: 'finish', limitMs: 15 * minuteMs },
  // Unknown is never idle (invariant 7): a job that we cannot see is given time, then ended unseen.
  'silent-job': { action: 'finish', limitMs: hourMs },
  silent: { action: 'finish', limitMs: 10_000 },
};

/** A paused job is not waited for when the workshop, not the member, ends access. */
const untilIdleNoWaiting: Row = { ...untilIdle, held: { action: 'hold', limitMs: 0 } };

/** A job that the member limited gets a little time to end well: nobody runs for hours on a ceiling of one euro. */
const untilIdleSoon: Row = {
  ...untilIdle,
  moving: { action: 'finish', limitMs: 10 * minuteMs },
  held: { action: 'hold', limitMs: 0 },
  'silent-job': { action: 'finish', limitMs: 10 * minuteMs },
};

const always = (one: EndAction): Row => ({
  quiet: one,
  moving: one,
  held: one,
  'silent-job': one,
  silent: one,
});

/** Somebody or something wants the machine to stop, or its power has gone already and a held job is to be flushed. */
const atOnce = always({ action: 'hold', limitMs: 0 });
const abort = always({ action: 'abort', limitMs: 0 });

export const endOfAccess: Readonly<Record<EndCause, Row>> = {
  'second-tap': untilIdle,
  page: untilIdle,
  steward: untilIdleNoWaiting,
  suspension: untilIdleNoWaiting,
  'badge-lost': untilIdleNoWaiting,
  certificate: untilIdle,
  idle: untilIdle,
  longest: untilIdle,
  hours: untilIdleNoWaiting,
  ceiling: untilIdleSoon,
  turn: untilIdleNoWaiting,
  booking: untilIdleNoWaiting,
  people: atOnce,
  locked: atOnce,
  'monitor-warning': untilIdle,
  'monitor-critical': atOnce,
  'monitor-fatal': abort,
  lesson: untilIdle,
  detached: untilIdle,
  outage: atOnce,
};

type CoolRow = Readonly<Record<Heat, number>>;

/**
 * Milliseconds after the controller was told. Hot for longer than that, it is being heated or its sensor lies, and its
 * power is then the lesser evil; unheard for so long, it has cooled.
 */
const untilCool: CoolRow = { cool: 0, hot: hourMs, unknown: 15 * minuteMs };
const notAtAll: CoolRow = { cool: 0, hot: 0, unknown: 0 };

export const coolDown: Readonly<Record<EndCause, CoolRow>> = {
  'second-tap': untilCool,
  page: untilCool,
  steward: untilCool,
  suspension: untilCool,
  'badge-lost': untilCool,
  certificate: untilCool,
  idle: untilCool,
  longest: untilCool,
  hours: untilCool,
  ceiling: untilCool,
  turn: untilCool,
  booking: untilCool,
  people: untilCool,
  locked: untilCool,
  'monitor-warning': untilCool,
  'monitor-critical': untilCool,
  'monitor-fatal': notAtAll,
  lesson: untilCool,
  detached: untilCool,
  outage: notAtAll,
};

export function endSituation(state: State, machine: string): EndSituation {
  const described = machineById(state, machine);
  if (!described || described.link === 'none') return 'quiet';
  const seen = state.machines.get(machine);
  if (!seen) return 'silent';
  const kind = activityFacts[seen.activity].class;
  if (kind === 'silent') return seen.job === null ? 'silent' : 'silent-job';
  // Idle is not "job finished": a dwell and a starved stream look idle too.
  if (kind === 'quiet' && seen.activity === 'idle' && seen.job !== null) return 'moving';
  return kind;
}

/** An enable that goes before the power is waited for so long; then its controller does not do it, or cannot be heard. */
const enableOffMs = 5_000;

/** Why the power of a cooling session may go now; null while it must stay. */
export function coolingOver(state: State, session: Session, stamp: Stamp): 'cool' | 'limit' | null {
  const waits = [heatOver(state, session, stamp), enableOver(state, session, stamp)];
  if (waits.includes(null)) return null;
  return waits.includes('limit') ? 'limit' : 'cool';
}

function heatOver(state: State, session: Session, stamp: Stamp): 'cool' | 'limit' | null {
  const machine = machineById(state, session.machine);
  const heat = state.machines.get(session.machine)?.heat ?? 'unknown';
  if (heat === 'cool' || coolLimitC(machine) === null) return 'cool';
  const limitMs = coolDown[session.cause ?? 'detached'][heat];
  if (limitMs > 0 && heat === 'hot' && machine?.neverCutWhileHot) return null;
  return stamp.monoMs - session.phaseMonoMs >= limitMs ? 'limit' : null;
}

function enableOver(state: State, session: Session, stamp: Stamp): 'cool' | 'limit' | null {
  const enable = machineById(state, session.machine)?.enable;
  if (enable === undefined || state.switches.get(enable)?.on === false) return 'cool';
  const isUrgent = coolDown[session.cause ?? 'detached'].hot === 0;
  return isUrgent || stamp.monoMs - session.phaseMonoMs >= enableOffMs ? 'limit' : null;
}

/** Whether a cause ends access more strictly than another one: at once rather than when it is done, without cooling rather than with it. */
export const isStricter = (cause: EndCause, than: EndCause): boolean => strictness(cause) > strictness(than);

function strictness(cause: EndCause): number {
  if (coolDown[cause].hot === 0) return 2;
  return endOfAccess[cause].moving.action === 'finish' ? 0 : 1;
}

/** Whether a finishing session's controller is to be told now that access has ended. */
export function isEndDue(state: State, session: Session, stamp: Stamp): boolean {
  if (session.phase !== 'finishing') return false;
  // Nothing can finish without power, so nothing is waited for.
  if (session.accessEnding || powerAt(state, session.machine) === 'off') return true;
  const row = endOfAccess[session.cause ?? 'detached'][endSituation(state, session.machine)];
  return row.action !== 'finish' || stamp.monoMs - session.phaseMonoMs >= row.limitMs;
}
