// Auxiliaries: switches of what runs along with machines, for instance an extraction or a chiller. Several machines may
// share one; none of them is fed by it.

import type { State } from '../journal/state.ts';
import type { Machine } from './workshop.ts';

/** The machines that an auxiliary serves, each with how long it runs on for it, seconds. */
export function servedBy(
  { workshop }: Pick<State, 'workshop'>,
  id: string,
): readonly { readonly machine: string; readonly described: Machine; readonly runOnS: number }[] {
  return Object.entries(workshop?.machines ?? {}).flatMap(([machine, described]) =>
    (described.auxiliaries ?? [])
      .filter((one) => one.switch === id)
      .map(({ runOnS }) => ({ machine, described, runOnS })),
  );
}

/** How long it runs on after the last session, milliseconds: as long as any of its machines wants; null when it serves none. */
export function runOnMsOf(state: Pick<State, 'workshop'>, id: string): number | null {
  const served = servedBy(state, id);
  return served.length === 0 ? null : Math.max(...served.map(({ runOnS }) => runOnS)) * 1000;
}

/** Switches of all auxiliaries. */
export function auxiliariesOf({ workshop }: Pick<State, 'workshop'>): ReadonlySet<string> {
  const machines = Object.values(workshop?.machines ?? {});
  return new Set(machines.flatMap(({ auxiliaries = [] }) => auxiliaries.map((one) => one.switch)));
}
