// Whether a host that shares the controller of a machine may work on it now: a level, computed from the state alone.
// What was begun in a session may go on while it is permitted until idle; once access is being ended, nothing may.

import type { State } from '../journal/state.ts';
import { interlockAt } from './interlock-at.ts';

/** Machine id → whether its host may work. Without a session it may only ask and stop (invariant 8). */
export function owedHosts(state: State): ReadonlyMap<string, boolean> {
  const owed = new Map<string, boolean>();
  for (const id of Object.keys(state.workshop?.machines ?? {})) owed.set(id, mayWork(state, id));
  return owed;
}

function mayWork(state: State, id: string): boolean {
  const session = state.sessions.get(id);
  if (!session || session.accessEnding) return false;
  if (session.phase !== 'active' && session.phase !== 'finishing') return false;
  const { permit } = interlockAt(state, id);
  return permit === 'permitted' || permit === 'permitted-until-idle';
}
