// The hour meters of all machines as Prometheus text. They are read when they are asked for, and only ever grow.

import type { State } from '../domain/journal/state.ts';
import { hoursOf, wearClocks } from '../domain/machine/hour-meter.ts';

const hourMs = 3_600_000;

/** One line per machine and clock; ids of machines need no escape. */
export function hourMetrics(state: Pick<State, 'workshop' | 'care' | 'sessions'>): readonly string[] {
  const lines = (state.workshop?.order ?? []).flatMap((machine) => {
    const hours = hoursOf(state, machine);
    return wearClocks.flatMap((clock) => {
      const ms = hours[`${clock}Ms`];
      // What a machine never told is no series, and not one at zero.
      if (ms === undefined) return [];
      return [`officina_machine_hours_total{machine="${machine}",clock="${clock}"} ${ms / hourMs}`];
    });
  });
  return [
    '# HELP officina_machine_hours_total Hour meters, by clock.',
    '# TYPE officina_machine_hours_total counter',
    ...lines,
  ];
}
