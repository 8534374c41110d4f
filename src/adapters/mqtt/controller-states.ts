// What machines whose controller is their switch say of the permission to run, as the state of that switch. A report that
// does not say it makes it unknown (invariant 7); only what is new is told, or each report would bring the order again.

import type { DeviceSaid, SwitchReport } from '../../gateway/gateway.ts';

export type ControllerStates = {
  /** The machine is connected, and is this switch. */
  here(machine: string, id: string): void;
  /** It hears its orders from now on. */
  listening(machine: string, id: string): void;
  /** What its last report said; null when it said nothing, or when it has fallen silent. */
  said(machine: string, on: boolean | null): void;
  gone(machine: string): void;
};

type State = { readonly id: string; on: boolean | null };

export function createControllerStates(to: {
  readonly report: (report: SwitchReport) => void;
  readonly said: (said: DeviceSaid) => void;
  readonly wallMs: () => number;
}): ControllerStates {
  // Bounded by the machines that are described: only a device that signed in gets here.
  const states = new Map<string, State>();
  const tell = ({ id, on }: State): void => to.report({ switch: id, on, powerW: null, energyWh: null });
  const here = (machine: string, id: string): State => {
    const known = states.get(machine);
    const state = known?.id === id ? known : { id, on: null };
    states.set(machine, state);
    to.said({ device: { role: 'switch', id }, there: true, seenMs: to.wallMs() });
    return state;
  };
  return {
    here,
    // One that says nothing yet must still be told what is owed.
    listening: (machine, id) => tell(here(machine, id)),
    said(machine, on) {
      const state = states.get(machine);
      if (!state || state.on === on) return;
      state.on = on;
      tell(state);
    },
    gone(machine) {
      const state = states.get(machine);
      if (!state) return;
      states.delete(machine);
      to.said({ device: { role: 'switch', id: state.id }, there: false });
      tell({ id: state.id, on: null });
    },
  };
}
