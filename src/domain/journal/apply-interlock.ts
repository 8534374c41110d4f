// What the entries of the interlock and of auxiliaries change in the state; called by `apply` alone.

import { runOnMsOf } from '../machine/auxiliary.ts';
import { machineById } from '../machine/lookup.ts';
import type { Entry, EntryType } from './entry.ts';
import { monitorKey } from './interlock-entries.ts';
import type { State } from './state.ts';

type Of<T extends EntryType> = Extract<Entry, { type: T }>;

export const interlockEffects = {
  'monitor-changed': (state: State, { monoMs, data }: Of<'monitor-changed'>): void => {
    // A sensor's minus zero is written as zero: what is known now is what a replay would know.
    const value = data.value === null ? null : data.value + 0;
    state.monitors.set(monitorKey(data), { ...data, value, sinceMonoMs: monoMs });
  },
  'interlock-latched': (state: State, { atMs, data }: Of<'interlock-latched'>): void => {
    const { machine, ...latch } = data;
    state.latches.set(machine, { ...latch, sinceMs: atMs });
  },
  'interlock-released': (state: State, { data }: Of<'interlock-released'>): void => {
    state.latches.delete(data.machine);
  },
};

/** What was heard before a start says nothing now; what still ran on begins anew, as its time is not known. */
export function bootInterlock(state: State, { monoMs }: Entry): void {
  state.monitors.clear();
  for (const id of state.runOns.keys()) state.runOns.set(id, monoMs);
}

/** What is not described any more is forgotten; a latch stays until the machine is released or gone. */
export function describeInterlock(state: State): void {
  for (const [key, { machine, monitor }] of state.monitors) {
    const monitors = machineById(state, machine)?.monitors;
    if (!monitors || !Object.hasOwn(monitors, monitor)) state.monitors.delete(key);
  }
  for (const id of state.latches.keys()) if (!machineById(state, id)) state.latches.delete(id);
  for (const id of state.runOns.keys()) if (runOnMsOf(state, id) === null) state.runOns.delete(id);
}

/** From here on its auxiliaries run on. */
export function beginRunOn(state: State, { monoMs, data }: Of<'session-ended'>): void {
  for (const { switch: id } of machineById(state, data.machine)?.auxiliaries ?? []) {
    state.runOns.set(id, monoMs);
  }
}

/** An auxiliary that says off after its time has run on. */
export function endRunOn(state: State, { monoMs, data }: Of<'switch-changed'>): void {
  const sinceMonoMs = state.runOns.get(data.switch);
  if (data.on !== false || sinceMonoMs === undefined) return;
  if (monoMs - sinceMonoMs >= (runOnMsOf(state, data.switch) ?? 0)) state.runOns.delete(data.switch);
}
