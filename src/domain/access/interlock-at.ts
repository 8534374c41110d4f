// The interlock of a machine as the state has it: which monitors are bad, what hinders it most, and the cell of the
// table that holds. Screens, the rules of access and what acts all read it here.

import { type MonitorState, monitorKey } from '../journal/interlock-entries.ts';
import type { Session, State } from '../journal/state.ts';
import { activityFacts } from '../machine/activity.ts';
import { problemMark } from '../machine/care.ts';
import {
  type Access,
  type Hindrance,
  hindrances,
  interlockTable,
  type Permission,
} from '../machine/interlock-table.ts';
import { machineById } from '../machine/lookup.ts';
import type { Monitor, MonitorWhy } from '../machine/monitor.ts';

export type BadMonitor = {
  readonly id: string;
  readonly monitor: Monitor;
  readonly why: MonitorWhy;
  readonly value: number | null;
};

export type InterlockNow = Permission & {
  readonly hindrance: Hindrance;
  /** That which decided, where a monitor did. */
  readonly bad: BadMonitor | null;
};

export function interlockAt(state: State, id: string): InterlockNow {
  const { hindrance, bad } = hindranceAt(state, id);
  return { ...interlockTable[hindrance][accessOf(state.sessions.get(id))], hindrance, bad };
}

/** Bad ones, the most pressing first; a monitor that nobody has heard since the start is bad. */
export function badMonitors(
  state: Pick<State, 'workshop' | 'monitors'>,
  machine: string,
): readonly BadMonitor[] {
  const monitors = Object.entries(machineById(state, machine)?.monitors ?? {});
  const bad = monitors.flatMap(([id, monitor]) => {
    const known: MonitorState | undefined = state.monitors.get(monitorKey({ machine, monitor: id }));
    if (known?.state === 'good') return [];
    return [{ id, monitor, why: known?.why ?? 'never', value: known?.value ?? null } as const];
  });
  return bad.toSorted((a, b) => pressing.indexOf(hindranceOf(a)) - pressing.indexOf(hindranceOf(b)));
}

/**
 * Whether a machine that asks for it runs already though nobody holds it: its controller says that it moves, or an alarm
 * says that power flows. Unknown is no reason: a controller on the switched power is silent before each session.
 */
export function runsAlready(state: State, id: string): boolean {
  const machine = machineById(state, id);
  if (!machine?.selfCheck || state.sessions.has(id)) return false;
  if (motionAt(state, id) === 'moves') return true;
  return [...state.alarms.values()].some(
    (alarm) =>
      alarm.switch === machine.switch &&
      (alarm.code === 'power-without-session' || alarm.code === 'relay-welded') &&
      alarm.answered?.what !== 'false-alarm',
  );
}

/**
 * What the controller of a machine that asks for the check shows while nobody holds it; `none` where that is not asked, and
 * `unknown` while it cannot be heard.
 */
export function motionAt(state: State, id: string): 'moves' | 'rests' | 'unknown' | 'none' {
  if (!machineById(state, id)?.selfCheck || state.sessions.has(id)) return 'none';
  const kind = activityFacts[state.machines.get(id)?.activity ?? 'unknown'].class;
  if (kind === 'silent') return 'unknown';
  return kind === 'moving' ? 'moves' : 'rests';
}

function hindranceAt(state: State, id: string): { hindrance: Hindrance; bad: BadMonitor | null } {
  const [bad = null] = badMonitors(state, id);
  const worst = bad === null ? 'none' : hindranceOf(bad);
  const isSo: Partial<Record<Hindrance, boolean>> = {
    latched: state.latches.has(id),
    // What ends by a lock, ends by its own cause; here it only keeps the next one away.
    locked: state.locks.has(id) || problemMark(state, id) === 'lock',
    'self-check': runsAlready(state, id),
    none: true,
  };
  const hindrance = hindrances.find((one) => one === worst || isSo[one]) ?? 'none';
  return { hindrance, bad: hindrance === worst ? bad : null };
}

const pressing: readonly Hindrance[] = ['fatal', 'critical', 'unheard', 'warning'];

/** What is old is known to nobody: it stops the machine, and latches nothing. */
function hindranceOf({ monitor, why }: BadMonitor): Hindrance {
  if (why === 'never') return 'unheard';
  return why === 'old' && monitor.severity === 'fatal' ? 'critical' : monitor.severity;
}

function accessOf(session: Session | undefined): Access {
  if (!session) return 'none';
  const { phase } = session;
  return phase === 'cooling' || phase === 'darkening' ? 'ended' : phase;
}
