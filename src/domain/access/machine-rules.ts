// What may stand against anybody at a machine as it is now.

import type { State } from '../journal/state.ts';
import { modeOf } from '../machine/lookup.ts';
import { endSituation } from './end-of-access.ts';
import type { Rule } from './rule.ts';

/** Until a steward has looked at it. */
export const notLocked: Rule = ({ state, id, machine }) =>
  state.locks.has(id) ? { code: 'machine-locked', values: { machine: machine.name } } : null;

/** Who looks after machines may start one that is being maintained; nobody one that is broken. */
export const inMode: Rule = ({ state, id, machine, member }) => {
  const mode = modeOf(state, id);
  const values = { machine: machine.name };
  if (mode === 'out-of-order') return { code: 'machine-out-of-order', values };
  if (mode === 'retired') return { code: 'machine-retired', values };
  const isMaintainer = member.roles.includes('steward') || member.roles.includes('admin');
  if (mode === 'maintenance' && !isMaintainer) return { code: 'machine-in-maintenance', values };
  return null;
};

export const notInUse: Rule = ({ state, machine, session }) => {
  if (!session) return null;
  const values = { machine: machine.name };
  if (session.phase !== 'active') return { code: 'machine-ending', values };
  return { code: 'machine-in-use', values: { ...values, since: localTime(state, session.startedAtMs) } };
};

/** Nobody may wake a job that a stranger left behind (invariant 8); one that idles may only be starved or dwelling. */
export const noJobHeld: Rule = ({ state, id, machine }) => {
  const job = state.machines.get(id)?.job ?? null;
  const situation = endSituation(state, id);
  const isHeld = job !== null && (situation === 'held' || situation === 'moving');
  return isHeld ? { code: 'job-held', values: { machine: machine.name } } : null;
};

function localTime(state: State, atMs: number): string {
  const timeZone = state.workshop?.space.timezone ?? 'UTC';
  return new Date(atMs).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
}
