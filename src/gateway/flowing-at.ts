// Whether power flows where the switch says off: what a self-check looks at before a session starts.

import { flowsFromW } from '../domain/machine/alarm.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { Committer } from './commit.ts';
import type { SwitchTruthsKeeper } from './switch-truths.ts';

export type FlowingAt = {
  readonly committer: Pick<Committer, 'tentative'>;
  readonly truths: Pick<SwitchTruthsKeeper, 'facts'>;
};

/** Those of the machines that are checked before a session, and draw power though their switch says off. */
export function flowingAt({ committer, truths }: FlowingAt, machines: readonly string[]): readonly string[] {
  const state = committer.tentative();
  return machines.filter((id) => {
    const { selfCheck, switch: fed = null } = machineById(state, id) ?? {};
    if (!selfCheck || fed === null) return false;
    const { says, steadyW } = truths.facts(fed, state);
    return says === false && steadyW !== null && Math.abs(steadyW) >= flowsFromW;
  });
}
