// Whether it is certain that nothing moves at a machine. Unknown, stale and unmeasured are never quiet, and nor is a
// machine with a job, whatever it looks like (invariant 7).

import type { State } from '../journal/state.ts';
import { activityFacts } from './activity.ts';
import { machineById } from './lookup.ts';

export function isQuiet(state: Pick<State, 'workshop' | 'machines'>, id: string): boolean {
  const machine = machineById(state, id);
  const seen = state.machines.get(id);
  if (!machine || !seen || seen.job !== null) return false;
  if (machine.link === 'none') return seen.draw === 'low';
  return seen.link === 'up' && seen.confidence !== 'stale' && activityFacts[seen.activity].class === 'quiet';
}
