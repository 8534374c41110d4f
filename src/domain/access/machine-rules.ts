// What may stand against anybody at a machine as it is now.

import type { State } from '../journal/state.ts';
import { endSituation } from './end-of-access.ts';
import type { Rule } from './rule.ts';

export const notInUse: Rule = ({ state, machine, session, takesOver }) => {
  if (!session || takesOver) return null;
  const values = { machine: machine.name };
  if (session.phase !== 'active') return { code: 'machine-ending', values };
  return { code: 'machine-in-use', values: { ...values, since: localTime(state, session.startedAtMs) } };
};

/** Nobody may wake a job that a stranger left behind (invariant 8); one that idles may only be starved or dwelling. */
export const noJobHeld: Rule = ({ state, id, machine, takesOver }) => {
  // Whoever was offered the machine takes its job over knowingly.
  if (takesOver) return null;
  const job = state.machines.get(id)?.job ?? null;
  const situation = endSituation(state, id);
  const isHeld = job !== null && (situation === 'held' || situation === 'moving');
  return isHeld ? { code: 'job-held', values: { machine: machine.name } } : null;
};

function localTime(state: State, atMs: number): string {
  const timeZone = state.workshop?.space.timezone ?? 'UTC';
  return new Date(atMs).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
}
