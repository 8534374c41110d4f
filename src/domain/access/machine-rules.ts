// What may stand against anybody at a machine as it is now.

import type { State } from '../journal/state.ts';
import { problemMark } from '../machine/care.ts';
import { modeOf } from '../machine/lookup.ts';
import { formatterPerZone } from '../time.ts';
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

export const notInUse: Rule = ({ state, machine, session, takesOver }) => {
  if (!session || takesOver) return null;
  const values = { machine: machine.name };
  if (session.phase !== 'active') return { code: 'machine-ending', values };
  return { code: 'machine-in-use', values: { ...values, since: localTime(state, session.startedAtMs) } };
};

/** Somebody found it unsafe: nobody begins until a steward has answered. */
export const noProblemLocks: Rule = ({ state, id, machine }) =>
  problemMark(state, id) === 'lock' ? { code: 'machine-problem', values: { machine: machine.name } } : null;

/** Nobody may wake a job that a stranger left behind (invariant 8); one that idles may only be starved or dwelling. */
export const noJobHeld: Rule = ({ state, id, machine, takesOver }) => {
  // Whoever was offered the machine takes its job over knowingly.
  if (takesOver) return null;
  const job = state.machines.get(id)?.job ?? null;
  const situation = endSituation(state, id);
  const isHeld = job !== null && (situation === 'held' || situation === 'moving');
  return isHeld ? { code: 'job-held', values: { machine: machine.name } } : null;
};

const localTime = (state: State, atMs: number): string =>
  times(state.workshop?.space.timezone ?? 'UTC').format(atMs);

const times = formatterPerZone('en-GB', { hour: '2-digit', minute: '2-digit' });
