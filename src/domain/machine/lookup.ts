// Looking a described thing up by an outside id: own keys only, so that `constructor` is just an unknown machine.

import type { State } from '../journal/state.ts';
import type { Mode } from './activity.ts';
import { type Power, powerOf } from './interlock.ts';
import type { Machine, Workshop } from './workshop.ts';

type Described = Pick<State, 'workshop'>;

export function machineById(state: Described, id: string): Machine | undefined {
  const machines = state.workshop?.machines;
  return machines && Object.hasOwn(machines, id) ? machines[id] : undefined;
}

/** What the workshop decided about a machine; production where nothing was said. */
export const modeOf = (state: Pick<State, 'modes'>, id: string): Mode =>
  state.modes.get(id)?.mode ?? 'production';

/** What the switch that feeds a machine says of itself. */
export function powerAt(state: Pick<State, 'workshop' | 'switches'>, machine: string): Power {
  const id = machineById(state, machine)?.switch ?? null;
  if (id === null) return powerOf({ hasSwitch: false, on: null });
  return powerOf({ hasSwitch: true, on: state.switches.get(id)?.on ?? null });
}

/** The machine that a switch feeds; null when it feeds none. */
export function machineOfSwitch(state: Described, id: string): string | null {
  const { workshop } = state;
  if (workshop === null) return null;
  let bySwitch = bySwitchOf.get(workshop);
  if (!bySwitch) {
    // The first one that names it, as in the description.
    bySwitch = new Map(
      fedMachines(state)
        .toReversed()
        .map((fed) => [fed.switch, fed.id]),
    );
    bySwitchOf.set(workshop, bySwitch);
  }
  return bySwitch.get(id) ?? null;
}

const bySwitchOf = new WeakMap<Workshop, ReadonlyMap<string, string>>();

/** Ids of the machines that a reader opens, in the order of the description. */
export function machinesOfReader(state: Described, reader: string): readonly string[] {
  const { workshop } = state;
  if (workshop === null) return [];
  let byReader = readersOf.get(workshop);
  if (!byReader) {
    byReader = indexByReader(workshop);
    readersOf.set(workshop, byReader);
  }
  return byReader.get(reader) ?? [];
}

export type Fed = { readonly id: string; readonly machine: Machine; readonly switch: string };

/** Machines that a switch feeds, in the order of the description. */
export function fedMachines({ workshop }: Described): readonly Fed[] {
  if (workshop === null) return [];
  let fed = fedOf.get(workshop);
  if (!fed) {
    fed = Object.entries(workshop.machines).flatMap(([id, machine]) =>
      machine.switch === null ? [] : [{ id, machine, switch: machine.switch }],
    );
    fedOf.set(workshop, fed);
  }
  return fed;
}

const fedOf = new WeakMap<Workshop, readonly Fed[]>();

/** A description never changes, so what was found in it once holds; it goes with the description. */
const readersOf = new WeakMap<Workshop, ReadonlyMap<string, readonly string[]>>();

function indexByReader(workshop: Workshop): ReadonlyMap<string, readonly string[]> {
  const byReader = new Map<string, string[]>();
  for (const [id, { reader }] of Object.entries(workshop.machines)) {
    if (reader === null) continue;
    const served = byReader.get(reader) ?? [];
    served.push(id);
    byReader.set(reader, served);
  }
  return byReader;
}
