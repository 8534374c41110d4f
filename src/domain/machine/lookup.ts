// Looking a described thing up by an outside id: own keys only, so that `constructor` is just an unknown machine.

import type { State } from '../journal/state.ts';
import type { Machine } from './workshop.ts';

type Described = Pick<State, 'workshop'>;

export function machineById(state: Described, id: string): Machine | undefined {
  const machines = state.workshop?.machines;
  return machines && Object.hasOwn(machines, id) ? machines[id] : undefined;
}

/** Ids of the machines that a reader opens, in the order of the description. */
export function machinesOfReader(state: Described, reader: string): readonly string[] {
  return Object.entries(state.workshop?.machines ?? {})
    .filter(([, machine]) => machine.reader === reader)
    .map(([id]) => id);
}
