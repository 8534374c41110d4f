// Auxiliaries: switches of what runs along with machines, for instance an extraction or a chiller. Several machines may
// share one; none of them is fed by it.

import type { State } from '../journal/state.ts';
import type { Machine, Workshop } from './workshop.ts';

type Served = { readonly machine: string; readonly described: Machine; readonly runOnS: number };

/** The machines that an auxiliary serves, each with how long it runs on for it, seconds. */
export function servedBy({ workshop }: Pick<State, 'workshop'>, id: string): readonly Served[] {
  return (workshop && servedIn(workshop).get(id)) ?? [];
}

/** How long it runs on after the last session, milliseconds: as long as any of its machines wants; null when it serves none. */
export function runOnMsOf(state: Pick<State, 'workshop'>, id: string): number | null {
  const served = servedBy(state, id);
  return served.length === 0 ? null : Math.max(...served.map(({ runOnS }) => runOnS)) * 1000;
}

/** Switches of all auxiliaries. */
export function auxiliariesOf({ workshop }: Pick<State, 'workshop'>): Iterable<string> {
  return workshop ? servedIn(workshop).keys() : [];
}

/** Auxiliary → what it serves, in the order of the description. */
function servedIn(workshop: Workshop): ReadonlyMap<string, readonly Served[]> {
  const known = servedOf.get(workshop);
  if (known) return known;
  const found = new Map<string, Served[]>();
  for (const [machine, described] of Object.entries(workshop.machines))
    for (const { switch: id, runOnS } of described.auxiliaries ?? [])
      found.set(id, [...(found.get(id) ?? []), { machine, described, runOnS }]);
  servedOf.set(workshop, found);
  return found;
}

// A description never changes, and this is asked on every tick.
const servedOf = new WeakMap<Workshop, ReadonlyMap<string, readonly Served[]>>();
