// What a machine is shown as, from the state: the one place that says so, for the API, for its topic and for every page.
// A machine that nobody can begin is never shown as free, and says what locks it.

import type { State } from '../journal/state.ts';
import { problemMark } from '../machine/care.ts';
import type { PermitReason } from '../machine/interlock-table.ts';
import { machineById, modeOf, powerAt } from '../machine/lookup.ts';
import { type Shown, type Situation, shownState, startUpMs } from '../machine/shown.ts';
import type { Stamp } from '../time.ts';
import { interlockAt } from './interlock-at.ts';

/** Why nobody can begin, whoever they are: somebody locked it, a reported problem does, or the interlock. */
export const lockedBys = [
  'lock',
  'problem',
  'latched',
  'monitor-warning',
  'monitor-critical',
  'monitor-fatal',
  'monitor-unheard',
  'self-check',
] as const satisfies readonly ('lock' | 'problem' | PermitReason)[];
type LockedBy = (typeof lockedBys)[number];

export type ShownAt = {
  readonly shown: Shown;
  /** Null unless it is shown as locked. */
  readonly lockedBy: LockedBy | null;
};

export function shownAt(state: State, id: string, { atMs }: Pick<Stamp, 'atMs'>): ShownAt {
  const machine = machineById(state, id);
  if (machine === undefined) return { shown: 'unknown', lockedBy: null };
  const session = state.sessions.get(id);
  const withheldBy = withheldAt(state, id);
  const shown = shownState({
    ...(state.machines.get(id) ?? neverHeard),
    hasLink: machine.link !== 'none',
    mode: modeOf(state, id),
    locked: isLocked(state, id),
    isWithheld: withheldBy !== null,
    held: session?.phase ?? 'none',
    power: powerAt(state, id),
    startingUp: machine.switch !== null && session !== undefined && atMs - session.startedAtMs < startUpMs,
  });
  if (shown !== 'locked') return { shown, lockedBy: null };
  return { shown, lockedBy: withheldBy ?? (problemMark(state, id) === 'lock' ? 'problem' : 'lock') };
}

/** Locked for afterwards, as a problem does too, it still shows what it does until then. */
function isLocked(state: State, id: string): boolean {
  const lock = state.locks.get(id)?.lock;
  if (lock === 'at-once') return true;
  return (lock === 'after' || problemMark(state, id) === 'lock') && !state.sessions.has(id);
}

/** By what the interlock keeps everybody away; null where it does not. */
function withheldAt(state: State, id: string): LockedBy | null {
  const { reason } = interlockAt(state, id);
  return lockedBys.find((one) => one === reason) ?? null;
}

/** A machine that has not said anything since the journal began. */
const neverHeard: Pick<Situation, 'link' | 'activity' | 'substate' | 'confidence'> = {
  link: 'never',
  activity: 'unknown',
  substate: null,
  confidence: 'reported',
};
