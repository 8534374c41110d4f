// What the entries about machines and switches change. Part of the reducer: what a version of an entry means here is frozen
// once it is released.

import { countOutside } from '../machine/hour-meter.ts';
import { machineById, machineOfSwitch } from '../machine/lookup.ts';
import { count, meteringOf } from '../usage/meter.ts';
import { careAt } from './apply-care.ts';
import { endRunOn } from './apply-interlock.ts';
import type { Entry, MachineChanged } from './entry.ts';
import type { MachineState, State } from './state.ts';

export function machineChanged(state: State, entry: Entry, data: MachineChanged): void {
  const machine = machineOf(state, data.machine);
  const { meter } = careAt(state, data.machine);
  countOutside(state, data.machine, entry.monoMs - data.seenAgoMs);
  meter.outsideMonoMs = entry.monoMs;
  const segment = state.sessions.get(data.machine)?.segment;
  if (segment) {
    count(segment, meteringOf(state, data.machine), entry.monoMs - data.seenAgoMs);
    // Whatever was not seen until this entry is a gap, also when the machine is heard again later.
    count(segment, 'gap', entry.monoMs);
  }
  const { machine: _, seenAgoMs: __, ...now } = data;
  const same = machine.activity === now.activity && machine.link === now.link;
  const since = same ? {} : { sinceMs: entry.atMs, sinceMonoMs: entry.monoMs };
  const linkSince = machine.link === now.link ? {} : { linkSinceMs: entry.atMs };
  Object.assign(machine, now, since, linkSince);
  if (now.link !== 'up') machine.heat = 'unknown';
}

export function switchChanged(state: State, entry: Entry & { type: 'switch-changed' }): void {
  const { data } = entry;
  const wasOn = state.switches.get(data.switch)?.on === true;
  const fed = machineOfSwitch(state, data.switch);
  if (fed !== null) countOutside(state, fed, entry.monoMs);
  for (const session of state.sessions.values()) {
    const { switch: fed, enable } = machineById(state, session.machine) ?? {};
    if (data.switch !== fed && data.switch !== enable) continue;
    if (session.segment) count(session.segment, meteringOf(state, session.machine), entry.monoMs);
    // Power that was there and went away comes back only by a tap at the machine (invariant 8).
    if (data.on !== true && wasOn && (data.switch === fed || data.on === false)) session.powerUnsure = true;
    // Where the controller gives permission beside the power, both must still be there.
    const saysOn = (id: string | null | undefined): boolean =>
      id === data.switch ? data.on === true : state.switches.get(id ?? '')?.on === true;
    if (saysOn(fed) && (enable === undefined || saysOn(enable))) session.powerUnsure = false;
  }
  state.switches.set(data.switch, { on: data.on, sinceMs: entry.atMs });
  endRunOn(state, entry);
}

export function machineOf(state: State, id: string): MachineState {
  const known = state.machines.get(id);
  if (known) return known;
  const made: MachineState = { ...unheard({ atMs: state.lastAtMs, monoMs: 0 }), job: null };
  state.machines.set(id, made);
  return made;
}

export function unheard(stamp: { atMs: number; monoMs: number }): Omit<MachineState, 'job'> {
  return {
    link: 'never',
    linkSinceMs: stamp.atMs,
    activity: 'unknown',
    substate: null,
    raw: null,
    confidence: 'stale',
    source: 'silence',
    sinceMs: stamp.atMs,
    sinceMonoMs: stamp.monoMs,
    heat: 'unknown',
    draw: 'unknown',
  };
}
