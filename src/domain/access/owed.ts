// What is owed to the world now: levels, computed from the state alone and sent until the world agrees. Nothing is
// sent because something happened; a crash between a commit and its effect mends itself.

import type { State } from '../journal/state.ts';
import { coolLimitC } from '../machine/heat.ts';
import { fedMachines } from '../machine/lookup.ts';

export type OwedPower = { readonly on: boolean; readonly leaseS: number };

const off: OwedPower = { on: false, leaseS: 0 };

/** Switch id → what it should be told. Without a session it is off (invariant 1); one whose power is unsure is not told. */
export function owedPower(state: State): ReadonlyMap<string, OwedPower> {
  const owed = new Map<string, OwedPower>();
  for (const id of Object.keys(state.workshop?.switches ?? {})) owed.set(id, off);
  // Without a session nothing is owed on: most of the time there is little to go through.
  if (state.sessions.size === 0) return owed;
  for (const { id, machine, switch: feeds } of fedMachines(state)) {
    const session = state.sessions.get(id);
    if (session === undefined || session.phase === 'darkening') continue;
    if (session.powerUnsure) {
      owed.delete(feeds);
      continue;
    }
    const seen = state.machines.get(id);
    const job = seen?.job ?? null;
    // Nor must what is hot, or may be, go dark because the gateway died.
    const hot = coolLimitC(machine) !== null && seen?.heat !== 'cool';
    owed.set(feeds, { on: true, leaseS: job !== null || hot ? machine.jobLeaseS : machine.leaseS });
  }
  return owed;
}
